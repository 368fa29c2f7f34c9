import type { Metric } from '../eval/metric.ts'

/**
 * Which part of a shop is full first, by its size: the figures of a bench against the platform's limits. A calculation,
 * not a measurement: searches arrive at random (Poisson), one thread serves them, and its times vary as widely as their
 * mean (M/M/1), so 99 of 100 are answered within `mean / (1 - load) * ln 100`.
 */

/** Documented limits (developers.cloudflare.com, durable-objects/platform/limits, workers limits, queues limits). */
const limits = {
  requestsPerSecond: 1_000,
  memoryMb: 128,
  storageGb: 10,
  queueMessagesPerSecond: 5_000,
} as const

/** What shoppers may wait for the shop's object, 99 of 100. */
const WAIT_MS = 200

/** Search log lines are written for so many searches at once on a busy shop (see the shop store's adapter). */
const SEARCHES_A_LOG_WRITE = 10

/** Of an object: code, SQLite's cache and the remembered candidates at their bound; then each product's columns. */
const MEMORY_BASE_MB = 70
const COLUMN_BYTES = 48

/** On disk, of a synthetic product with its full-text index, its term vector and its postings. */
const STORED_BYTES = 7_000
/** The live catalogue and the three that can be restored. */
const CATALOGUES_KEPT = 4

const sizes = [
  { name: '1k', products: 1_000 },
  { name: '10k', products: 10_000 },
  { name: '100k', products: 100_000 },
  { name: '1m', products: 1_000_000 },
] as const

type Figures = ReadonlyMap<string, number>

/** CPU milliseconds of a search; for a size that was not measured, along the line through the last two that were. */
function cpuOf(figures: Figures, metric: string, products: number): number | null {
  const known = sizes.flatMap(({ name, products: at }) => {
    const cpu = figures.get(`search.${metric}.${name}.cpu_ms`)
    return cpu === undefined ? [] : [{ at, cpu }]
  })
  const exact = known.find(({ at }) => at === products)
  if (exact) return exact.cpu
  const [before, last] = known.slice(-2)
  if (!before || !last) return null
  return last.cpu + ((last.cpu - before.cpu) * (products - last.at)) / (last.at - before.at)
}

/** Searches a second that one thread answers in time. */
const rateOf = (cpuMs: number): number =>
  Math.max(0, (1 - (cpuMs * Math.log(100)) / WAIT_MS) * (1000 / cpuMs))

interface Row {
  readonly name: string
  readonly cpuMs: number
  /** Searches a second before something is full. */
  readonly perSecond: number
  readonly full: string
  readonly memoryMb: number
  readonly storageGb: number
  readonly importMinutes: number | null
  /** With a search server finding and the object ranking; null where it was not measured. */
  readonly overServer: number | null
}

function rowOf(figures: Figures, { name, products }: (typeof sizes)[number]): Row | null {
  const cpuMs = cpuOf(figures, 'embedded', products)
  if (cpuMs === null) return null
  const memoryMb = MEMORY_BASE_MB + (products * COLUMN_BYTES) / 2 ** 20
  const storageGb = (products * STORED_BYTES * CATALOGUES_KEPT) / 2 ** 30
  const byThread = rateOf(cpuMs)
  const byRequests = limits.requestsPerSecond / (1 + 1 / SEARCHES_A_LOG_WRITE)
  const rows = figures.get('import.rows_per_s')
  const over = cpuOf(figures, 'over_meilisearch', products)
  return {
    name,
    cpuMs,
    perSecond: Math.min(byThread, byRequests),
    full:
      storageGb > limits.storageGb
        ? 'storage'
        : memoryMb > limits.memoryMb
          ? 'memory'
          : byThread < byRequests
            ? 'thread'
            : 'requests',
    memoryMb,
    storageGb,
    importMinutes: rows === undefined ? null : products / rows / 60,
    overServer: over === null ? null : rateOf(over),
  }
}

const takesOver: Readonly<Record<string, string>> = {
  thread: 'a Meilisearch server finds, the object ranks its best',
  requests: 'answers kept at the edge for a minute',
  memory: 'Meilisearch, sharded from some ten million products on',
  storage: 'fewer catalogues kept, then Meilisearch with the products beside it',
}

/** Prints the table and returns its figures. Needs `cpu_ms` of at least two sizes. */
export function printScale(metrics: readonly Metric[]): Metric[] {
  const figures: Figures = new Map(metrics.map(({ name, value }) => [name, value]))
  const rows = sizes.flatMap((size) => rowOf(figures, size) ?? [])
  if (rows.length === 0) {
    console.log('\nScale is left out: no CPU time was measured.')
    return []
  }
  console.log(`\nOne shop, 99 of 100 searches within ${WAIT_MS} ms (calculated; 1m extrapolated)`)
  const cells = ['CPU ms', 'searches/s', 'full first', 'memory MB', 'disk GB', 'import min', 'over server']
  console.log('products'.padEnd(9), ...cells.map((cell) => cell.padStart(11)), '  takes over')
  for (const row of rows) {
    const numbers = [
      row.cpuMs.toFixed(1),
      row.perSecond.toFixed(0),
      row.full,
      row.memoryMb.toFixed(0),
      row.storageGb.toFixed(2),
      row.importMinutes?.toFixed(1) ?? '',
      row.overServer?.toFixed(0) ?? '',
    ]
    console.log(
      row.name.padEnd(9),
      ...numbers.map((cell) => cell.padStart(11)),
      ` ${takesOver[row.full] ?? ''}`,
    )
  }
  console.log(
    `events: one queue takes ${limits.queueMessagesPerSecond} messages/s, in batches of up to 100 a write of the object`,
  )
  return rows.map(({ name, perSecond }) => ({
    name: `scale.${name}.searches_per_s`,
    value: perSecond,
    unit: '1/s',
  }))
}
