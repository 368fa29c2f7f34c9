import { termsTable } from '../tables/catalogues.ts'

/** Terms whose counts are remembered; a query has about ten. */
const REMEMBERED = 5_000

const latinWord = /^[a-z]+$/

export interface KnownWord {
  readonly word: string
  /** Products that have it. */
  readonly documents: number
}

/** How many products have a term: read from the index once, remembered until the catalogue changes. */
export class Vocabulary {
  readonly #sql: SqlStorage
  #catalogue = 0
  #indexed = -1
  #counts = new Map<string, number>()
  #words = new Map<string, readonly KnownWord[]>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Must be called with the catalogue a search is about, before `count`. */
  use(catalogue: number, indexed: number): void {
    if (catalogue === this.#catalogue && indexed === this.#indexed && this.#counts.size < REMEMBERED) return
    this.#catalogue = catalogue
    this.#indexed = indexed
    this.#counts = new Map()
    this.#words = new Map()
  }

  count(term: string): number {
    const known = this.#counts.get(term)
    if (known !== undefined) return known
    const row = this.#sql
      .exec<{ doc: number }>(`SELECT doc FROM ${termsTable(this.#catalogue)} WHERE term = ?`, term)
      .toArray()[0]
    // A word nobody has may come with the next change of a product, which leaves their number as it is.
    if (!row) return 0
    this.#counts.set(term, row.doc)
    return row.doc
  }

  /** The shop's Latin words with a first letter: read when the first typo with that letter comes. */
  wordsFrom(letter: string): readonly KnownWord[] {
    const known = this.#words.get(letter)
    if (known) return known
    const words = this.#sql
      .exec<{ term: string; doc: number }>(
        `SELECT term, doc FROM ${termsTable(this.#catalogue)} WHERE term >= ? AND term < ?`,
        letter,
        `${letter}{`,
      )
      .toArray()
      .flatMap(({ term, doc }) => (latinWord.test(term) ? [{ word: term, documents: doc }] : []))
    this.#words.set(letter, words)
    return words
  }
}
