import type { SearchTerm, Sum } from './score.ts'

/** A synonym's terms, and the words of the query they stand instead of. */
export interface Alternative {
  readonly from: number
  readonly to: number
  readonly terms: readonly SearchTerm[]
}

/** The synonyms among a query's terms. Pure. */
export function alternativesIn(terms: readonly SearchTerm[]): Alternative[] {
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

/** What one term comes to in one product. */
export interface TermSum extends Sum {
  readonly word: number
  /** Idf mass it has as the shopper's own; 0 when it was added. */
  readonly mass: number
}

const addUp = (parts: readonly TermSum[]): Sum & { readonly mass: number } =>
  parts.reduce(
    (all, part) => ({
      sum: all.sum + part.sum,
      covered: all.covered + part.covered,
      named: all.named + part.named,
      mass: all.mass + part.mass,
    }),
    { sum: 0, covered: 0, named: 0, mass: 0 },
  )

/**
 * What a query comes to in one product when words of it may be exchanged for the shop's synonyms: the better of both
 * at each place, so that either counts once, for the score and for coverage. Shares are told against the mass of the
 * query as it was typed. Pure.
 */
export function exchanged(
  own: readonly SearchTerm[],
  alternatives: readonly Alternative[],
  totalOf: (sum: number, covered: number, mass: number) => number,
  sumOf: (term: SearchTerm) => TermSum,
): Sum {
  const total = (parts: readonly TermSum[]): number => {
    const { sum, covered, mass } = addUp(parts)
    return totalOf(sum, covered, mass)
  }
  let best = own.map(sumOf)
  const typed = addUp(best).mass
  for (const { from, to, terms } of alternatives) {
    const synonym = terms.map(sumOf)
    if (synonym.every(({ sum }) => sum === 0)) continue
    const other = [...best.filter(({ word }) => word < from || word > to), ...synonym]
    if (total(other) > total(best)) best = other
  }
  const { sum, covered, named, mass } = addUp(best)
  const scale = mass > 0 ? typed / mass : 1
  return { sum, covered: covered * scale, named: named * scale }
}
