import { BrandIndex } from '../../search/brands/brand-index.ts'
import { categoryCounts, type CategoryCount } from '../../search/suggest/category-counts.ts'
import { NameList } from '../../search/suggest/name-list.ts'
import { analyse, stem } from '../../search/text/analyse.ts'
import { WordList } from '../../search/spelling/word-list.ts'
import type { ShopSpelling } from '../../search/spelling/read-query.ts'
import { readBrandSpellings } from '../tables/brand-spellings.ts'
import { commonestWords } from '../tables/catalogue-words.ts'
import { indexTable, termsTable, type Catalogue } from '../tables/catalogues.ts'
import { phrase } from './match-expression.ts'

/** Terms whose counts are remembered; a query has about ten. */
const REMEMBERED = 5_000

/** Words of a market held in memory, commonest first: about 150 bytes each. */
const WORDS_HELD = 50_000
const BRANDS_HELD = 2_000
const CATEGORIES_HELD = 2_000

/** Words of all markets held at once: many markets of a small shop, three of a large one. */
const WORDS_OF_ALL = 3 * WORDS_HELD

/**
 * Words are read again when the catalogue has changed, but of a big one no sooner than this after the last time: an
 * import changes it many times a second.
 */
const RELOAD_MS_A_WORD = 0.2

const latinWord = /^[a-z]+$/

/** The brands and categories of a market, for completing. */
export interface MarketNames {
  readonly brands: NameList<{ readonly value: string; readonly count: number }>
  readonly categories: NameList<CategoryCount>
  /** No row of the market's products is below it. */
  readonly firstRow: number
}

interface MarketWords {
  readonly list: WordList
  readonly brands: BrandIndex
  /** Made when something is completed: a search needs none of it. */
  names: MarketNames | null
  readonly changes: number
  readonly readAt: number
}

/** What a shop's texts hold: read from the index once, remembered until the catalogue changes. */
export class Vocabulary {
  readonly #sql: SqlStorage
  #catalogue = 0
  #indexed = -1
  #changes = 0
  #counts = new Map<string, number>()
  #phrases = new Map<string, boolean>()
  #stems = new Map<string, WordList>()
  #markets = new Map<string, MarketWords>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Must be called with the catalogue a search is about, before anything else. */
  use({ id, indexed, changes }: Catalogue): void {
    if (id !== this.#catalogue) this.#markets = new Map()
    const isSame = id === this.#catalogue && indexed === this.#indexed && changes === this.#changes
    this.#changes = changes
    if (isSame && this.#counts.size + this.#phrases.size < REMEMBERED) return
    this.#catalogue = id
    this.#indexed = indexed
    this.#counts = new Map()
    this.#phrases = new Map()
    this.#stems = new Map()
  }

  /** What is remembered of brands is read anew: the merchant has changed a spelling. */
  forgetWords(): void {
    this.#markets = new Map()
  }

  /** Products that have a term of the index. */
  count(term: string): number {
    const known = this.#counts.get(term)
    if (known !== undefined) return known
    const row = this.#sql
      .exec<{ doc: number }>(`SELECT doc FROM ${termsTable(this.#catalogue)} WHERE term = ?`, term)
      .toArray()[0]
    const documents = row?.doc ?? 0
    this.#counts.set(term, documents)
    return documents
  }

  /** True when some product has a word or phrase as it stands. */
  has(text: string): boolean {
    const terms = analyse(text)
    const [first] = terms
    if (first === undefined || terms.some((term) => this.count(term) === 0)) return false
    if (terms.length === 1) return true
    const key = terms.join(' ')
    const known = this.#phrases.get(key)
    if (known !== undefined) return known
    const index = indexTable(this.#catalogue)
    const found =
      this.#sql.exec(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`, phrase(terms)).toArray()
        .length > 0
    this.#phrases.set(key, found)
    return found
  }

  /** The words and brands of a market, for reading what shoppers type. */
  spelling(market: string, now: number): ShopSpelling {
    const { list, brands } = this.#marketWords(market, now)
    return {
      list,
      brands,
      has: (text) => this.has(text),
      nearestStem: (word, most) => this.#stemsFrom(word.charAt(0)).nearest(stem(word), most)?.word ?? null,
    }
  }

  /** The index's Latin terms with a first letter: read when the first word nobody knows with that letter comes. */
  #stemsFrom(letter: string): WordList {
    const known = this.#stems.get(letter)
    if (known) return known
    const terms = this.#sql
      .exec<{ term: string; doc: number }>(
        `SELECT term, doc FROM ${termsTable(this.#catalogue)} WHERE term >= ? AND term < ?`,
        letter,
        `${letter}{`,
      )
      .toArray()
      .flatMap(({ term, doc }) => (latinWord.test(term) ? [{ word: term, documents: doc }] : []))
    const list = new WordList(terms)
    this.#stems.set(letter, list)
    return list
  }

  /** The brands and categories of a market, most products first. */
  names(market: string, now: number): MarketNames {
    const words = this.#marketWords(market, now)
    words.names ??= this.#readNames(market)
    return words.names
  }

  #readNames(market: string): MarketNames {
    const brands = commonestWords(this.#sql, this.#catalogue, market, 'brand', BRANDS_HELD)
    const spellings = readBrandSpellings(this.#sql, brands)
    const paths = commonestWords(this.#sql, this.#catalogue, market, 'category', CATEGORIES_HELD)
    const { first } = this.#sql
      .exec<{ first: number }>(
        'SELECT ifnull(min(row), 0) AS first FROM product WHERE catalogue = ? AND market = ?',
        this.#catalogue,
        market,
      )
      .one()
    const named = brands.map(({ text, documents }, index) => ({ value: text, count: documents, index }))
    return {
      brands: new NameList(named, ({ value, index }) => [value, ...(spellings[index]?.spellings ?? [])]),
      categories: new NameList(categoryCounts(paths), ({ title }) => [title]),
      firstRow: first,
    }
  }

  #marketWords(market: string, now: number): MarketWords {
    const held = this.#markets.get(market)
    if (held) {
      const isFresh = held.changes === this.#changes || now < held.readAt + held.list.size * RELOAD_MS_A_WORD
      if (isFresh) return held
    }
    const words = commonestWords(this.#sql, this.#catalogue, market, 'word', WORDS_HELD)
    const brands = commonestWords(this.#sql, this.#catalogue, market, 'brand', BRANDS_HELD)
    const read: MarketWords = {
      list: new WordList(words.map(({ key, documents }) => ({ word: key, documents }))),
      brands: new BrandIndex(readBrandSpellings(this.#sql, brands)),
      names: null,
      changes: this.#changes,
      readAt: now,
    }
    this.#markets.delete(market)
    this.#makeRoom(read.list.size)
    this.#markets.set(market, read)
    return read
  }

  /** Lets the markets read longest ago go until so many words more may be held. */
  #makeRoom(words: number): void {
    let held = words
    for (const { list } of this.#markets.values()) held += list.size
    for (const [market, { list }] of this.#markets) {
      if (held <= WORDS_OF_ALL) return
      held -= list.size
      this.#markets.delete(market)
    }
  }
}
