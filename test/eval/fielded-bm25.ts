import { analyse, analyseQueryWord } from '../../worker/search/text/analyse.ts'
import type { CatalogueRow } from './known-item-queries.ts'

/**
 * The reference that known items are compared with: fielded BM25 (BM25F; Robertson, Zaragoza and Taylor, CIKM 2004)
 * over the product's own analysis, with nothing learned and nothing tuned.
 */

const K1 = 1.2
const B = 0.75

const isStated = (value: unknown) => typeof value === 'string' || typeof value === 'number'

const fields: readonly { readonly weight: number; readonly text: (row: CatalogueRow) => string }[] = [
  { weight: 3, text: ({ title }) => title },
  { weight: 2, text: ({ brand }) => brand ?? '' },
  { weight: 2, text: ({ product_type }) => product_type ?? '' },
  {
    weight: 1,
    text: ({ attributes = {}, mpn, gtin, color, size, material }) =>
      [...Object.entries(attributes).flat(), mpn, gtin, color, size, material].filter(isStated).join(' ; '),
  },
  { weight: 1, text: ({ description }) => description ?? '' },
]

interface Posting {
  readonly document: number
  /** Of each field: how often it has the term. */
  readonly frequencies: readonly number[]
}

function countTerms(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  texts.forEach((terms, field) => {
    for (const term of terms) {
      const of = counts.get(term) ?? fields.map(() => 0)
      of[field] = (of[field] ?? 0) + 1
      counts.set(term, of)
    }
  })
  return counts
}

export class FieldedBm25 {
  readonly #ids: readonly string[]
  readonly #postings = new Map<string, Posting[]>()
  /** Of each document, each field: its length over the mean length of that field. */
  readonly #relativeLengths: readonly (readonly number[])[]

  constructor(rows: readonly CatalogueRow[]) {
    this.#ids = rows.map(({ id }) => id)
    const lengths = rows.map((row, document) => {
      const texts = fields.map(({ text }) => analyse(text(row)))
      for (const [term, frequencies] of countTerms(texts)) {
        const postings = this.#postings.get(term) ?? []
        this.#postings.set(term, postings)
        postings.push({ document, frequencies })
      }
      return texts.map((terms) => terms.length)
    })
    const means = fields.map(
      (_, field) => lengths.reduce((sum, of) => sum + (of[field] ?? 0), 0) / rows.length,
    )
    this.#relativeLengths = lengths.map((of) => of.map((length, field) => length / (means[field] || 1)))
  }

  /** Ids of the best products, best first; equals stand by id. */
  search(query: string, limit: number): string[] {
    const scores = new Map<number, number>()
    for (const term of new Set(query.split(/\s+/).flatMap(analyseQueryWord))) {
      const postings = this.#postings.get(term) ?? []
      const idf = Math.log(1 + (this.#ids.length - postings.length + 0.5) / (postings.length + 0.5))
      for (const { document, frequencies } of postings) {
        const frequency = frequencies.reduce((sum, count, field) => {
          const relative = this.#relativeLengths[document]?.[field] ?? 1
          return sum + ((fields[field]?.weight ?? 0) * count) / (1 - B + B * relative)
        }, 0)
        scores.set(document, (scores.get(document) ?? 0) + (idf * frequency) / (K1 + frequency))
      }
    }
    return [...scores]
      .map(([document, score]) => ({ id: this.#ids[document] ?? '', score }))
      .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id)
  }
}
