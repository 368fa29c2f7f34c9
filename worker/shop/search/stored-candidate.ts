import { matchesFilters } from '../../search/rank/matches-filters.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import { splitFacts } from '../../search/document/product-facts.ts'
import { TermVector } from '../../search/document/term-vector.ts'
import type { Restriction } from './restriction.ts'

/** A candidate with what decides whether it may be shown at all. */
export interface StoredCandidate extends Candidate {
  readonly catalogue: number
  readonly market: string
  readonly visibility: string
  readonly adult: boolean
  /** About what it takes of memory. */
  readonly bytes: number
}

/** The columns of `toCandidate`, of `product p`. */
export const candidateColumns = `p.row, p.id, p.vector, p.price, p.availability, p.brand, p.category, p.created_at,
  p.rating, p.rating_count, p.facts, p.stated, p.catalogue, p.market, p.visibility, p.adult`

/** The values of `candidateColumns`, in order: an object with a name for each costs half as much again. */
export type CandidateRow = [
  row: number,
  id: string,
  vector: ArrayBuffer,
  price: number | null,
  availability: string,
  brand: string,
  category: string,
  createdAt: number | null,
  rating: number | null,
  ratingCount: number,
  facts: string,
  stated: string,
  catalogue: number,
  market: string,
  visibility: string,
  adult: number,
]

/** What an object with its fields, arrays and map entry takes beside its texts. */
const OBJECT_BYTES = 600

/** Gives one string object for equal texts: products share categories, brands and facts, and equal objects compare fast. */
export type Share = (text: string) => string

/** A row as a candidate. */
export function toCandidate(columns: CandidateRow, share: Share): StoredCandidate {
  const [row, id, vector, price, availability, brand, category, createdAt, rating, ratingCount] = columns
  const [, , , , , , , , , , facts, stated, catalogue, market, visibility, adult] = columns
  return {
    row,
    id,
    vector: new TermVector(vector),
    price,
    availability: share(availability) as Candidate['availability'],
    brand: share(brand),
    category: share(category),
    createdAt,
    rating,
    ratingCount,
    facts,
    factList: splitFacts(facts).map(share),
    stated,
    catalogue,
    market: share(market),
    visibility: share(visibility),
    adult: adult !== 0,
    bytes: OBJECT_BYTES + vector.byteLength + 2 * (facts.length + stated.length),
  }
}

const inRange = (
  price: number | null,
  range: { readonly min?: number; readonly max?: number } | undefined,
): boolean =>
  price === null ||
  range === undefined ||
  (price >= (range.min ?? 0) && price <= (range.max ?? Number.MAX_SAFE_INTEGER))

/** The rules of `conditions` on a candidate in memory. */
export const mayBeShown = (candidate: StoredCandidate, restriction: Restriction): boolean =>
  candidate.market === restriction.market &&
  candidate.visibility === 'public' &&
  (restriction.adult || !candidate.adult) &&
  !(restriction.hideSoldOut && candidate.availability === 'out_of_stock') &&
  inRange(candidate.price, restriction.price) &&
  matchesFilters(candidate, restriction.filters)
