import { productPriceNow } from '../../catalogue/price-now.ts'
import type { Locale } from '../../contract/vocabulary.ts'
import type { Product, Review } from '../../ports/product.ts'
import { productDocument } from '../../search/document/product-document.ts'
import { TermVector, fieldCount } from '../../search/document/term-vector.ts'
import { nameKey } from '../../search/text/name-key.ts'
import { productFacts } from '../../search/document/product-facts.ts'
import { countWords } from './catalogue-words.ts'
import { indexTable, type CatalogueDelta } from './catalogues.ts'
import { enrichmentOf } from './enrichments.ts'
import { noteChange } from './outbox.ts'
import { reviewsOf } from './reviews.ts'
import { tagCorrections } from './tag-corrections.ts'

export type WriteOutcome = 'added' | 'changed' | 'same'

type Held = { row: number; digest: string; visibility: string; vector: ArrayBuffer; body: string }

const held = (sql: SqlStorage, catalogue: number, market: string, id: string) =>
  sql
    .exec<Held>(
      'SELECT row, digest, visibility, vector, body FROM product WHERE catalogue = ? AND market = ? AND id = ?',
      catalogue,
      market,
      id,
    )
    .toArray()[0]

const isIndexed = (visibility: string) => visibility === 'public'

function unindex(
  sql: SqlStorage,
  { catalogue, market }: { catalogue: number; market: string },
  before: Held,
  delta: CatalogueDelta,
): void {
  if (!isIndexed(before.visibility)) return
  sql.exec(`DELETE FROM ${indexTable(catalogue)} WHERE rowid = ?`, before.row)
  countWords(delta.words, market, JSON.parse(before.body) as Product, -1)
  const vector = new TermVector(before.vector)
  delta.indexed -= 1
  for (let field = 0; field < fieldCount; field++) {
    delta.lengths[field] = (delta.lengths[field] ?? 0) - vector.fieldLength(field)
  }
}

/** The language a market's facets are named in. */
const localeOf = (sql: SqlStorage, market: string): Locale =>
  (sql.exec<{ locale: string }>('SELECT locale FROM market WHERE id = ?', market).toArray()[0]?.locale ??
    'en') as Locale

/** The rating shown: of the shop's own reviews when it has any, else what the feed states. */
function ratingOf(product: Product, reviews: readonly Review[]): { value: number | null; count: number } {
  const rated = reviews.flatMap((review) => (review.rating === undefined ? [] : [review.rating]))
  if (rated.length > 0)
    return { value: rated.reduce((sum, rating) => sum + rating, 0) / rated.length, count: rated.length }
  return { value: product.rating?.value ?? null, count: product.rating?.count ?? reviews.length }
}

/** What a product costs the shop stands in a table of its own, which no query of a shopper's reads. */
function writeCost(sql: SqlStorage, row: number, { cost, margin }: Product): void {
  if (cost === undefined && margin === undefined) sql.exec('DELETE FROM product_cost WHERE row = ?', row)
  else {
    sql.exec(
      'INSERT OR REPLACE INTO product_cost (row, cost, margin) VALUES (?, ?, ?)',
      row,
      cost ?? null,
      margin ?? null,
    )
  }
}

/**
 * Writes one product and its index entry; nothing at all when it is the same as before.
 * `refresh` writes it even so, because its reviews changed. Sums go to `delta`.
 */
export function writeProduct(
  sql: SqlStorage,
  target: { catalogue: number; market: string },
  entry: { product: Product; digest: string; now: number; refresh?: boolean },
  delta: CatalogueDelta,
): WriteOutcome {
  const { product, digest, now } = entry
  const before = held(sql, target.catalogue, target.market, product.id)
  if (before && before.digest === digest && !entry.refresh) return 'same'
  if (before) unindex(sql, target, before, delta)

  const reviews = reviewsOf(sql, product.id)
  const document = productDocument(product, reviews, {
    corrections: tagCorrections(sql, product.id),
    enrichment: enrichmentOf(sql, target.market, product),
  })
  const price = productPriceNow(product, now)
  const rating = ratingOf(product, reviews)
  const values = [
    digest,
    JSON.stringify(product),
    product.brand ?? '',
    nameKey(product.brand ?? ''),
    product.category.join(' > '),
    product.availability,
    product.visibility,
    product.adult ? 1 : 0,
    price.amount,
    price.until,
    product.createdAt ?? null,
    rating.value,
    rating.count,
    productFacts(product, localeOf(sql, target.market)),
    document.stated,
    document.vector,
  ]
  const row = before
    ? sql
        .exec<{ row: number }>(
          `UPDATE product SET digest=?, body=?, brand=?, brand_key=?, category=?, availability=?, visibility=?, adult=?,
             price=?, price_until=?, created_at=?, rating=?, rating_count=?, facts=?, stated=?, vector=?
           WHERE row = ? RETURNING row`,
          ...values,
          before.row,
        )
        .one().row
    : sql
        .exec<{ row: number }>(
          `INSERT INTO product (digest, body, brand, brand_key, category, availability, visibility, adult,
             price, price_until, created_at, rating, rating_count, facts, stated, vector, catalogue, market, id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING row`,
          ...values,
          target.catalogue,
          target.market,
          product.id,
        )
        .one().row
  if (isIndexed(product.visibility)) {
    sql.exec(
      `INSERT INTO ${indexTable(target.catalogue)} (rowid, title, brand, category, attributes, description, evidence)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      row,
      ...document.columns,
    )
    delta.indexed += 1
    countWords(delta.words, target.market, product, 1)
    document.lengths.forEach((length, field) => {
      delta.lengths[field] = (delta.lengths[field] ?? 0) + Math.min(length, 0xffff)
    })
  }
  writeCost(sql, row, product)
  if (!before) delta.products += 1
  noteChange(sql, target.catalogue, target.market, product.id)
  return before ? 'changed' : 'added'
}

export function removeProduct(
  sql: SqlStorage,
  catalogue: number,
  market: string,
  id: string,
  delta: CatalogueDelta,
): boolean {
  const before = held(sql, catalogue, market, id)
  if (!before) return false
  unindex(sql, { catalogue, market }, before, delta)
  sql.exec('DELETE FROM product WHERE row = ?', before.row)
  delta.products -= 1
  noteChange(sql, catalogue, market, id)
  return true
}

export function readProduct(
  sql: SqlStorage,
  catalogue: number,
  market: string,
  id: string,
): { product: Product; digest: string; rating: number | null; ratingCount: number } | null {
  const row = sql
    .exec<{ body: string; digest: string; rating: number | null; rating_count: number }>(
      'SELECT body, digest, rating, rating_count FROM product WHERE catalogue = ? AND market = ? AND id = ?',
      catalogue,
      market,
      id,
    )
    .toArray()[0]
  if (!row) return null
  return {
    product: JSON.parse(row.body) as Product,
    digest: row.digest,
    rating: row.rating,
    ratingCount: row.rating_count,
  }
}

/**
 * Prices whose sale began or ended by `now` are worked out again. Cheap when nothing is due (a partial index),
 * so every search may call it and never shows a sale outside its dates.
 */
export function refreshDuePrices(sql: SqlStorage, now: number, most = 500): number {
  const due = sql
    .exec<{ row: number; catalogue: number; market: string; id: string; body: string }>(
      'SELECT row, catalogue, market, id, body FROM product WHERE price_until <= ? LIMIT ?',
      now,
      most,
    )
    .toArray()
  for (const { row, catalogue, market, id, body } of due) {
    const price = productPriceNow(JSON.parse(body) as Product, now)
    sql.exec('UPDATE product SET price = ?, price_until = ? WHERE row = ?', price.amount, price.until, row)
    noteChange(sql, catalogue, market, id)
  }
  return due.length
}
