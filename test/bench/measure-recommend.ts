import type { LearntEvent } from '../../worker/ports/recommender.ts'
import type { Metric } from '../eval/metric.ts'
import { percentile } from '../eval/relevance.ts'
import { startMeasuredRecommender, type Ask } from '../eval/sessions/measured-recommender.ts'
import { seededRandom } from './generate-catalogue.ts'

/** A shop of this many products in shelves of so many; shoppers mostly stay on a shelf. */
const PRODUCTS = 10_000
const SHELF = 40
const LEAVES_SHELF = 0.15

const STEPS_MOST = 9
const PAUSE_MS = 20_000

const CALLS = 1_000
const LIST = 12
/** Events a call learns. */
const AT_ONCE = 100
/** Events made at a time. */
const CHUNK = 10_000

const rules = {
  market: 'main',
  adult: false,
  repeats: 'leave_out',
  exclude: [],
  diversity: null,
  exploration: 0,
} as const

/** Shoppers of a made-up shop, one after the other: few shelves and few products of each draw most of them. */
function shoppers(): () => string[] {
  const random = seededRandom(23)
  const skewed = (below: number) => Math.floor(below * random() ** 3)
  return () => {
    const steps = 1 + Math.floor(STEPS_MOST * random() ** 2)
    let shelf = skewed(PRODUCTS / SHELF)
    return Array.from({ length: steps }, () => {
      if (random() < LEAVES_SHELF) shelf = skewed(PRODUCTS / SHELF)
      return `product-${shelf * SHELF + skewed(SHELF)}`
    })
  }
}

/**
 * What a recommendation and an event cost in workerd once so many events were learnt. The processor time holds the
 * request and the call of the object, too.
 */
export async function measureRecommend(sizes: readonly (readonly [string, number])[]): Promise<Metric[]> {
  const products = Array.from({ length: PRODUCTS }, (_, index) => `product-${index}`)
  const recommender = await startMeasuredRecommender(products)
  const metrics: Metric[] = []
  try {
    const next = shoppers()
    const bytes = await recommender.storedBytes()
    let at = Date.now() - 60 * 24 * 3600 * 1000
    let learnt = 0
    let session = 0
    for (const [name, events] of sizes) {
      const before = learnt
      let [ms, cpuMs] = [0, 0]
      while (learnt < events) {
        const some: LearntEvent[] = []
        while (some.length < CHUNK) {
          session += 1
          for (const product of next())
            some.push({
              session: `s${session}`,
              visitor: null,
              name: 'view_item',
              product,
              at: (at += PAUSE_MS / 8),
            })
        }
        const spent = await recommender.learn(some, AT_ONCE)
        learnt += some.length
        ms += spent.ms
        cpuMs += spent.cpuMs ?? 0
      }
      const asks = Array.from({ length: CALLS }, (): Ask => {
        const recent = next().map((product) => ({ product, at }))
        return { context: { recent, current: null, session: null }, k: LIST, rules }
      })
      await recommender.recommend(asks.slice(0, CALLS / 10), 1)
      const { spent, times } = await recommender.recommend(asks, 1)
      const grown = (await recommender.storedBytes()) - bytes
      metrics.push(
        { name: `recommend.${name}.p50_ms`, value: percentile(times, 0.5), unit: 'ms' },
        { name: `recommend.${name}.p99_ms`, value: percentile(times, 0.99), unit: 'ms' },
        ...(spent.cpuMs === null
          ? []
          : [
              { name: `recommend.${name}.cpu_ms`, value: spent.cpuMs / CALLS, unit: 'ms' },
              { name: `recommend.${name}.learn_cpu_ms`, value: cpuMs / (learnt - before), unit: 'ms' },
            ]),
        { name: `recommend.${name}.learn_ms`, value: ms / (learnt - before), unit: 'ms' },
        { name: `recommend.${name}.mb_per_million_events`, value: grown / learnt, unit: 'MB' },
      )
    }
    return metrics
  } finally {
    await recommender.close()
  }
}
