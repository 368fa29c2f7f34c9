import { alternativesIn, exchanged, type Alternative } from './exchange-synonyms.ts'
import {
  evidenceOf,
  fieldCount,
  fieldFrequency,
  fieldMask,
  wishesOf,
  type TermVector,
} from '../document/term-vector.ts'

/**
 * Fielded BM25 (BM25F; Robertson, Zaragoza and Taylor, CIKM 2004) over title, brand, category, attributes and
 * description, with two parts of their own: how large a share of a product's reviewers use the word, and in how many of
 * the wishes it answers the word stands. Pure.
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
  /**
   * A word of one of the wishes a model says the product answers is worth half of this, of three wishes three quarters.
   * 1 and 1.5 do alike, less and more do worse; see `npm run eval -- product-knowledge`.
   */
  wish: 1,
  /** Worth of matching all of the query's words over matching one. */
  coverage: 0.5,
}

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

/** What a term's counts are worth in a product, by the shop's mean field lengths. */
export class Worth {
  /** Of each field: the part of the length penalty that does not depend on the product, and the part that does. */
  readonly #fixed: readonly number[]
  readonly #byLength: readonly number[]

  constructor({ averages }: Statistics) {
    this.#fixed = weights.lengthPenalty.map((penalty) => 1 - penalty)
    this.#byLength = weights.lengthPenalty.map(
      (penalty, field) => penalty / Math.max(averages[field] ?? 1, 1),
    )
  }

  /** `header`: the product's lengths and reviews as its vector holds them, from `at` on. */
  of(counts: number, header: Uint32Array, at: number): number {
    let frequency = 0
    for (let field = 0; field < fieldCount; field++) {
      const inField = fieldFrequency(counts, field)
      if (inField === 0) continue
      const word = header[at + (field >>> 1)] ?? 0
      const length = field % 2 === 0 ? word & 0xffff : word >>> 16
      frequency +=
        ((weights.fields[field] ?? 0) * inField) /
        ((this.#fixed[field] ?? 0) + (this.#byLength[field] ?? 0) * length)
    }
    const wishes = wishesOf(counts)
    const worth =
      (frequency * (weights.saturation + 1)) / (frequency + weights.saturation) +
      (weights.wish * wishes) / (wishes + 1)
    const reviews = evidenceOf(counts)
    if (reviews === 0) return worth
    const share = reviews / ((header[at + 3] ?? 0) + weights.evidencePrior)
    return worth + (weights.evidence * share) / (share + weights.evidenceHalf)
  }
}

/** What the terms of a query come to in one product. */
export interface Sum {
  /** What they are worth together, before coverage. */
  readonly sum: number
  /** Idf mass of the shopper's own terms that it has. */
  readonly covered: number
  /** Of those in title, brand or category. */
  readonly named: number
}

/** The shopper's own terms; those of a synonym stand in for them. */
export const isOwn = ({ word, instead }: SearchTerm): boolean => word >= 0 && instead === undefined

/** Bits of packed counts that tell that a term is in title, brand or category. */
export const namingFields = fieldMask([0, 1, 2])

/** Idf mass of the shopper's own terms. */
export const massOf = (terms: readonly SearchTerm[]): number =>
  terms.reduce((mass, term) => (isOwn(term) ? mass + term.idf * term.weight : mass), 0)

export const totalOf = (sum: number, covered: number, mass: number): number =>
  mass > 0 ? sum * (1 + weights.coverage * (covered / mass)) : sum

/** Scores products by a query's terms; what it has scored it remembers. */
export class Scorer {
  readonly terms: readonly SearchTerm[]
  readonly #worth: Worth
  readonly #mass: number
  /** Scores by the terms before `#added` came. */
  readonly #base: Scorer | null
  readonly #added: readonly SearchTerm[]
  readonly #alternatives: readonly Alternative[]
  readonly #known = new Map<TermVector, Sum>()

  private constructor(worth: Worth, base: Scorer | null, added: readonly SearchTerm[]) {
    this.terms = [...(base?.terms ?? []), ...added]
    this.#worth = worth
    this.#base = base
    this.#added = added.filter(({ instead }) => instead === undefined)
    this.#alternatives = alternativesIn(added)
    this.#mass = massOf(this.terms)
  }

  static of(terms: readonly SearchTerm[], statistics: Statistics): Scorer {
    return new Scorer(new Worth(statistics), null, terms)
  }

  /** The same with terms that nobody typed (`word` -1). */
  and(added: readonly SearchTerm[]): Scorer {
    return new Scorer(this.#worth, this, added)
  }

  score(vector: TermVector): Score {
    const { sum, covered, named } = this.sum(vector)
    const mass = this.#mass
    return {
      total: totalOf(sum, covered, mass),
      coverage: mass > 0 ? covered / mass : 0,
      named: mass > 0 ? named / mass : 0,
    }
  }

  /** Takes over what an index has summed up for the same terms. */
  know(vector: TermVector, sum: Sum): void {
    // An index sums up synonyms beside the words they stand for: good enough to find by, not to rank by.
    if (this.#alternatives.length > 0) return
    this.#known.set(vector, sum)
  }

  /** What the terms come to in a product. */
  sum(vector: TermVector): Sum {
    const known = this.#known.get(vector)
    if (known) return known
    const sum =
      this.#alternatives.length > 0
        ? this.#exchange(vector)
        : this.#add(vector, this.#base ? this.#base.sum(vector) : { sum: 0, covered: 0, named: 0 })
    this.#known.set(vector, sum)
    return sum
  }

  /** The query's own sum, or that with words exchanged for synonyms the product has. Nothing comes before synonyms. */
  #exchange(vector: TermVector): Sum {
    return exchanged(this.#added, this.#alternatives, totalOf, (term) => {
      const counts = vector.counts(term.hash)
      const mass = term.idf * term.weight
      return {
        word: term.word,
        mass: term.word >= 0 ? mass : 0,
        sum: counts === 0 ? 0 : mass * this.#worth.of(counts, vector.words, 0),
        covered: counts === 0 || term.word < 0 ? 0 : mass,
        named: (counts & namingFields) === 0 || term.word < 0 ? 0 : mass,
      }
    })
  }

  #add(vector: TermVector, base: Sum): Sum {
    let { sum, covered, named } = base
    const { words } = vector
    for (const term of this.#added) {
      const counts = vector.counts(term.hash)
      if (counts === 0) continue
      const mass = term.idf * term.weight
      sum += mass * this.#worth.of(counts, words, 0)
      if (!isOwn(term)) continue
      covered += mass
      if ((counts & namingFields) !== 0) named += mass
    }
    return { sum, covered, named }
  }
}
