import type { Settings } from '../contract/shops.ts'
import type { BudgetReason } from '../contract/vocabulary.ts'
import type { ModelPrice } from '../contract/models.ts'

/**
 * What calls to models cost and whether another one fits. Money is whole billionths of a US dollar, so that sums are
 * exact: nine million dollars fit. Pure.
 */
export interface Amount {
  readonly tokens: number
  /** Billionths of a US dollar. */
  readonly cost: number
}

export const NANO = 1_000_000_000
/** A dollar for a million tokens is so many billionths for one. */
const NANO_PER_TOKEN = 1_000

export const nothing: Amount = { tokens: 0, cost: 0 }

/** What a call comes to, rounded up. A model without a price costs nothing that anybody could know. */
export function amountOf(price: ModelPrice | null, tokens: { prompt: number; completion: number }): Amount {
  const { input, output } = price ?? { input: 0, output: 0 }
  return {
    tokens: tokens.prompt + tokens.completion,
    // A price is a decimal number: its last binary digit must not round a whole sum up.
    cost: Math.max(
      0,
      Math.ceil((tokens.prompt * input + tokens.completion * output) * NANO_PER_TOKEN - 1e-4),
    ),
  }
}

/** A limit of the shop's settings; `null` in it: not limited. */
export interface Limit {
  readonly tokens: number | null
  readonly cost: number | null
}

export function limitOf({ tokens, money }: Settings['models']['budget']['day']): Limit {
  return { tokens: tokens ?? null, cost: money === undefined ? null : Math.round(money * NANO) }
}

/** Part of a limit, rounded down. */
export const partOf = ({ tokens, cost }: Limit, share: number): Limit => ({
  tokens: tokens === null ? null : Math.floor(tokens * share),
  cost: cost === null ? null : Math.floor(cost * share),
})

export interface Spending {
  readonly day: Amount
  readonly month: Amount
  /** Of the platform's model in the day. */
  readonly allowance: number
}

export interface Bounds {
  readonly day: Limit
  readonly month: Limit
  /** Tokens of the platform's model in a day; null: not limited, or the call is to another model. */
  readonly allowance: number | null
}

const exceeds = (spent: number, wanted: number, limit: number | null): boolean =>
  limit !== null && spent + wanted > limit

/**
 * Which bound a call would break if it cost the most it can; undefined: none, it may be made. What has been set aside for
 * calls under way is part of `spent`, so that no number of calls at once goes over a limit together.
 * @param isPriced false: what it costs is not known, and no limit in money can be kept
 */
export function brokenBound(
  spent: Spending,
  wanted: Amount,
  { day, month, allowance }: Bounds,
  isPriced: boolean,
): BudgetReason | undefined {
  if (exceeds(spent.allowance, wanted.tokens, allowance)) return 'allowance'
  if (exceeds(spent.day.tokens, wanted.tokens, day.tokens)) return 'day_tokens'
  if (exceeds(spent.month.tokens, wanted.tokens, month.tokens)) return 'month_tokens'
  if (!isPriced) return day.cost === null && month.cost === null ? undefined : 'price_unknown'
  if (exceeds(spent.day.cost, wanted.cost, day.cost)) return 'day_money'
  if (exceeds(spent.month.cost, wanted.cost, month.cost)) return 'month_money'
  return undefined
}
