import { TermVector, evidenceOf, fieldCount, fieldFrequency } from '../document/term-vector.ts'

/**
 * Fielded BM25 (BM25F; Robertson, Zaragoza and Taylor, CIKM 2004) over title, brand, category, attributes and
 * description, with review evidence as a part of its own: how large a share of a product's reviewers use the word.
 * Pure.
 */

export interface SearchTerm {
  readonly term: string
  readonly hash: number
  /** Products that have it, in any field. */
  readonly documents: number
  readonly idf: number
  /** 1 for the shopper's own words; less for words added on their behalf. */
  readonly weight: number
  /** Which word of the query it stands for: terms of one word count once for coverage. -1: added. */
  readonly word: number
  /** A synonym's term: it stands instead of the words `from` to `to`, together with the others of its alternative. */
  readonly instead?: { readonly from: number; readonly to: number; readonly alternative: number }
}

export interface Statistics {
  /** Indexed products. */
  readonly documents: number
  /** Mean number of terms in each text field. */
  readonly averages: readonly number[]
}

/** Settings found on the development sets by cross-shop validation; see `npm run eval`. */
export const weights = {
  fields: [2.5, 2, 2, 1, 1],
  /** How much a longer field dilutes a match: titles hardly, prose much. */
  lengthPenalty: [0.3, 0, 0, 0.75, 0.75],
  /** Where repetition stops to count. */
  saturation: 1.6,
  /** A word that every reviewer uses, against a word in a title. */
  evidence: 1.4,
  /** Share of reviewers at which evidence reaches half its worth. */
  evidenceHalf: 0.08,
  /** Reviews a product is given in advance that do not use the word: three shoppers prove little. */
  evidencePrior: 5,
  /** Worth of matching all of the query's words over matching one. */
  coverage: 0.5,
} as const

/** Robertson's idf, never negative. */
export const inverseDocumentFrequency = (documents: number, having: number): number =>
  Math.log(1 + (documents - having + 0.5) / (having + 0.5))

export interface Score {
  readonly total: number
  /** Share of the query's idf mass that the product has somewhere, 0 to 1. */
  readonly coverage: number
  /** Share of it in title, brand or category. */
  readonly named: number
}

const titleBrandCategory = [0, 1, 2] as const

export function scoreProduct(
  vector: TermVector,
  terms: readonly SearchTerm[],
  statistics: Statistics,
): Score {
  let sum = 0
  let mass = 0
  let covered = 0
  let named = 0
  for (const { hash, idf, weight, word } of terms) {
    const own = word >= 0
    if (own) mass += idf * weight
    const counts = vector.counts(hash)
    if (counts === 0) continue
    let frequency = 0
    for (let field = 0; field < fieldCount; field++) {
      const inField = fieldFrequency(counts, field)
      if (inField === 0) continue
      const penalty = weights.lengthPenalty[field] ?? 0
      const relative = vector.fieldLength(field) / Math.max(statistics.averages[field] ?? 1, 1)
      frequency += ((weights.fields[field] ?? 0) * inField) / (1 - penalty + penalty * relative)
    }
    let worth = (frequency * (weights.saturation + 1)) / (frequency + weights.saturation)
    const reviews = evidenceOf(counts)
    if (reviews > 0) {
      const share = reviews / (vector.reviews + weights.evidencePrior)
      worth += (weights.evidence * share) / (share + weights.evidenceHalf)
    }
    sum += idf * weight * worth
    if (!own) continue
    covered += idf * weight
    if (titleBrandCategory.some((field) => fieldFrequency(counts, field) > 0)) named += idf * weight
  }
  const coverage = mass > 0 ? covered / mass : 0
  return { total: sum * (1 + weights.coverage * coverage), coverage, named: mass > 0 ? named / mass : 0 }
}
