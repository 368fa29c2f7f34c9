import { paths } from '../../worker/contract/vocabulary.ts'
import { mean, percentile } from '../eval/relevance.ts'
import type { CpuClock } from './process-cpu.ts'
import type { QueryKind } from './query-mix.ts'
import { onOneConnection, type Timed } from './timed-get.ts'

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

/** Calls of each kind: with six kinds more than the thousand calls that a CPU figure needs. */
const CALLS_A_KIND = 200

const BASELINE_CALLS = 1000

/** Makes the calls one at a time, with the CPU time that they took of the process. */
export async function timeCalls(
  count: number,
  cpu: CpuClock | null,
  make: (call: number) => Promise<number>,
): Promise<Pick<Measured, 'times' | 'cpu'>> {
  const times: number[] = []
  const before = await cpu?.()
  for (let call = 0; call < count; call++) times.push(await make(call))
  const after = await cpu?.()
  return { times, cpu: before === undefined || after === undefined ? null : (after - before) / count }
}

/** The smallest request there is: what the machine, the socket and workerd cost before any search. */
export function measureHealth(url: string, cpu: CpuClock | null): Promise<Measured> {
  return onOneConnection(async (get) => {
    const call = async () => (await get(url + paths.health)).firstByteMs
    await timeCalls(BASELINE_CALLS / 10, null, call)
    return { name: '/healthz, first byte', ...(await timeCalls(BASELINE_CALLS, cpu, call)), matched: 0 }
  })
}

const totalOf = ({ body }: Timed) => (JSON.parse(body) as { total: number }).total

function measureKind(
  { name, queries }: QueryKind,
  ask: (query: string) => string,
  cpu: CpuClock | null,
): Promise<Measured> {
  const addresses = queries.map(ask)
  return onOneConnection(async (get) => {
    const totals: number[] = []
    for (const address of addresses) totals.push(totalOf(await get(address)))
    const call = async (index: number) => (await get(addresses[index % addresses.length] ?? '')).ms
    return { name, ...(await timeCalls(CALLS_A_KIND, cpu, call)), matched: mean(totals) }
  })
}

/** Asks every kind of query, one call at a time. The last row is all calls together. */
export async function measureSearch(
  url: string,
  publicKey: string,
  kinds: readonly QueryKind[],
  cpu: CpuClock | null,
): Promise<{ rows: Measured[]; all: Measured }> {
  const ask = (query: string) =>
    `${url}${paths.search}?${new URLSearchParams({ key: publicKey, q: query }).toString()}`
  const rows: Measured[] = []
  for (const kind of kinds) rows.push(await measureKind(kind, ask, cpu))
  const spent = rows.flatMap((row) => row.cpu ?? [])
  return {
    rows,
    all: {
      name: 'all',
      times: rows.flatMap(({ times }) => times),
      // Every kind has as many calls, so the mean of the means is the mean.
      cpu: spent.length === 0 ? null : mean(spent),
      matched: mean(rows.map(({ matched }) => matched)),
    },
  }
}

export const p50 = ({ times }: Measured): number => percentile(times, 0.5)
export const p99 = ({ times }: Measured): number => percentile(times, 0.99)
