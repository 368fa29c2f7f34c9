import { judgeClaim } from '../../claims/judge-claim.ts'
import type { Hit } from '../../contract/search.ts'
import type { SuggestPlan, Suggested } from '../../ports/shop-store.ts'
import type { Product } from '../../ports/product.ts'
import { QueryShape } from '../../search/merchandise/query-shape.ts'
import type { Occasion } from '../../search/merchandise/rule-holds.ts'
import type { ListedWord } from '../../search/spelling/word-list.ts'
import { NameList } from '../../search/suggest/name-list.ts'
import { readPrefix, type Prefix } from '../../search/suggest/prefix.ts'
import { analyse } from '../../search/text/analyse.ts'
import { fold } from '../../search/text/fold.ts'
import { nameKey } from '../../search/text/name-key.ts'
import { surfaceWords } from '../../search/text/surface-words.ts'
import { indexTable, liveCatalogue, type Catalogue } from '../tables/catalogues.ts'
import { marketCurrency } from '../tables/market-currency.ts'
import { blockedBy, readQueryLists } from '../tables/query-lists.ts'
import { popularQueries } from '../tables/query-visits.ts'
import { allOf, type Alternatives } from './match-expression.ts'
import { withoutHidden } from './merchandise.ts'
import { presentHit } from './present-hit.ts'
import type { SearchMemory } from './search-memory.ts'
import type { Vocabulary } from './vocabulary.ts'

const QUERIES = 8
const POPULAR_FIRST = 3
const PRODUCTS = 6
const CATEGORIES = 5
const BRANDS = 4

/** Words that what is typed may become, and those of them that products are looked up by. */
const WORDS = 24
const WORDS_MATCHED = 8

/** Products looked at for the shown ones and for what else their titles say. */
const MATCHED = 150
const TITLES = 40

/** Popular queries held, and for how long without being told that there are others. */
const POPULAR_HELD = 300
const POPULAR_MS = 60_000

interface Popular {
  readonly names: NameList<string>
  readonly readAt: number
}

const nothing: Suggested = { queries: [], products: [], categories: [], brands: [] }

/** Completes what shoppers type, from the shop's own words and goods and from what enough others searched for. */
export class Suggester {
  readonly #sql: SqlStorage
  readonly #memory: SearchMemory
  readonly #vocabulary: Vocabulary
  #popular = new Map<string, Popular>()
  #isBlocked: ((text: string) => boolean) | null = null

  constructor(sql: SqlStorage, memory: SearchMemory) {
    this.#sql = sql
    this.#memory = memory
    this.#vocabulary = memory.vocabulary
  }

  /** A click or the merchant has changed what may be suggested. */
  forget(): void {
    this.#popular = new Map()
    this.#isBlocked = null
  }

  suggest(plan: SuggestPlan): Suggested {
    const live = liveCatalogue(this.#sql)
    if (!live) return nothing
    this.#vocabulary.use(live)
    return plan.query.trim() === '' ? this.#beforeTyping(plan) : this.#whileTyping(plan, live)
  }

  #beforeTyping({ market, now }: SuggestPlan): Suggested {
    const own = readQueryLists(this.#sql).popular
    const isBlocked = this.#blocked()
    const texts = own.length > 0 ? own : this.#popularOf(market, now).first(QUERIES * 3)
    return {
      ...nothing,
      queries: texts
        .filter((text) => !isBlocked(text))
        .slice(0, QUERIES)
        .map((text) => ({ text, kind: 'popular' as const })),
      categories: this.#vocabulary.names(market, now).categories.first(CATEGORIES),
    }
  }

  #whileTyping(plan: SuggestPlan, live: Catalogue): Suggested {
    const { market, now } = plan
    const prefix = readPrefix(plan.query, this.#vocabulary.spelling(market, now).list, WORDS)
    const names = this.#vocabulary.names(market, now)
    const brands = names.brands.continuing(prefix, BRANDS)
    const matched = this.#match(plan, live, prefix, brands, names.firstRow)
    const isBlocked = this.#blocked()
    const popular = this.#popularOf(market, now)
      .continuing(prefix, POPULAR_FIRST * 2)
      .filter((text) => !isBlocked(text))
      .slice(0, POPULAR_FIRST)
    const taken = new Set(popular.map(nameKey))
    const completions = completionsOf(prefix, matched.titles).filter((text) => {
      const key = nameKey(text)
      if (key === '' || taken.has(key) || isBlocked(text)) return false
      taken.add(key)
      return true
    })
    return {
      queries: [
        ...popular.map((text) => ({ text, kind: 'popular' as const })),
        ...completions.map((text) => ({ text, kind: 'completion' as const })),
      ].slice(0, QUERIES),
      products: matched.products,
      categories: names.categories.continuing(prefix, CATEGORIES),
      brands: brands.map(({ value, count }) => ({ value, count })),
    }
  }

  #blocked(): (text: string) => boolean {
    this.#isBlocked ??= blockedBy(readQueryLists(this.#sql).queries)
    return this.#isBlocked
  }

  #popularOf(market: string, now: number): NameList<string> {
    const held = this.#popular.get(market)
    if (held && now < held.readAt + POPULAR_MS) return held.names
    const texts = popularQueries(this.#sql, market, POPULAR_HELD).filter(
      (text) => judgeClaim({ text, product: null, source: 'shoppers' }).display,
    )
    const names = new NameList(texts, (text) => [text])
    this.#popular.set(market, { names, readAt: now })
    return names
  }

  /** Products that have the finished words and one that the last may become; what can be bought and is much rated first. */
  #match(
    { query, market, adult, now }: SuggestPlan,
    live: Catalogue,
    { head, words }: Prefix,
    brands: readonly { readonly value: string }[],
    firstRow: number,
  ): { products: Hit[]; titles: string[] } {
    const last: Alternatives = [
      ...words.slice(0, WORDS_MATCHED).map(({ word }) => analyse(word)),
      ...brands.map(({ value }) => analyse(value)),
    ]
    const expression = allOf([...head.map((word) => [analyse(word)]), last])
    if (expression === null) return { products: [], titles: [] }
    const index = indexTable(live.id)
    const rows = this.#sql
      .exec<{ row: number; stated: string }>(
        // Cut within the market: the first of the whole index may all be goods of another, and those that stand before
        // its own need not be looked at.
        `SELECT m.row, m.stated FROM (
           SELECT p.row, p.stated, p.availability, p.rating_count FROM ${index}
           CROSS JOIN product p ON p.row = ${index}.rowid
           WHERE ${index} MATCH ? AND ${index}.rowid >= ? AND p.market = ? AND p.visibility = 'public' AND (p.adult = 0 OR ?)
           LIMIT ${MATCHED}) m
         ORDER BY m.availability = 'out_of_stock', m.rating_count DESC, m.row LIMIT ${TITLES}`,
        expression,
        firstRow,
        market,
        adult ? 1 : 0,
      )
      .toArray()
    return {
      titles: rows.map(({ stated }) => stated.slice(1, stated.indexOf('|', 1))),
      products: this.#withoutHidden(
        { now, market, categories: [], query: new QueryShape(surfaceWords(query)) },
        rows.map(({ row }) => row),
      )
        .slice(0, PRODUCTS)
        .map((row) => this.#present(row, now)),
    }
  }

  #withoutHidden(occasion: Occasion, rows: readonly number[]): readonly number[] {
    const { tuning, candidates } = this.#memory
    if (tuning.rules.length === 0) return rows
    candidates.refresh()
    const currency = marketCurrency(this.#sql, occasion.market)
    if (currency === null) return []
    const shelf = { sql: this.#sql, currency, tuning }
    const shown = new Set(withoutHidden(shelf, occasion, candidates.read(rows)).map(({ row }) => row))
    return rows.filter((row) => shown.has(row))
  }

  #present(row: number, now: number): Hit {
    const { body } = this.#sql.exec<{ body: string }>('SELECT body FROM product WHERE row = ?', row).one()
    const product = JSON.parse(body) as Product
    return presentHit(
      { product, rating: null, ratingCount: 0 },
      { now, wishes: [], words: [], reason: undefined },
    )
  }
}

/**
 * Whole queries: the finished words with each that the last may become, where some product has them together; then
 * the last word with the one that follows it in most titles.
 */
function completionsOf({ head, words }: Prefix, titles: readonly string[]): string[] {
  const start = head.join(' ')
  const before = start === '' ? '' : `${start} `
  const titleWords = titles.map((title) => surfaceWords(title))
  const seen = new Set(titleWords.flat())
  const together = (word: ListedWord): boolean => head.length === 0 || seen.has(word.word)
  const singles = words.filter(together).map(({ word }) => before + word)
  const [commonest] = words
  return [
    ...singles.slice(0, QUERIES - 3),
    ...followers(before, commonest, titleWords),
    ...singles.slice(QUERIES - 3),
  ]
}

/** A word follows another when at least two titles say so. */
const FOLLOWS_LEAST = 2

function followers(
  before: string,
  commonest: ListedWord | undefined,
  titles: readonly (readonly string[])[],
): string[] {
  if (!commonest) return []
  const counts = new Map<string, number>()
  for (const words of titles) {
    const next = words[words.indexOf(commonest.word) + 1]
    if (!words.includes(commonest.word) || next === undefined || /^\p{N}|^.$/u.test(next)) continue
    counts.set(next, (counts.get(next) ?? 0) + 1)
  }
  return Array.from(counts)
    .filter(([, count]) => count >= FOLLOWS_LEAST)
    .sort((left, right) => right[1] - left[1])
    .slice(0, 3)
    .map(([next]) => `${before}${commonest.word} ${fold(next)}`)
}
