import { fieldFrequency } from '../document/term-vector.ts'
import type { Candidate } from './candidate.ts'
import type { SearchTerm } from './score.ts'

/** A word names a kind of goods when so many products have it in their category. */
const PRODUCTS_LEAST = 3

const title = 0
const category = 2

const has = ({ vector }: Candidate, terms: readonly SearchTerm[], fields: readonly number[]): boolean =>
  terms.every(({ hash }) => {
    const counts = vector.counts(hash)
    return counts !== 0 && fields.some((field) => fieldFrequency(counts, field) > 0)
  })

/** True when a synonym stands instead of the word. */
const stands = ([synonym]: readonly SearchTerm[], [own]: readonly SearchTerm[]): boolean =>
  synonym?.instead !== undefined &&
  own !== undefined &&
  own.word >= synonym.instead.from &&
  own.word <= synonym.instead.to

/**
 * Tells which products are of a kind the query names in the shop's own words ("bag" where there are bags): others
 * may be light, elegant and for work, but they are no bags. Null when the query names no kind. Pure.
 */
export function namedKind(
  terms: readonly SearchTerm[],
  candidates: readonly Candidate[],
): ((candidate: Candidate) => boolean) | null {
  const words = new Map<number, SearchTerm[]>()
  const synonyms = new Map<number, SearchTerm[]>()
  for (const term of terms) {
    if (term.instead) {
      const { alternative } = term.instead
      synonyms.set(alternative, [...(synonyms.get(alternative) ?? []), term])
    } else if (term.word >= 0 && term.weight >= 1)
      words.set(term.word, [...(words.get(term.word) ?? []), term])
  }
  const kinds = [...words.values()].filter(
    (word) => candidates.filter((candidate) => has(candidate, word, [category])).length >= PRODUCTS_LEAST,
  )
  if (kinds.length === 0) return null
  const named = [
    ...kinds,
    ...[...synonyms.values()].filter((synonym) => kinds.some((kind) => stands(synonym, kind))),
  ]
  return (candidate) => named.some((word) => has(candidate, word, [title, category]))
}
