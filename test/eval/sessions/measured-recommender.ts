import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  LearntEvent,
  RecommendContext,
  RecommenderState,
  RecommendRules,
} from '../../../worker/ports/recommender.ts'
import { childrenNamed, cpuClockOf } from '../../bench/process-cpu.ts'
import { createMeasuredShop, startMeasuringWorker } from '../../support/measured-shop.ts'

export interface Ask {
  readonly context: RecommendContext
  readonly k: number
  readonly rules: RecommendRules
}

/** Wall and processor time of so many calls, in milliseconds; `cpuMs` is null where the system does not tell. */
export interface Spent {
  readonly calls: number
  readonly ms: number
  readonly cpuMs: number | null
}

export interface Recommended {
  readonly lists: readonly (readonly string[])[]
  readonly spent: Spent
  /** Milliseconds of each request. */
  readonly times: readonly number[]
}

/** The product's own recommender in workerd, in a shop of its own. */
export interface MeasuredRecommender {
  learn(events: readonly LearntEvent[], batch: number): Promise<Spent>
  /** A list for each ask, in order. `atOnce`: how many go in one request, each a call of the shop's object of its own. */
  recommend(asks: readonly Ask[], atOnce?: number): Promise<Recommended>
  state(): Promise<RecommenderState>
  /** Bytes of the shop's database with its log. */
  storedBytes(): Promise<number>
  close(): Promise<void>
}

const ASKS_AT_ONCE = 200

async function bytesUnder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(
    files.filter((file) => /\.sqlite(?:-wal)?$/.test(file)).map((file) => stat(join(folder, file))),
  )
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

/** Starts it with these products in the live catalogue: what is not in it is never shown. */
export async function startMeasuredRecommender(products: Iterable<string>): Promise<MeasuredRecommender> {
  const before = new Set(await childrenNamed('workerd'))
  const worker = await startMeasuringWorker({}, 'test/worker/support/measured-worker.ts')
  const pid = (await childrenNamed('workerd')).find((child) => !before.has(child)) ?? null
  const clock = pid === null ? null : await cpuClockOf(pid)
  const shop = await createMeasuredShop(worker.url, { locale: 'en', currency: 'USD' })
  const rows = Array.from(products, (id) => JSON.stringify({ id, title: `Product ${id}`, price: 1 }))
  await shop.importFile('products', rows.join('\n'))
  const post = async <T>(what: string, body: object): Promise<T> => {
    const answer = await fetch(`${worker.url}/measure/${what}`, {
      method: 'POST',
      // A connection kept while the controls think is closed by the worker, and the next request finds it out.
      headers: { connection: 'close' },
      body: JSON.stringify({ shop: shop.keys.shop, ...body }),
    })
    if (!answer.ok) throw new Error(`${answer.status} from the measuring worker: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const timed = async (calls: number, work: () => Promise<void>): Promise<Spent> => {
    const [begun, cpuBegun] = [performance.now(), await clock?.()]
    await work()
    const cpuEnded = await clock?.()
    const cpuMs = cpuBegun === undefined || cpuEnded === undefined ? null : cpuEnded - cpuBegun
    return { calls, ms: performance.now() - begun, cpuMs }
  }
  return {
    learn: (events, batch) =>
      timed(events.length, async () => {
        for (let from = 0; from < events.length; from += batch)
          await post('learn', { events: events.slice(from, from + batch) })
      }),
    async recommend(asks, atOnce = ASKS_AT_ONCE) {
      const lists: string[][] = []
      const times: number[] = []
      const spent = await timed(asks.length, async () => {
        for (let from = 0; from < asks.length; from += atOnce) {
          const begun = performance.now()
          lists.push(...(await post<string[][]>('recommend', { asks: asks.slice(from, from + atOnce) })))
          times.push(performance.now() - begun)
        }
      })
      return { lists, spent, times }
    },
    state: () => post('state', {}),
    storedBytes: () => bytesUnder(worker.state),
    close: () => worker.close(),
  }
}
