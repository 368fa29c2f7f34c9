import type { Candidate } from './candidate.ts'
import type { Ranked } from './rank-candidates.ts'
import { inverseDocumentFrequency, type SearchTerm } from './score.ts'

/**
 * Pseudo relevance feedback in the manner of relevance models (Lavrenko and Croft, SIGIR 2001): the words the best
 * products share join the query at a low weight. Gated, because it harms queries that titles already answer.
 * Pure.
 */

/** Products whose words are looked at. */
const FEEDBACK_PRODUCTS = 10
const FEEDBACK_TERMS = 15
const FEEDBACK_WEIGHT = 0.3
/** Share of the products' weight a word must stand in. */
const SHARED_BY = 0.2

/** A product whose title, brand and category hold this share of the query answers it in its own words. */
const NAMED_WELL = 0.5

/** In a smaller shop ten products share words by chance, and feedback drifts. */
const DOCUMENTS_LEAST = 500

/** True when the shop is large enough, the query is of several words, and no product on top is named by them. */
export function wantsFeedback(
  ranked: readonly Ranked[],
  terms: readonly SearchTerm[],
  documents: number,
): boolean {
  if (documents < DOCUMENTS_LEAST) return false
  const words = new Set(terms.filter(({ word, weight }) => word >= 0 && weight >= 1).map(({ word }) => word))
  return (
    words.size > 1 &&
    ranked.length > 0 &&
    !ranked.slice(0, FEEDBACK_PRODUCTS).some(({ score }) => score.named >= NAMED_WELL)
  )
}

/**
 * Whose words are looked at, with what each counts: what shoppers chose after this search, by how many did, because they
 * have judged; where they have not, what stands first, by its rank value.
 * @param chosen visitors by product id
 */
export function feedbackProducts(
  ranked: readonly Ranked[],
  chosen: ReadonlyMap<string, number>,
): { readonly candidate: Candidate; readonly value: number }[] {
  const judged = ranked.flatMap(({ candidate }) => {
    const value = chosen.get(candidate.id)
    return value === undefined ? [] : [{ candidate, value }]
  })
  return judged.length > 0 ? judged.slice(0, FEEDBACK_PRODUCTS) : ranked.slice(0, FEEDBACK_PRODUCTS)
}

export interface FeedbackSource {
  /** What the product counts, see `feedbackProducts`. */
  readonly value: number
  readonly terms: ReadonlySet<string>
}

/** The words to add, with their weights: frequent among the best, rare in the shop. */
export function feedbackTerms(
  sources: readonly FeedbackSource[],
  known: ReadonlySet<string>,
  index: { readonly documents: number; count(term: string): number },
): { term: string; weight: number }[] {
  const total = sources.reduce((sum, { value }) => sum + value, 0)
  const shares = new Map<string, number>()
  for (const { value, terms } of sources) {
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + value / total)
  }
  const scored = [...shares]
    .filter(([term, share]) => share > SHARED_BY && !known.has(term) && !/^\d/.test(term))
    .map(([term, share]) => {
      const documents = index.count(term)
      return { term, documents, worth: share * inverseDocumentFrequency(index.documents, documents) }
    })
    .filter(({ documents }) => documents > 1)
    .sort((left, right) => right.worth - left.worth || (left.term < right.term ? -1 : 1))
    .slice(0, FEEDBACK_TERMS)
  const most = scored[0]?.worth ?? 1
  return scored.map(({ term, worth }) => ({ term, weight: (FEEDBACK_WEIGHT * worth) / most }))
}
