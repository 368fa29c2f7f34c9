/**
 * What may be asked of an embedding service: so many requests and so many tokens in any minute. A bucket of a sixth
 * of a minute's worth that refills at five sixths of the rate: a full bucket and a minute's refill together are
 * exactly what the minute allows. Pure.
 */

export interface Rates {
  readonly requestsPerMinute: number
  readonly tokensPerMinute: number
}

export interface RateBudget {
  readonly requests: number
  readonly tokens: number
  /** When it was last refilled, milliseconds since the epoch. */
  readonly at: number
}

/** Share of a minute's worth that may be spent at once. */
const BURST = 1 / 6
const MINUTE_MS = 60_000

export interface Cost {
  readonly requests: number
  readonly tokens: number
}

/** The most that one call may cost: what a full bucket holds. */
export const burstOf = ({ requestsPerMinute, tokensPerMinute }: Rates): Cost => ({
  requests: Math.max(1, requestsPerMinute * BURST),
  tokens: tokensPerMinute * BURST,
})

export const fullBudget = (rates: Rates, now: number): RateBudget => ({ ...burstOf(rates), at: now })

/** The bucket at a later time; a clock that steps back refills nothing. */
function refilled(budget: RateBudget, rates: Rates, now: number): RateBudget {
  const share = (Math.max(0, now - budget.at) / MINUTE_MS) * (1 - BURST)
  const burst = burstOf(rates)
  return {
    requests: Math.min(burst.requests, budget.requests + share * rates.requestsPerMinute),
    tokens: Math.min(burst.tokens, budget.tokens + share * rates.tokensPerMinute),
    at: now,
  }
}

export interface Spent {
  readonly budget: RateBudget
  /** 0: it was spent. Else nothing was, and so many milliseconds later it can be. */
  readonly waitMs: number
}

/** Spends what a call costs when there is that much. A cost beyond a full bucket must not be asked for. */
export function spend(budget: RateBudget, rates: Rates, cost: Cost, now: number): Spent {
  const held = refilled(budget, rates, now)
  const missing = (have: number, want: number, perMinute: number) =>
    have >= want ? 0 : ((want - have) / (perMinute * (1 - BURST))) * MINUTE_MS
  const waitMs = Math.ceil(
    Math.max(
      missing(held.requests, cost.requests, rates.requestsPerMinute),
      missing(held.tokens, cost.tokens, rates.tokensPerMinute),
    ),
  )
  if (waitMs > 0) return { budget: held, waitMs }
  return {
    budget: { requests: held.requests - cost.requests, tokens: held.tokens - cost.tokens, at: now },
    waitMs: 0,
  }
}

/** Corrects an estimate once the service has counted: what was too much goes back, what was too little is owed. */
export function settle(budget: RateBudget, rates: Rates, estimated: number, counted: number): RateBudget {
  const tokens = Math.min(burstOf(rates).tokens, budget.tokens + estimated - counted)
  return { ...budget, tokens }
}

const wide = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Tokens of a text before anybody has counted them, on the high side: a wide letter is one, three others are one. */
export function estimateTokens(text: string): number {
  const wideLetters = text.match(wide)?.length ?? 0
  return wideLetters + Math.ceil((text.length - wideLetters) / 3) + 2
}
