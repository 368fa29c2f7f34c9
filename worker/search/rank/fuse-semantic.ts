/**
 * How nearness in meaning joins the words' own score: added, at most as much as the best literal match has, so that
 * no product overtakes a full match of the words by meaning alone. Pure.
 */

/** Products whose nearness counts at all. */
export const SEMANTIC_PRODUCTS = 100

/**
 * What the nearest product's meaning is worth, in best text scores, and how slowly that falls with distance: found on
 * one development set, reported on another.
 */
const SEMANTIC_WEIGHT = 0.3
const NEARNESS_EXPONENT = 0.5

export interface SemanticMatch {
  readonly row: number
  readonly cosine: number
}

/**
 * Nearness of each product, 1 for the nearest, 0 for the last of those that count: models differ in what cosine they
 * call near, so only the distances within one answer mean something.
 * @param matches best first
 */
export function nearness(matches: readonly SemanticMatch[]): ReadonlyMap<number, number> {
  const first = matches[0]?.cosine ?? 0
  const last = matches.at(-1)?.cosine ?? 0
  const spread = first - last
  return new Map(matches.map(({ row, cosine }) => [row, spread > 0 ? (cosine - last) / spread : 1] as const))
}

/** What nearness is worth, in best text scores. */
export const semanticPart = (near: number): number =>
  Math.min(1, SEMANTIC_WEIGHT * Math.min(1, Math.max(0, near)) ** NEARNESS_EXPONENT)
