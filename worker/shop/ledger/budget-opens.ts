import type { BudgetReason } from '../../contract/vocabulary.ts'
import { shopClock } from './shop-clock.ts'

/** A merchant may raise a limit before the day is over: so often is tried whether one has. */
const BUDGET_PAUSE_MS = 3600 * 1000

/** Rates have room again in a moment. */
const RATE_PAUSE_MS = 5_000

/** When it is worth asking again whether a bound has room, milliseconds since the epoch. */
export function budgetOpens(sql: SqlStorage, reason: BudgetReason, now: number): number {
  if (reason === 'shop_rate' || reason === 'visitor_rate') return now + RATE_PAUSE_MS
  const { dayEnds, monthEnds } = shopClock(sql, now)
  const ends = reason === 'month_tokens' || reason === 'month_money' ? monthEnds : dayEnds
  return Math.min(ends, now + BUDGET_PAUSE_MS)
}
