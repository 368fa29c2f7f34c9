import type { Lead } from '../../ports/retriever.ts'
import type { Product } from '../../ports/product.ts'
import { fieldFrequency, fieldMask, termHash } from '../document/term-vector.ts'
import { analyse } from '../text/analyse.ts'
import type { Ranked } from './rank-candidates.ts'
import { isOwn, type SearchTerm } from './score.ts'

const TITLE = 0

/** Bits of packed counts that tell that a term is in title or brand. */
const nameFields = fieldMask([TITLE, 1])

const clamped = (share: number): number => Math.min(1, Math.max(0, share))

/**
 * How the best product stands to the query and to the second: what a gate decides by whether a re-ranking can help.
 * Numbers a shop knows a product by (mpn, gtin) are names here, a category is none: many products share it. Pure.
 * @param ranked in the order shown
 * @param best the first of them
 */
export function leadOf(
  ranked: readonly Ranked[],
  terms: readonly SearchTerm[],
  { mpn, gtin }: Pick<Product, 'mpn' | 'gtin'>,
): Lead {
  const [first, second] = ranked
  if (!first) return { named: 0, filled: 0, gap: 0 }
  const { vector } = first.candidate
  const numbers = new Set([mpn ?? '', gtin ?? ''].flatMap(analyse).map(termHash))
  let mass = 0
  let named = 0
  let filled = 0
  for (const term of terms) {
    if (!isOwn(term)) continue
    const of = term.idf * term.weight
    const counts = vector.counts(term.hash)
    mass += of
    if ((counts & nameFields) !== 0 || numbers.has(term.hash)) named += of
    filled += fieldFrequency(counts, TITLE)
  }
  return {
    named: mass > 0 ? clamped(named / mass) : 0,
    filled: clamped(filled / Math.max(vector.fieldLength(TITLE), 1)),
    gap: first.value > 0 ? clamped(1 - (second?.value ?? 0) / first.value) : 0,
  }
}
