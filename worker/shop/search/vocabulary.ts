import { termsTable } from '../tables/catalogues.ts'

/** Terms whose counts are remembered; a query has about ten. */
const REMEMBERED = 5_000

/** How many products have a term: read from the index once, remembered until the catalogue changes. */
export class Vocabulary {
  readonly #sql: SqlStorage
  #catalogue = 0
  #indexed = -1
  #counts = new Map<string, number>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Must be called with the catalogue a search is about, before `count`. */
  use(catalogue: number, indexed: number): void {
    if (catalogue === this.#catalogue && indexed === this.#indexed && this.#counts.size < REMEMBERED) return
    this.#catalogue = catalogue
    this.#indexed = indexed
    this.#counts = new Map()
  }

  count(term: string): number {
    const known = this.#counts.get(term)
    if (known !== undefined) return known
    const row = this.#sql
      .exec<{ doc: number }>(`SELECT doc FROM ${termsTable(this.#catalogue)} WHERE term = ?`, term)
      .toArray()[0]
    const count = row?.doc ?? 0
    this.#counts.set(term, count)
    return count
  }
}
