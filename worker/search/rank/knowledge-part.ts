import { TAG_FULL } from '../document/term-vector.ts'
import type { Candidate } from './candidate.ts'
import { isOwn, type Score, type SearchTerm } from './score.ts'

/**
 * What knowledge of the world adds to a product's text score: how well it serves the concepts the query speaks of.
 * Gated and capped, because such knowledge is wrong about some shops: it counts for no more than the best text score,
 * and the less, the better titles answer already. Pure.
 */

/** A concept of the query as the index knows it. */
export interface ConceptTerm {
  /** Hash of its tag term. */
  readonly hash: number
  /** Products that carry it. */
  readonly documents: number
  /** Share of the query's weight in the words that speak of it, 0 to 1. */
  readonly share: number
}

/** Everything the ranker needs of it. */
export interface Knowledge {
  readonly concepts: readonly ConceptTerm[]
  /** Indexed products. */
  readonly documents: number
  /** See `knowledgeWorth`. */
  readonly worth: number
}

/** Found by cross-shop validation, see `npm run eval -- cross-shop`. */
export const knowledgeWeights = {
  /** Worth of a concept that all of the query speaks of, on a product that serves it fully, in best text scores. */
  worth: 2.5,
  /** A concept that half the shop serves tells little. */
  rarity: 1,
  shareExponent: 0.5,
  /** How strongly words that products hold already, anywhere or in their names, mute it. */
  coverageGate: 0.5,
  nameGate: 1,
  /** A concept knows which kinds of goods serve it; a query that names its own kind knows better. */
  worthBesideKind: 0.4,
  /** A product of the kind asked for, whatever its title calls it, against one whose title has the very word. */
  kind: 0.5,
  /** How many times the goods that have the word the shop must have of the kind it names. */
  otherNames: 3,
}

/** Products on top whose words tell whether the shop's own texts answer. */
const LOOKED_AT = 3

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Titles that answer a query so well, and so many of them, leave knowledge out. */
const ANSWERED_BY = 3
const NAMED_WELL = 0.8
const PAGE = 10

/** True when titles, brands and categories answer the query in its own words. */
export const titlesAnswer = (best: readonly { readonly score: Score }[]): boolean =>
  best.slice(0, PAGE).filter(({ score }) => score.named >= NAMED_WELL).length >= ANSWERED_BY

/** How much of the query the names of the best products hold, 0 to 1. */
export const meanNamed = (best: readonly { readonly score: Score }[]): number =>
  mean(best.slice(0, LOOKED_AT).map(({ score }) => score.named))

/** How much concepts may count, given the best products by text alone. */
export function knowledgeWorth(best: readonly { readonly score: Score }[], namesKind: boolean): number {
  const { worth, coverageGate, nameGate, worthBesideKind } = knowledgeWeights
  const top = best.slice(0, LOOKED_AT).map(({ score }) => score)
  return (
    worth *
    (namesKind ? worthBesideKind : 1) *
    (1 - mean(top.map(({ coverage }) => coverage))) ** coverageGate *
    (1 - mean(top.map(({ named }) => named))) ** nameGate
  )
}

/** The part of one product, in best text scores: 0 to 1. */
export function knowledgePart({ vector }: Candidate, { concepts, documents, worth }: Knowledge): number {
  let sum = 0
  for (const { hash, documents: having, share } of concepts) {
    const value = vector.counts(hash)
    if (value === 0) continue
    const rarity = Math.log(1 + documents / (having + 1)) / Math.log(1 + documents)
    sum += (value / TAG_FULL) * rarity ** knowledgeWeights.rarity * share ** knowledgeWeights.shareExponent
  }
  return Math.min(1, worth * sum)
}

/** A shop's concepts of a query, each with its share of the query's weight. */
export function shareOf(terms: readonly SearchTerm[], isSpokenOf: (word: number) => boolean): number {
  let mass = 0
  let spoken = 0
  for (const term of terms) {
    if (!isOwn(term)) continue
    const { word, idf, weight } = term
    mass += idf * weight
    if (isSpokenOf(word)) spoken += idf * weight
  }
  return mass === 0 ? 1 : spoken / mass
}
