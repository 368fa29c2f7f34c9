import { noModels } from '../../../worker/ports/shop-models.ts'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { digest } from '../../../worker/catalogue/digest.ts'
import { foldParts, normaliseProduct } from '../../../worker/catalogue/normalise-product.ts'
import { normaliseReview } from '../../../worker/catalogue/normalise-review.ts'
import { searchRequest } from '../../../worker/contract/search.ts'
import type { Locale } from '../../../worker/contract/vocabulary.ts'
import type { Found } from '../../../worker/ports/retriever.ts'
import type { ShopRecord } from '../../../worker/ports/shop-store.ts'
import { planSearch } from '../../../worker/search/plan-search.ts'
import { migrations } from '../../../worker/shop/migrations.ts'
import { ProductFinder } from '../../../worker/shop/search/find-products.ts'
import { SearchMemory } from '../../../worker/shop/search/search-memory.ts'
import {
  applyDelta,
  createCatalogue,
  liveCatalogue,
  makeLive,
  noDelta,
} from '../../../worker/shop/tables/catalogues.ts'
import { writeProduct } from '../../../worker/shop/tables/products.ts'
import { writeReview } from '../../../worker/shop/tables/reviews.ts'
import { insertShop } from '../../../worker/shop/tables/shop-record.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'

/**
 * The shop's own code over Node's SQLite, in one process: for evaluations that try many settings on one catalogue.
 * What shoppers meet is measured through HTTP; this gives the same lists without a worker around them.
 */

const toBytes = (value: unknown): SQLInputValue =>
  (value instanceof ArrayBuffer ? new Uint8Array(value) : value) as SQLInputValue

const fromBytes = (value: unknown): unknown => (value instanceof Uint8Array ? value.slice().buffer : value)

type Row = Record<string, SqlStorageValue>

/** As much of the platform's `SqlStorage` as the shop uses. */
function sqlStorageOver(database: DatabaseSync): SqlStorage {
  const prepared = new Map<string, StatementSync>()
  const prepare = (query: string): StatementSync => {
    const held = prepared.get(query) ?? database.prepare(query)
    prepared.set(query, held)
    return held
  }
  const exec = (query: string, ...bindings: unknown[]) => {
    if (/^\s*(?:CREATE|DROP|ALTER)/i.test(query)) {
      database.exec(query)
      return cursorOf([], 0)
    }
    const statement = prepare(query)
    const values = bindings.map(toBytes)
    if (!/^\s*(?:SELECT|WITH)|\bRETURNING\b/i.test(query))
      return cursorOf([], Number(statement.run(...values).changes))
    const rows = statement
      .all(...values)
      .map(
        (row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromBytes(value)])) as Row,
      )
    return cursorOf(rows, 0)
  }
  return { exec } as unknown as SqlStorage
}

function cursorOf(rows: readonly Row[], rowsWritten: number) {
  return {
    rowsWritten,
    toArray: () => rows,
    one: () => {
      const [only] = rows
      if (rows.length !== 1 || !only) throw new Error(`expected one row, got ${rows.length}`)
      return only
    },
    raw: () => rows.map((row) => Object.values(row))[Symbol.iterator](),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  }
}

export interface SqliteShop {
  readonly sql: SqlStorage
  search(query: string, limit: number, expansion?: readonly string[]): Found
}

export interface ShopContent {
  readonly products: readonly Readonly<Record<string, unknown>>[]
  readonly reviews: readonly Readonly<Record<string, unknown>>[]
  readonly locale: Locale
  readonly currency: string
}

/** A shop in memory with all of it imported. Rows that the importer would reject are left out. */
export function openSqliteShop({ products, reviews, locale, currency }: ShopContent): SqliteShop {
  const database = new DatabaseSync(':memory:')
  const sql = sqlStorageOver(database)
  for (const { statements } of migrations) for (const statement of statements) database.exec(statement)
  const settings = defaultSettings({ name: 'Measured', origins: [], locale, currency })
  const record: ShopRecord = {
    id: 'measured',
    publicKey: '',
    secretHash: '',
    settings,
    models: noModels,
    experimentSalt: '',
    createdAt: 0,
  }
  insertShop(sql, record)
  const now = Date.now()
  database.exec('BEGIN')
  reviews.forEach((fields, index) => {
    const review = normaliseReview({ line: index + 1, fields }, { now })
    if (review.ok) writeReview(sql, review.value, String(index), 'measured')
  })
  const { id: catalogue } = createCatalogue(sql, 'building', 'measured', now)
  const market = settings.markets[0]?.id ?? ''
  const delta = noDelta()
  products.forEach((fields, index) => {
    const part = normaliseProduct({ line: index + 1, fields }, { currency, now })
    const product = part.ok ? foldParts([part.value]) : part
    if (!product.ok) return
    const entry = { product: product.value, digest: digest(JSON.stringify(product.value)), now }
    writeProduct(sql, { catalogue, market }, entry, delta)
  })
  applyDelta(sql, catalogue, delta)
  makeLive(sql, catalogue)
  database.exec('COMMIT')
  const memory = new SearchMemory(sql)
  return {
    sql,
    search(query, limit, expansion = []) {
      const plan = planSearch(searchRequest.parse({ q: query, limit }), record, {
        now,
        cards: 0,
        explain: false,
      })
      const live = liveCatalogue(sql)
      if (!plan.ok || !live) throw new Error('the measured shop cannot be searched')
      return new ProductFinder(sql, memory, live, currency).find({
        ...plan.value,
        expansion: { words: expansion },
      })
    },
  }
}
