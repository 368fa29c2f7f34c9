import type { Availability } from '../../contract/vocabulary.ts'
import type { TermVector } from '../document/term-vector.ts'

/** What ranking may look at of a product. Money in minor units. */
export interface Candidate {
  readonly row: number
  readonly id: string
  readonly vector: TermVector
  /** What it costs now; null: "ask". */
  readonly price: number | null
  readonly availability: Availability
  readonly brand: string
  readonly category: string
  readonly createdAt: number | null
  readonly rating: number | null
  readonly ratingCount: number
  /** See `productFacts`. */
  readonly facts: string
  /** The same facts one by one, `name=value`. */
  readonly factList: readonly string[]
  /** See `ProductDocument.stated`. */
  readonly stated: string
}
