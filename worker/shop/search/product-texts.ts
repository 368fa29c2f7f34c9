import type { Product, Review } from '../../ports/product.ts'
import { descriptiveTerms } from '../../search/document/product-document.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import type { Presented } from './present-hit.ts'

/** Reviews looked at for a quotation under one card. */
const REVIEWS_QUOTED_FROM = 30

/** Terms of candidates that were on top before: analysing a text costs a hundred times what reading it does. */
const described = new WeakMap<Candidate, ReadonlySet<string>>()

/** The products behind candidates, each read once in a search. */
export class ProductTexts {
  readonly #sql: SqlStorage
  readonly #products = new Map<number, Product>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Reads the products of all of these at once: each statement of its own costs as much as two products. */
  prepare(candidates: readonly Candidate[]): void {
    const missing = candidates.flatMap(({ row }) => (this.#products.has(row) ? [] : [row]))
    if (missing.length === 0) return
    const cursor = this.#sql.exec(
      'SELECT p.row, p.body FROM json_each(?) JOIN product p ON p.row = value',
      JSON.stringify(missing),
    )
    for (const [row, body] of cursor.raw<[number, string]>()) {
      this.#products.set(row, JSON.parse(body) as Product)
    }
  }

  /** A product that `prepare` was told of, or another. Throws when its row is gone. */
  read(candidate: Candidate): Presented {
    this.prepare([candidate])
    const product = this.#products.get(candidate.row)
    if (!product) throw new Error(`product ${candidate.id} is gone`)
    return { product, rating: candidate.rating, ratingCount: candidate.ratingCount }
  }

  /** What the shop itself says of a product, as terms. */
  described(candidate: Candidate): ReadonlySet<string> {
    const known = described.get(candidate)
    if (known) return known
    const terms = descriptiveTerms(this.read(candidate).product)
    described.set(candidate, terms)
    return terms
  }

  reviews({ id }: Candidate): Review[] {
    return this.#sql
      .exec<{ body: string }>('SELECT body FROM review WHERE product_id = ? LIMIT ?', id, REVIEWS_QUOTED_FROM)
      .toArray()
      .map(({ body }) => JSON.parse(body) as Review)
  }
}
