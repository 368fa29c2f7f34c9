import { PART_ROWS } from './postings.ts'
import { headerWords, type TermVector } from './term-vector.ts'

/**
 * What a search must know of each product of a part before it may count it: fixed-width columns in one block of bytes,
 * kept in memory (48 bytes a product). Pure.
 */

/** A product as its part keeps it. */
export interface PartProduct {
  /** Its place in the part. */
  readonly place: number
  readonly catalogue: number
  readonly market: string
  readonly adult: boolean
  readonly soldOut: boolean
  /** Minor units; null: "ask". */
  readonly price: number | null
  readonly vector: TermVector
}

const wordsAProduct = 2 + headerWords
const priceBytes = 8 * PART_ROWS
const adultBit = 1 << 16
const soldOutBit = 1 << 17

/** The columns, with the markets that they name by number. */
export function encodeColumns(products: readonly PartProduct[]): { bytes: ArrayBuffer; markets: string[] } {
  const bytes = new ArrayBuffer(priceBytes + 4 * wordsAProduct * PART_ROWS)
  const prices = new Float64Array(bytes, 0, PART_ROWS)
  const words = new Uint32Array(bytes, priceBytes)
  const markets: string[] = []
  for (const { place, catalogue, market, adult, soldOut, price, vector } of products) {
    if (!markets.includes(market)) markets.push(market)
    const at = place * wordsAProduct
    prices[place] = price ?? Number.NaN
    words[at] = catalogue
    words[at + 1] = markets.indexOf(market) | (adult ? adultBit : 0) | (soldOut ? soldOutBit : 0)
    words.set(vector.words.subarray(0, headerWords), at + 2)
  }
  return { bytes, markets }
}

/** Which products a search may count; what needs their texts is looked at later. */
export interface ColumnRule {
  readonly catalogue: number
  readonly market: string
  readonly adult: boolean
  readonly hideSoldOut: boolean
  /** Each must hold; both ends inclusive. A product that says "ask" passes. */
  readonly prices: readonly { readonly min?: number; readonly max?: number }[]
}

/** Read access to encoded columns. */
export class PartColumns {
  readonly #prices: Float64Array
  readonly #words: Uint32Array
  readonly #markets: readonly string[]

  constructor(bytes: ArrayBuffer, markets: readonly string[]) {
    this.#prices = new Float64Array(bytes, 0, PART_ROWS)
    this.#words = new Uint32Array(bytes, priceBytes)
    this.#markets = markets
  }

  /** A test for places that pass. */
  allows({ catalogue, market, adult, hideSoldOut, prices }: ColumnRule): (place: number) => boolean {
    const wanted = this.#markets.indexOf(market)
    const refused = (adult ? 0 : adultBit) | (hideSoldOut ? soldOutBit : 0)
    const min = Math.max(...prices.map((range) => range.min ?? 0), 0)
    const max = Math.min(
      ...prices.map((range) => range.max ?? Number.MAX_SAFE_INTEGER),
      Number.MAX_SAFE_INTEGER,
    )
    return (place) => {
      const at = place * wordsAProduct
      const flags = this.#words[at + 1] ?? 0
      const price = this.#prices[place] ?? Number.NaN
      return (
        this.#words[at] === catalogue &&
        (flags & 0xffff) === wanted &&
        (flags & refused) === 0 &&
        // NaN, "ask", is neither below nor above.
        !(price < min) &&
        !(price > max)
      )
    }
  }

  /** The words that hold the headers of the products' vectors; see `headerAt`. */
  get words(): Uint32Array {
    return this.#words
  }

  /** Where in `words` a product's header begins. */
  static headerAt(place: number): number {
    return place * wordsAProduct + 2
  }
}
