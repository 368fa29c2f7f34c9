import type { Product, Review } from '../../ports/product.ts'
import { descriptiveTerms } from '../../search/document/product-text.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import type { Presented } from './present-hit.ts'

/** Reviews looked at for a quotation under one card. */
const REVIEWS_QUOTED_FROM = 30

/** Terms of candidates that were on top before: analysing a text costs a hundred times what reading it does. */
const described = new WeakMap<Candidate, ReadonlySet<string>>()

/** Products shown before. A candidate is another object once its row has changed, so they never are out of date. */
const shown = new Map<Candidate, Product>()
const SHOWN_REMEMBERED = 1_000
/** And characters of theirs, as stored: a product may have hundreds of thousands. */
const CHARACTERS_REMEMBERED = 8_000_000
let charactersShown = 0

/** The products behind candidates, each read once in a search. */
export class ProductTexts {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Reads the products of all of these at once: each statement of its own costs as much as two products. */
  prepare(candidates: readonly Candidate[]): void {
    const missing = new Map(
      candidates.flatMap((candidate) => (shown.has(candidate) ? [] : [[candidate.row, candidate] as const])),
    )
    if (missing.size === 0) return
    if (shown.size + missing.size > SHOWN_REMEMBERED || charactersShown > CHARACTERS_REMEMBERED) {
      shown.clear()
      charactersShown = 0
      for (const candidate of candidates) missing.set(candidate.row, candidate)
    }
    const cursor = this.#sql.exec(
      'SELECT p.row, p.body FROM json_each(?) JOIN product p ON p.row = value',
      JSON.stringify([...missing.keys()]),
    )
    for (const [row, body] of cursor.raw<[number, string]>()) {
      const candidate = missing.get(row)
      if (!candidate) continue
      shown.set(candidate, JSON.parse(body) as Product)
      charactersShown += body.length
    }
  }

  /** A product that `prepare` was told of, or another. Throws when its row is gone. */
  read(candidate: Candidate): Presented {
    this.prepare([candidate])
    const product = shown.get(candidate)
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
