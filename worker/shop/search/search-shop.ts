import type { OutsideFinds } from '../../ports/outside-finds.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../../ports/retriever.ts'
import { err, ok, type Result } from '../../result.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { marketCurrency } from '../tables/market-currency.ts'
import { ProductFinder } from './find-products.ts'
import { withKeptOrder } from './kept-order.ts'
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
): Result<Found, RetrievalFailure> {
  const opened = openShop(sql, searches, searchesPerSecond)
  if (!opened.ok) return opened
  const found = openFinder(opened.value, memory, plan)?.find(plan) ?? nothing(plan)
  return ok(withKeptOrder(opened.value, plan, found))
}

/** Ends a search with what a search server found; nothing: it failed. */
export type FinishSearch = (finds?: OutsideFinds) => Result<Found, RetrievalFailure>

/**
 * The same beside a search server that is being asked meanwhile. `hasMeaning`: for neighbours of the plan's vector too.
 * Products that change before the server has answered are shown as they are then.
 */
export function beginSearch(
  sql: SqlStorage | null,
  memory: SearchMemory,
  searches: TokenBucket,
  plan: SearchPlan,
  { searchesPerSecond, hasMeaning }: { readonly searchesPerSecond: number; readonly hasMeaning: boolean },
): FinishSearch {
  const opened = openShop(sql, searches, searchesPerSecond)
  if (!opened.ok) return () => opened
  const begin = () => {
    const live = liveCatalogue(opened.value)
    const finish = openFinder(opened.value, memory, plan)?.begin(plan, hasMeaning) ?? (() => nothing(plan))
    return { live, seen: memory.candidates.seen, finish }
  }
  const begun = begin()
  return (finds) => {
    const live = liveCatalogue(opened.value)
    memory.candidates.refresh()
    const isSame = live?.id === begun.live?.id && memory.candidates.seen === begun.seen
    return ok(withKeptOrder(opened.value, plan, (isSame ? begun : begin()).finish(finds)))
  }
}

function openShop(
  sql: SqlStorage | null,
  searches: TokenBucket,
  searchesPerSecond: number,
): Result<SqlStorage, RetrievalFailure> {
  if (!sql) return err({ kind: 'shop_missing' })
  const wait = searches.take(searchesPerSecond, searchesPerSecond * BURST_SECONDS, Date.now())
  return wait > 0 ? err({ kind: 'shop_busy', retryAfterSeconds: wait }) : ok(sql)
}

/** null: there is no catalogue, or the market has gone. */
function openFinder(sql: SqlStorage, memory: SearchMemory, plan: SearchPlan): ProductFinder | null {
  const live = liveCatalogue(sql)
  const currency = marketCurrency(sql, plan.market)
  return live && currency !== null ? new ProductFinder(sql, memory, live, currency) : null
}
