import { TAG_FULL } from '../document/term-vector.ts'
import type { ConceptTerm } from './knowledge-part.ts'
import type { Ranked } from './rank-candidates.ts'
import type { SearchTerm } from './score.ts'

/**
 * Whether a search found what was asked for, or only what comes nearest. Better to say "nearest" of a lucky find now
 * and then than to pass a handbag off as the leather sofa that was asked for. Pure.
 */

export type Answer = 'found' | 'nearest' | 'none'

/** Products on top that are looked at: if one of them answers, the query is answered. */
const LOOKED_AT = 5

/** Limits found on half of the project's own answerable and unanswerable queries; see `npm run eval -- no-answer`. */
const limits = {
  /** Below this share of the query's weight even the best product is only near. */
  coverage: 0.33,
  /** The same of a query of many words, of which no product has most. */
  coverageOfMany: 0.25,
  /** A product that serves a concept of the query this much answers it whatever its words. */
  known: 0.15,
  /** Or when it serves them so well in all, each by its share of the query. */
  served: 0.2,
  /** With so many goods of the kind that a longer query names, and one of them on top, the shop has what is meant. */
  soldLeast: 5,
  /** The query names a kind of goods that the shop does not sell: only products with nearly all its words are meant. */
  coverageOfUnsold: 0.8,
  namedOfUnsold: 0.6,
  /** A query of so few words names a thing: no title, brand or category with any of them, and it is not here. */
  fewWords: 3,
  coverageOfFew: 0.7,
  namedOfFew: 0.15,
} as const

/** What a query names beside words. */
export interface Named {
  /** Concepts of the query with their share of it. */
  readonly concepts: readonly ConceptTerm[]
  /** Tag terms of the last kind of goods that the query names; empty when it names none. */
  readonly kind: readonly SearchTerm[]
}

/** True when a product serves what the query wishes for, whatever its words. */
function serves({ candidate }: Ranked, concepts: readonly ConceptTerm[]): boolean {
  const served = concepts.reduce(
    (sum, { hash, share }) => sum + (share * candidate.vector.counts(hash)) / TAG_FULL,
    0,
  )
  return served >= limits.served
}

/** Words of a query; what is written without spaces (傘がいらない上着) counts by its length, two characters a word. */
function lengthOf(terms: readonly SearchTerm[]): number {
  const own = terms.filter(({ word }) => word >= 0)
  return Math.max(new Set(own.map(({ word }) => word)).size, Math.floor(own.length / 2))
}

export function honestAnswer(
  ranked: readonly Ranked[],
  terms: readonly SearchTerm[],
  { concepts, kind }: Named,
): Answer {
  if (ranked.length === 0) return 'none'
  const words = lengthOf(terms)
  if (words === 0) return 'found'
  const top = ranked.slice(0, LOOKED_AT)
  const coverage = Math.max(...top.map(({ score }) => score.coverage))
  const named = Math.max(...top.map(({ score }) => score.named))
  if (top.some((product) => product.known >= limits.known || serves(product, concepts))) return 'found'
  const isSold = kind.some(({ documents }) => documents >= limits.soldLeast)
  const isOfKind = ({ candidate }: Ranked) => kind.some(({ hash }) => candidate.vector.counts(hash) !== 0)
  if (isSold && words > limits.fewWords && top.some(isOfKind)) return 'found'
  const isThin = coverage < (words <= limits.fewWords ? limits.coverage : limits.coverageOfMany)
  const namesUnsold = kind.length > 0 && kind.every(({ documents }) => documents === 0)
  const isUnsold = namesUnsold && coverage < limits.coverageOfUnsold && named < limits.namedOfUnsold
  const isOfOtherThings =
    words <= limits.fewWords && named < limits.namedOfFew && coverage < limits.coverageOfFew
  return isThin || isUnsold || isOfOtherThings ? 'nearest' : 'found'
}
