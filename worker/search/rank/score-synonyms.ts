import type { TermVector } from '../document/term-vector.ts'
import { scoreProduct, type Score, type SearchTerm, type Statistics } from './score.ts'

interface Alternative {
  readonly from: number
  readonly to: number
  readonly terms: readonly SearchTerm[]
}

function alternativesIn(terms: readonly SearchTerm[]): Alternative[] {
  const byNumber = new Map<number, SearchTerm[]>()
  for (const term of terms) {
    if (!term.instead) continue
    const { alternative } = term.instead
    byNumber.set(alternative, [...(byNumber.get(alternative) ?? []), term])
  }
  return [...byNumber.values()].flatMap((group) => {
    const instead = group[0]?.instead
    return instead ? [{ from: instead.from, to: instead.to, terms: group }] : []
  })
}

/**
 * Scores products by the query, or by the query with words exchanged for the shop's synonyms where a product has
 * those: either counts once, for the score and for coverage. Without synonyms it is `scoreProduct`. Pure.
 */
export function scorerOf(
  terms: readonly SearchTerm[],
  statistics: Statistics,
): (vector: TermVector) => Score {
  const alternatives = alternativesIn(terms)
  if (alternatives.length === 0) return (vector) => scoreProduct(vector, terms, statistics)
  const own = terms.filter(({ instead }) => instead === undefined)
  return (vector) => {
    let best = { terms: own, score: scoreProduct(vector, own, statistics) }
    for (const { from, to, terms: synonym } of alternatives) {
      if (!synonym.some(({ hash }) => vector.counts(hash) !== 0)) continue
      const exchanged = [...best.terms.filter(({ word }) => word < from || word > to), ...synonym]
      const score = scoreProduct(vector, exchanged, statistics)
      if (score.total > best.score.total) best = { terms: exchanged, score }
    }
    return best.score
  }
}
