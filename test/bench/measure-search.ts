import { paths } from '../../worker/contract/vocabulary.ts'
import { mean, percentile } from '../eval/relevance.ts'
import { cpuClockOf, type CpuClock } from './process-cpu.ts'
import type { BenchQuery, QueryKind } from './query-mix.ts'
import type { ComparedSystem, LoadedCatalogue } from './systems/compared-system.ts'
import { onOneConnection } from './timed-get.ts'

/** One row of the table: a kind of query, or all calls together. */
export interface Measured {
  readonly name: string
  /** Wall milliseconds of each call. */
  readonly times: readonly number[]
  /** Milliseconds a call; null where the system does not tell. */
  readonly cpu: number | null
  /** Products a query matches, on average. */
  readonly matched: number
}

export interface Running {
  readonly system: ComparedSystem
  readonly loaded: LoadedCatalogue
}

/** What one engine came to. */
export interface Outcome extends Running {
  readonly rows: readonly Measured[]
  /** All calls together. */
  readonly all: Measured
  readonly queriesPerSecond: number
}

const LIMIT = 20
const BASELINE_CALLS = 1000

/** Calls at once, and how long, when queries a second are counted; the engines take turns of this length. */
const AT_ONCE = 8
const TURN_MS = 600
const TURNS = 3

export const p50 = ({ times }: Pick<Measured, 'times'>): number => percentile(times, 0.5)
export const p99 = ({ times }: Pick<Measured, 'times'>): number => percentile(times, 0.99)

/** The smallest request there is: what the machine, the socket and workerd cost before any search. */
export function measureHealth(url: string, cpu: CpuClock | null): Promise<Measured> {
  return onOneConnection(async (get) => {
    const times: number[] = []
    for (let call = 0; call < BASELINE_CALLS / 10; call++) await get(url + paths.health)
    const before = await cpu?.()
    for (let call = 0; call < BASELINE_CALLS; call++) times.push((await get(url + paths.health)).firstByteMs)
    const after = await cpu?.()
    const spent = before === undefined || after === undefined ? null : (after - before) / BASELINE_CALLS
    return { name: '/healthz, first byte', times, cpu: spent, matched: 0 }
  })
}

/** Asks each query once, one at a time on one connection. */
function askAll(
  { loaded }: Running,
  queries: readonly BenchQuery[],
  seen: (ms: number, body: string) => void,
): Promise<void> {
  return onOneConnection(async (get) => {
    for (const query of queries) {
      const { url, init } = loaded.request(query, LIMIT)
      const { ms, body } = await get(url, init)
      seen(ms, body)
    }
  })
}

/**
 * Asks every engine every kind of query. They take turns query list by query list, so that whatever else the machine
 * does falls on all of them; the first turn is not counted.
 */
async function measureKind(
  running: readonly Running[],
  { name, queries }: QueryKind,
  callsAKind: number,
): Promise<Measured[]> {
  const clocks = await Promise.all(
    running.map(async ({ system }) => (system.pid === null ? null : cpuClockOf(system.pid))),
  )
  const times = running.map((): number[] => [])
  const totals = running.map((): number[] => [])
  const spent = running.map(() => 0)
  for (const [index, one] of running.entries()) {
    await askAll(one, queries, (_, body) => totals[index]?.push(one.loaded.totalOf(body)))
  }
  const turns = Math.ceil(callsAKind / queries.length)
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, one] of running.entries()) {
      const before = await clocks[index]?.()
      await askAll(one, queries, (ms) => times[index]?.push(ms))
      const after = await clocks[index]?.()
      spent[index] = (spent[index] ?? 0) + (after ?? 0) - (before ?? 0)
    }
  }
  return running.map((_, index) => ({
    name,
    times: times[index] ?? [],
    cpu: clocks[index] ? (spent[index] ?? 0) / (turns * queries.length) : null,
    matched: mean(totals[index] ?? []),
  }))
}

/** Queries a second with several shoppers at once, the engines in turns. */
async function countPerSecond(running: readonly Running[], kinds: readonly QueryKind[]): Promise<number[]> {
  const queries = kinds.flatMap((kind) => kind.queries)
  const calls = running.map(() => 0)
  const elapsed = running.map(() => 0)
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [index, one] of running.entries()) {
      const begun = performance.now()
      const shopper = (first: number) =>
        onOneConnection(async (get) => {
          for (let next = first; performance.now() - begun < TURN_MS; next += AT_ONCE) {
            const query = queries[next % queries.length]
            if (!query) return
            const { url, init } = one.loaded.request(query, LIMIT)
            await get(url, init)
            calls[index] = (calls[index] ?? 0) + 1
          }
        })
      await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => shopper(first)))
      elapsed[index] = (elapsed[index] ?? 0) + performance.now() - begun
    }
  }
  return running.map((_, index) => ((calls[index] ?? 0) * 1000) / (elapsed[index] ?? 1))
}

/** Measures engines that hold the same products, with the same queries. */
export async function measureSearch(
  running: readonly Running[],
  kinds: readonly QueryKind[],
  callsAKind: number,
): Promise<Outcome[]> {
  const rows = running.map((): Measured[] => [])
  for (const kind of kinds) {
    const measured = await measureKind(running, kind, callsAKind)
    measured.forEach((row, index) => rows[index]?.push(row))
  }
  const rates = await countPerSecond(running, kinds)
  return running.map((one, index) => {
    const own = rows[index] ?? []
    const spent = own.flatMap((row) => row.cpu ?? [])
    return {
      ...one,
      rows: own,
      all: {
        name: 'all',
        times: own.flatMap(({ times }) => times),
        // Every kind has as many calls, so the mean of the means is the mean.
        cpu: spent.length === 0 ? null : mean(spent),
        matched: mean(own.map(({ matched }) => matched)),
      },
      queriesPerSecond: rates[index] ?? 0,
    }
  })
}
