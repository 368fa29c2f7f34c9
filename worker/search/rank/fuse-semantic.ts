import { FEEDBACK_PRODUCTS } from './feedback.ts'
import type { Ranked } from './rank-candidates.ts'
import type { SearchTerm } from './score.ts'

/**
 * How nearness in meaning joins the words' own score: added, at most as much as the best literal match has, so that
 * no product overtakes a full match of the words by meaning alone. Pure.
 */

/** Products whose nearness counts at all. */
export const SEMANTIC_PRODUCTS = 100

/** What the nearest product's meaning is worth, in the best literal score. */
const SEMANTIC_WEIGHT = 0.6

/** A product whose title, brand and category hold this share of the query answers it in its own words. */
const NAMED_WELL = 0.5

export interface SemanticMatch {
  readonly row: number
  readonly cosine: number
}

/** False where the titles on top answer the query in its own words: there meaning brings lookalikes. */
export function wantsSemantics(ranked: readonly Ranked[], terms: readonly SearchTerm[]): boolean {
  return (
    terms.some(({ word }) => word >= 0) &&
    !ranked.slice(0, FEEDBACK_PRODUCTS).some(({ score }) => score.named >= NAMED_WELL)
  )
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

/** What nearness adds to a product's literal score. */
export function semanticWorth(near: number, bestLiteral: number): number {
  // Where no word matches anything, meaning is all there is.
  const unit = bestLiteral > 0 ? bestLiteral : 1
  return unit * Math.min(1, SEMANTIC_WEIGHT * Math.min(1, Math.max(0, near)))
}
