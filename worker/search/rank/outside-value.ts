/** Even the last of what was found outside stands at this share of the best literal score: not under the floor. */
const LEAST = 0.1
/** The first of them gets this share of it on top of its own. */
const MOST = 0.6

/**
 * The rank value of a product that a search server found by what our texts cannot see: its own value and a part for
 * the server's rank, never above the best literal score, so that a near meaning does not push the very words down.
 * `worth` is 0 to 1, 0 for products it did not find. Where no product has a word of the query the server's order
 * stands. Pure.
 */
export function outsideValue(value: number, worth: number, bestLiteral: number): number {
  if (worth <= 0) return value
  if (bestLiteral <= 0) return worth
  return Math.max(value, Math.min(bestLiteral, value + bestLiteral * (LEAST + (MOST - LEAST) * worth)))
}
