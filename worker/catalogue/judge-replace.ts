/** What a `replace` would do to a shop's products. */
export interface ReplaceCounts {
  /** Products live now, and products there would be. */
  readonly before: number
  readonly after: number
  /** Products that would be gone. */
  readonly removed: number
  /** Products whose known price would become 0 or empty. */
  readonly zeroPriced: number
  /** Products whose price would change at least fivefold, up or down. */
  readonly priceJumps: number
}

const MOST_REMOVED = 0.2
const MOST_ZERO_PRICED = 0.05
const MOST_PRICE_JUMPS = 0.2

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`

/**
 * Decides whether a replacement is too drastic to go live unseen.
 * @returns one sentence for the merchant when it is held, null when it may go live.
 */
export const judgeReplace = (counts: ReplaceCounts): string | null => {
  const { before, after, removed, zeroPriced, priceJumps } = counts
  if (before === 0) return null
  if (after === 0) return `The new catalogue is empty: all ${before} products would be removed.`
  if (removed > before * MOST_REMOVED) {
    return `${removed} of ${before} products (${percent(removed, before)}) would be removed.`
  }
  if (zeroPriced > before * MOST_ZERO_PRICED) {
    return `${zeroPriced} of ${before} products (${percent(zeroPriced, before)}) would lose their price.`
  }
  if (priceJumps > before * MOST_PRICE_JUMPS) {
    return `The price of ${priceJumps} of ${before} products (${percent(priceJumps, before)}) would change fivefold or more.`
  }
  return null
}
