import type { Found, SearchPlan } from '../../ports/retriever.ts'
import { keptOrderCards, keptOrderKey } from '../../search/rerank/kept-order-key.ts'
import { readOrder } from '../tables/warm-orders.ts'

/** What was found, with the order that is kept of exactly these cards; a price, a product more, and there is none. */
export function withKeptOrder(sql: SqlStorage, plan: SearchPlan, found: Found): Found {
  const key = keptOrderKey(plan)
  if (key === null || found.cards.length === 0) return found
  const kept = readOrder(sql, key, plan.now)
  return kept?.cards === keptOrderCards(plan, found) ? { ...found, keptOrder: kept.answer } : found
}
