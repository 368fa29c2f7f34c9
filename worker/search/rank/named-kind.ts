import { fieldMask } from '../document/term-vector.ts'
import { kindPrefix } from '../knowledge/tag-term.ts'
import type { Candidate } from './candidate.ts'
import type { SearchTerm } from './score.ts'

/** A word names a kind of goods when so many products have it in their category. */
const PRODUCTS_LEAST = 3

const inCategory = fieldMask([2])
const inTitleOrCategory = fieldMask([0, 2])

const has = ({ vector }: Candidate, terms: readonly SearchTerm[], fields: number): boolean =>
  terms.every(({ hash }) => (vector.counts(hash) & fields) !== 0)

/** True when enough of the candidates have the word in their category. */
function isKind(word: readonly SearchTerm[], candidates: readonly Candidate[]): boolean {
  let having = 0
  return candidates.some((candidate) => has(candidate, word, inCategory) && ++having >= PRODUCTS_LEAST)
}

/**
 * Tells which products are of a kind the query names in the shop's own words ("bag" where there are bags): others
 * may be light, elegant and for work, but they are no bags. Null when the query names no kind. Pure.
 */
export function namedKind(
  terms: readonly SearchTerm[],
  candidates: readonly Candidate[],
): ((candidate: Candidate) => boolean) | null {
  const words = new Map<number, SearchTerm[]>()
  for (const term of terms) {
    if (term.word >= 0 && term.weight >= 1) words.set(term.word, [...(words.get(term.word) ?? []), term])
  }
  const kinds = [...words.values()].filter((word) => isKind(word, candidates))
  const tags = terms.filter(({ term }) => term.startsWith(kindPrefix))
  if (kinds.length === 0 && tags.length === 0) return null
  return (candidate) =>
    tags.some(({ hash }) => candidate.vector.counts(hash) !== 0) ||
    kinds.some((word) => has(candidate, word, inTitleOrCategory))
}
