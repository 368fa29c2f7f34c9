import type { OutsideFinds } from '../../ports/outside-finds.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../../ports/retriever.ts'
import { err, ok, type Result } from '../../result.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { marketCurrency } from '../tables/market-currency.ts'
import { ProductFinder } from './find-products.ts'
import type { TokenBucket } from '../../token-bucket.ts'
import type { SearchMemory } from './search-memory.ts'

/** A second's worth of searches may come at once. */
const BURST_SECONDS = 2

const nothing = (plan: SearchPlan): Found => ({
  hits: [],
  cards: [],
  beyond: [],
  total: 0,
  facets: { category: [], brand: [], availability: [], attributes: [] },
  understood: plan.understanding.wishes.map(({ id, kind, label, hard }) => ({ id, kind, label, hard })),
  answer: 'none',
  relax: [],
})

/** One search in one shop. Without a catalogue or without the market nothing is found; no such shop is a failure. */
export function searchShop(
  sql: SqlStorage | null,
  memory: SearchMemory,
  searches: TokenBucket,
  plan: SearchPlan,
  searchesPerSecond: number,
  finds?: OutsideFinds,
): Result<Found, RetrievalFailure> {
  if (!sql) return err({ kind: 'shop_missing' })
  const wait = searches.take(searchesPerSecond, searchesPerSecond * BURST_SECONDS, Date.now())
  if (wait > 0) return err({ kind: 'shop_busy', retryAfterSeconds: wait })
  const live = liveCatalogue(sql)
  const currency = marketCurrency(sql, plan.market)
  if (!live || currency === null) return ok(nothing(plan))
  return ok(new ProductFinder(sql, memory, live, currency).find(plan, finds))
}
