import { fieldMask } from '../document/term-vector.ts'
import { kindPrefix } from '../knowledge/tag-term.ts'
import type { Candidate } from './candidate.ts'
import { alternativesIn, type Alternative } from './exchange-synonyms.ts'
import { isOwn, type SearchTerm } from './score.ts'

/** A word names a kind of goods when so many products have it in their category. */
const PRODUCTS_LEAST = 3

const inCategory = fieldMask([2])
const inTitleOrCategory = fieldMask([0, 2])

const has = ({ vector }: Candidate, terms: readonly SearchTerm[], fields: number): boolean =>
  terms.every(({ hash }) => (vector.counts(hash) & fields) !== 0)

/** True when enough of the candidates have the word in their category. */
function isKind(
  word: readonly SearchTerm[],
  candidates: readonly Candidate[],
  inCategoryMost: (term: SearchTerm) => number,
): boolean {
  if (word.some((term) => inCategoryMost(term) < PRODUCTS_LEAST)) return false
  let having = 0
  return candidates.some((candidate) => has(candidate, word, inCategory) && ++having >= PRODUCTS_LEAST)
}

/** True when a synonym stands instead of the word. */
const stands = ({ from, to }: Alternative, [own]: readonly SearchTerm[]): boolean =>
  own !== undefined && own.word >= from && own.word <= to

/**
 * Tells which products are of a kind the query names in the shop's own words ("bag" where there are bags): others
 * may be light, elegant and for work, but they are no bags. Null when the query names no kind. Pure.
 * @param inCategoryMost how many products can have a term in their category, where an index knows: most words name no
 *   kind, and then no product need be looked at
 */
export function namedKind(
  terms: readonly SearchTerm[],
  candidates: readonly Candidate[],
  inCategoryMost: (term: SearchTerm) => number = () => Number.POSITIVE_INFINITY,
): ((candidate: Candidate) => boolean) | null {
  const words = new Map<number, SearchTerm[]>()
  for (const term of terms) {
    if (isOwn(term) && term.weight >= 1) words.set(term.word, [...(words.get(term.word) ?? []), term])
  }
  const kinds = [...words.values()].filter((word) => isKind(word, candidates, inCategoryMost))
  const tags = terms.filter(({ term }) => term.startsWith(kindPrefix))
  if (kinds.length === 0 && tags.length === 0) return null
  const synonyms = alternativesIn(terms).filter((synonym) => kinds.some((kind) => stands(synonym, kind)))
  const named = [...kinds, ...synonyms.map((synonym) => synonym.terms)]
  return (candidate) =>
    tags.some(({ hash }) => candidate.vector.counts(hash) !== 0) ||
    named.some((word) => has(candidate, word, inTitleOrCategory))
}
