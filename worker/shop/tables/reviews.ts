import type { Review } from '../../ports/product.ts'
import { lookAgain } from './enrichments.ts'

/** Reviews read per product: evidence does not change any more after so many. */
const REVIEWS_READ = 2000

export function reviewsOf(sql: SqlStorage, productId: string): Review[] {
  return sql
    .exec<{ body: string }>('SELECT body FROM review WHERE product_id = ? LIMIT ?', productId, REVIEWS_READ)
    .toArray()
    .map(({ body }) => JSON.parse(body) as Review)
}

/** What is indexed of a product's reviews, or of what a model wrote about it, is to be made again. */
export const markStale = (sql: SqlStorage, productId: string) =>
  sql.exec('INSERT OR IGNORE INTO stale_evidence (product_id) VALUES (?)', productId)

/** Writes one review; true when it differs from what was there. Its product's evidence becomes stale. */
export function writeReview(sql: SqlStorage, review: Review, digest: string, importId: string): boolean {
  const before = sql
    .exec<{ digest: string; product_id: string }>(
      'SELECT digest, product_id FROM review WHERE id = ?',
      review.id,
    )
    .toArray()[0]
  if (before?.digest === digest) {
    sql.exec('UPDATE review SET import = ? WHERE id = ?', importId, review.id)
    return false
  }
  sql.exec(
    `INSERT INTO review (id, product_id, digest, import, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET product_id = excluded.product_id, digest = excluded.digest,
       import = excluded.import, body = excluded.body`,
    review.id,
    review.productId,
    digest,
    importId,
    JSON.stringify(review),
  )
  for (const product of new Set([review.productId, before?.product_id ?? review.productId])) {
    markStale(sql, product)
    lookAgain(sql, product)
  }
  return true
}

/** Deletes what a `replace` did not bring again. Returns how many went. */
export function removeReviewsNotIn(sql: SqlStorage, importId: string): number {
  sql.exec(
    'INSERT OR IGNORE INTO stale_evidence SELECT DISTINCT product_id FROM review WHERE import <> ?',
    importId,
  )
  sql.exec(
    `UPDATE product_enrichment SET seen = '' WHERE id IN (SELECT product_id FROM review WHERE import <> ?)`,
    importId,
  )
  return sql.exec('DELETE FROM review WHERE import <> ?', importId).rowsWritten
}

export function staleProducts(sql: SqlStorage, most: number): string[] {
  return sql
    .exec<{ product_id: string }>('SELECT product_id FROM stale_evidence LIMIT ?', most)
    .toArray()
    .map(({ product_id }) => product_id)
}

export function staleCount(sql: SqlStorage): number {
  return sql.exec<{ n: number }>('SELECT count(*) AS n FROM stale_evidence').one().n
}

export function clearStale(sql: SqlStorage, productId: string): void {
  sql.exec('DELETE FROM stale_evidence WHERE product_id = ?', productId)
}
