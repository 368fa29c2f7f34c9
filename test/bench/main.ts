import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { writeMetrics, type Metric } from '../eval/metric.ts'
import { generatedCatalogue } from './bench-catalogue.ts'
import { compareRelevance } from './compare-relevance.ts'
import { catalogueWords } from './generate-catalogue.ts'
import { measureFirstResults } from './measure-first-results.ts'
import { measureHealth, measureSearch, p50, p99, type Measured, type Outcome } from './measure-search.ts'
import { measureVectors } from './measure-vectors.ts'
import { measureRecommend } from './measure-recommend.ts'
import { measureSuggest } from './measure-suggest.ts'
import { cpuClockOf } from './process-cpu.ts'
import { queryMix } from './query-mix.ts'
import { printScale } from './scale.ts'
import { startAisle } from './systems/aisle.ts'
import type { ComparedSystem } from './systems/compared-system.ts'
import { connectMeilisearch } from './systems/meilisearch.ts'
import { startPeer } from './systems/peer.ts'
import { widgetSizes } from './widget-sizes.ts'

const catalogues = [
  { size: '1k', products: 1_000, compared: false },
  { size: '10k', products: 10_000, compared: true },
  { size: '100k', products: 100_000, compared: true },
] as const

/** The catalogue on which the speed of importing is told. */
const IMPORT_TIMED = '10k'

/** Calls of each kind: with six kinds more than the thousand calls that a CPU figure needs. */
const CALLS_A_KIND = 200
const CALLS_A_KIND_QUICK = 40

/** Wishes asked with a model and without, for each thing a model may do. */
const PAIRS = 1_000
const PAIRS_QUICK = Number(process.env['P'] ?? 100)

/** Events learnt before recommendations are measured. */
const learntQuick = [['100k', 100_000]] as const
const learnt = [...learntQuick, ['1m', 1_000_000]] as const

type Start = () => Promise<ComparedSystem>

const embedded: Start = () => startAisle({ name: 'Aisle, embedded', metric: 'embedded' })

const peers: readonly Start[] = [
  () => startPeer('orama', 'Orama'),
  () => startPeer('minisearch', 'MiniSearch'),
  () => startPeer('flexsearch', 'FlexSearch'),
]

/** The Meilisearch server that the environment names, asked directly. */
function meilisearchOf({ MEILI_URL, MEILI_KEY }: NodeJS.ProcessEnv): Start[] {
  if (MEILI_URL === undefined || MEILI_URL === '') return []
  return [
    () => connectMeilisearch(MEILI_URL, MEILI_KEY),
    () =>
      startAisle(
        { name: 'Aisle over Meilisearch', metric: 'over_meilisearch' },
        // Measured is how long it takes, not how soon it is given up.
        { MEILI_URL, MEILI_KEY, MEILI_BUDGET_MS: '5000' },
      ),
  ]
}

const inColumns = (name: string, ...cells: readonly string[]) =>
  console.log(name.padEnd(22), ...cells.map((cell) => cell.padStart(10)))

const WIDE = 16

const two = (value: number | null | undefined) => value?.toFixed(2) ?? ''

function printKinds({ rows, all }: Outcome): void {
  inColumns('', 'calls', 'p50 ms', 'p99 ms', 'CPU ms', 'matched')
  for (const row of [...rows, all]) {
    inColumns(
      row.name,
      String(row.times.length),
      two(p50(row)),
      two(p99(row)),
      two(row.cpu),
      row.matched.toFixed(0),
    )
  }
}

function printEngines(outcomes: readonly Outcome[]): void {
  inColumns('', 'p50 ms', 'p99 ms', 'CPU ms', 'queries/s', 'memory MB', 'index s')
  for (const { system, loaded, all, queriesPerSecond } of outcomes) {
    inColumns(
      system.name,
      two(p50(all)),
      two(p99(all)),
      two(all.cpu),
      queriesPerSecond.toFixed(0),
      loaded.grownBy === null ? '' : (loaded.grownBy / 2 ** 20).toFixed(0),
      (loaded.indexMs / 1000).toFixed(1),
    )
  }
}

/** An engine that finds nothing is quick: what each kind of query takes stands beside what it finds. */
function printByKind(outcomes: readonly Outcome[]): void {
  inColumns('p50 ms (matched)', ...outcomes.map(({ system }) => system.name.slice(0, WIDE).padStart(WIDE)))
  const kinds = outcomes[0]?.rows.map(({ name }) => name) ?? []
  for (const [index, name] of kinds.entries()) {
    const cells = outcomes.flatMap(({ rows }) => rows[index] ?? [])
    inColumns(name, ...cells.map((row) => `${two(p50(row))} (${row.matched.toFixed(0)})`.padStart(WIDE)))
  }
}

const timesOf = (prefix: string, row: Measured): Metric[] => [
  { name: `${prefix}.p50_ms`, value: p50(row), unit: 'ms' },
  { name: `${prefix}.p99_ms`, value: p99(row), unit: 'ms' },
  ...(row.cpu === null ? [] : [{ name: `${prefix}.cpu_ms`, value: row.cpu, unit: 'ms' }]),
]

const figuresOf = (size: string, { system, loaded, all, queriesPerSecond }: Outcome): Metric[] => {
  const prefix = `search.${system.metric}.${size}`
  return [
    ...timesOf(prefix, all),
    { name: `${prefix}.queries_per_s`, value: queriesPerSecond, unit: '1/s' },
    { name: `${prefix}.index_s`, value: loaded.indexMs / 1000, unit: 's' },
    ...(loaded.grownBy === null
      ? []
      : [{ name: `${prefix}.memory_mb`, value: loaded.grownBy / 2 ** 20, unit: 'MB' }]),
  ]
}

/** Starts engines, fills them with the same products, asks them the same queries in turns. */
async function measureSize(
  { size, products }: { size: string; products: number },
  starts: readonly Start[],
  calls: number,
): Promise<Metric[]> {
  const words = catalogueWords()
  const systems: ComparedSystem[] = []
  try {
    const running = []
    for (const start of starts) {
      const system = await start()
      systems.push(system)
      try {
        running.push({ system, loaded: await system.load(generatedCatalogue(words, products)) })
      } catch (error) {
        console.log(`${system.name} is left out: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    const outcomes = await measureSearch(running, queryMix(words), calls)
    console.log(`\n${size} products`)
    const [first] = outcomes
    if (first) printKinds(first)
    if (outcomes.length > 1) {
      console.log(`\n${size} products, every engine`)
      printEngines(outcomes)
      printByKind(outcomes)
    }
    const imported = outcomes.find(({ system }) => system.metric === 'embedded')
    return [
      ...outcomes.flatMap((outcome) => figuresOf(size, outcome)),
      ...(size === IMPORT_TIMED && imported
        ? [{ name: 'import.rows_per_s', value: (products * 1000) / imported.loaded.indexMs, unit: 'rows/s' }]
        : []),
    ]
  } finally {
    for (const system of systems) await system.close()
  }
}

/** What it costs to have our ranking on top of the server's search, beside asking the server alone. */
function overheads(metrics: readonly Metric[], health: Measured): Metric[] {
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value
  const at = (size: string) => {
    const direct = valueOf(`search.meilisearch.${size}.p50_ms`)
    const ours = valueOf(`search.over_meilisearch.${size}.p50_ms`)
    return direct === undefined || ours === undefined ? null : { direct, ours }
  }
  const [small, large] = [at('10k'), at('100k')]
  const most = small && small.direct + 2 * p50(health)
  if (small && most !== null) {
    console.log(`\nover Meilisearch, 10k: ${two(small.ours)} ms; direct and two /healthz: ${two(most)} ms`)
  }
  const measured = large ?? small
  if (!measured) return []
  const ratio = measured.ours / measured.direct
  console.log(
    `over Meilisearch, ${large ? '100k' : '10k'}: ${ratio.toFixed(2)} times direct (goal 1.15 at 100k)`,
  )
  return [
    { name: 'search.overhead_ratio', value: ratio, unit: 'ratio' },
    ...(small && most !== null
      ? [{ name: 'search.overhead_10k_ms', value: small.ours - small.direct, unit: 'ms' }]
      : []),
  ]
}

/** The health of an idle worker: what any request costs here. */
async function measureIdle(): Promise<Measured> {
  const idle = await startAisle({ name: 'idle', metric: 'idle' })
  try {
    const health = await measureHealth(idle.url, idle.pid === null ? null : await cpuClockOf(idle.pid))
    console.log(
      `/healthz, first byte: p50 ${two(p50(health))} ms, p99 ${two(p99(health))} ms, CPU ${two(health.cpu)} ms`,
    )
    return health
  } finally {
    await idle.close()
  }
}

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    data: { type: 'string', default: '../shared/data' },
    // A file that an earlier run wrote with --json.
    scale: { type: 'string' },
    // Only what a model in any state costs the first results.
    'first-results': { type: 'boolean', default: false },
    // Only what recommendations cost.
    recommend: { type: 'boolean', default: false },
    pairs: { type: 'string' },
  },
})

const pairs = (): number => Number(values.pairs ?? (values.quick ? PAIRS_QUICK : PAIRS))

async function bench(): Promise<Metric[]> {
  const { quick, data } = values
  const others = [...meilisearchOf(process.env), ...peers]
  if (others.length === peers.length) console.log('Meilisearch is left out: MEILI_URL names no server.')
  const health = await measureIdle()
  const metrics = timesOf('healthz', health)
  for (const catalogue of catalogues.filter(({ size }) => !quick || size !== '100k')) {
    const starts = catalogue.compared ? [embedded, ...others] : [embedded]
    const measured = await measureSize(catalogue, starts, quick ? CALLS_A_KIND_QUICK : CALLS_A_KIND)
    metrics.push(...measured)
    const p50Of = measured.find(({ name }) => name === `search.embedded.${catalogue.size}.p50_ms`)
    metrics.push({
      name: `search.embedded.${catalogue.size}.healthz_ratio`,
      value: (p50Of?.value ?? 0) / p50(health),
      unit: 'ratio',
    })
  }
  metrics.push(...timesOf('suggest', await measureSuggest()))
  metrics.push(...(await measureRecommend(quick ? learntQuick : learnt)))
  metrics.push(...overheads(metrics, health))
  metrics.push(...(await measureFirstResults(pairs())))
  if (!quick) metrics.push(...(await compareRelevance(data, [embedded, ...others])))
  metrics.push(...printScale(metrics))
  return metrics
}

async function chosenMetrics(): Promise<Metric[]> {
  const { scale, 'first-results': isFirstOnly, recommend, quick } = values
  if (scale !== undefined) return printScale(await readMetrics(scale))
  if (recommend) return measureRecommend(quick ? learntQuick : learnt)
  if (isFirstOnly) return measureFirstResults(pairs())
  const sizes = await widgetSizes()
  if (sizes.length === 0) console.log('Widget sizes are left out: run `npm run build` first.')
  return [...(await bench()), ...measureVectors(), ...sizes]
}

async function readMetrics(file: string): Promise<Metric[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { metrics: Metric[] }).metrics
}

try {
  const metrics = await chosenMetrics()
  console.log()
  for (const { name, value, unit } of metrics)
    console.log(name.padEnd(44), value.toFixed(2).padStart(10), unit)
  if (values.json !== undefined) await writeMetrics(values.json, metrics)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
