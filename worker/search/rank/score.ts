import {
  evidenceOf,
  fieldCount,
  fieldFrequency,
  fieldMask,
  type TermVector,
} from '../document/term-vector.ts'

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

const titleBrandCategory = fieldMask([0, 1, 2])

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

/** A score with what the terms are worth together, before coverage: what more terms are added to. */
interface Sum {
  readonly score: Score
  readonly sum: number
}

const withCoverage = (sum: number, coverage: number): number => sum * (1 + weights.coverage * coverage)

/** What a term's counts are worth in a product, by the shop's mean field lengths. */
class Worth {
  /** Of each field: the part of the length penalty that does not depend on the product, and the part that does. */
  readonly #fixed: readonly number[]
  readonly #byLength: readonly number[]

  constructor({ averages }: Statistics) {
    this.#fixed = weights.lengthPenalty.map((penalty) => 1 - penalty)
    this.#byLength = weights.lengthPenalty.map(
      (penalty, field) => penalty / Math.max(averages[field] ?? 1, 1),
    )
  }

  of(vector: TermVector, counts: number): number {
    let frequency = 0
    for (let field = 0; field < fieldCount; field++) {
      const inField = fieldFrequency(counts, field)
      if (inField === 0) continue
      const dilution = (this.#fixed[field] ?? 0) + (this.#byLength[field] ?? 0) * vector.fieldLength(field)
      frequency += ((weights.fields[field] ?? 0) * inField) / dilution
    }
    const worth = (frequency * (weights.saturation + 1)) / (frequency + weights.saturation)
    const reviews = evidenceOf(counts)
    if (reviews === 0) return worth
    const share = reviews / (vector.reviews + weights.evidencePrior)
    return worth + (weights.evidence * share) / (share + weights.evidenceHalf)
  }
}

/** Scores products by a query's terms; what it has scored it remembers. */
export class Scorer {
  readonly terms: readonly SearchTerm[]
  readonly #worth: Worth
  readonly #mass: number
  /** Scores by the terms before `#added` came. */
  readonly #base: Scorer | null
  readonly #added: readonly SearchTerm[]
  readonly #known = new Map<TermVector, Sum>()

  private constructor(worth: Worth, base: Scorer | null, added: readonly SearchTerm[]) {
    this.terms = [...(base?.terms ?? []), ...added]
    this.#worth = worth
    this.#base = base
    this.#added = added
    this.#mass = this.terms.reduce(
      (mass, { idf, weight, word }) => (word >= 0 ? mass + idf * weight : mass),
      0,
    )
  }

  static of(terms: readonly SearchTerm[], statistics: Statistics): Scorer {
    return new Scorer(new Worth(statistics), null, terms)
  }

  /** The same with terms that nobody typed (`word` -1). */
  and(added: readonly SearchTerm[]): Scorer {
    return new Scorer(this.#worth, this, added)
  }

  score(vector: TermVector): Score {
    return this.#sum(vector).score
  }

  #sum(vector: TermVector): Sum {
    const known = this.#known.get(vector)
    if (known) return known
    const sum = this.#base ? this.#more(vector, this.#base.#sum(vector)) : this.#whole(vector)
    this.#known.set(vector, sum)
    return sum
  }

  #more(vector: TermVector, base: Sum): Sum {
    let { sum } = base
    for (const { hash, idf, weight } of this.#added) {
      const counts = vector.counts(hash)
      if (counts !== 0) sum += idf * weight * this.#worth.of(vector, counts)
    }
    const { coverage, named } = base.score
    return { sum, score: { total: withCoverage(sum, coverage), coverage, named } }
  }

  #whole(vector: TermVector): Sum {
    let sum = 0
    let covered = 0
    let named = 0
    for (const { hash, idf, weight, word } of this.#added) {
      const counts = vector.counts(hash)
      if (counts === 0) continue
      sum += idf * weight * this.#worth.of(vector, counts)
      if (word < 0) continue
      covered += idf * weight
      if ((counts & titleBrandCategory) !== 0) named += idf * weight
    }
    const mass = this.#mass
    const coverage = mass > 0 ? covered / mass : 0
    return {
      sum,
      score: { total: withCoverage(sum, coverage), coverage, named: mass > 0 ? named / mass : 0 },
    }
  }
}
