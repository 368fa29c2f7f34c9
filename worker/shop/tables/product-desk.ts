import type { ProductResponse, RowError } from '../../contract/catalogue.ts'
import { digest } from '../../catalogue/digest.ts'
import { foldParts, normaliseProduct } from '../../catalogue/normalise-product.ts'
import { productResponse } from '../../catalogue/product-response.ts'
import { err, ok, type Result } from '../../result.ts'
import { applyDelta, createCatalogue, liveCatalogue, makeLive, noDelta, readCatalogue } from './catalogues.ts'
import { TOO_LARGE, fitsARow } from './fits-a-row.ts'
import { readProduct, removeProduct, writeProduct } from './products.ts'

const defaultMarket = (sql: SqlStorage) =>
  sql.exec<{ id: string }>('SELECT id FROM market ORDER BY position LIMIT 1').one().id

/** One product of the default market as the admin API shows it. */
export function showProduct(sql: SqlStorage, id: string): ProductResponse | null {
  const live = liveCatalogue(sql)
  const held = live && readProduct(sql, live.id, defaultMarket(sql), id)
  return held ? productResponse(held.product, { value: held.rating, count: held.ratingCount }) : null
}

export function deleteProduct(sql: SqlStorage, id: string): boolean {
  const live = liveCatalogue(sql)
  if (!live) return false
  const delta = noDelta()
  const removed = removeProduct(sql, live.id, defaultMarket(sql), id, delta)
  applyDelta(sql, live.id, delta)
  return removed
}

/** Writes one product by hand; the rules and messages are those of a file's row. */
export function putProduct(
  sql: SqlStorage,
  fields: Readonly<Record<string, unknown>>,
  now: number,
): Result<ProductResponse, RowError[]> {
  const { id: market, currency } = sql
    .exec<{ id: string; currency: string }>('SELECT id, currency FROM market ORDER BY position LIMIT 1')
    .one()
  const part = normaliseProduct({ line: 1, fields }, { currency, now })
  if (!part.ok) return part
  const folded = foldParts([part.value])
  if (!folded.ok) return folded
  const product = folded.value
  const body = JSON.stringify(product)
  if (!fitsARow(body)) return err([{ line: 1, field: 'id', message: TOO_LARGE }])
  const live = liveCatalogue(sql) ?? createCatalogue(sql, 'live', 'desk', now)
  const delta = noDelta()
  const place = { catalogue: live.id, market }
  writeProduct(sql, place, { product, digest: digest(body), now }, delta)
  applyDelta(sql, live.id, delta)
  const shown = showProduct(sql, product.id)
  return shown ? ok(shown) : err([{ line: 1, field: 'id', message: 'the product was not stored' }])
}

/** Brings a replaced catalogue back; reviews and a model's words may have come since, so they are folded in again. */
export function restoreCatalogue(sql: SqlStorage, id: number): boolean {
  if (readCatalogue(sql, id)?.state !== 'retired') return false
  makeLive(sql, id)
  sql.exec(
    `INSERT OR IGNORE INTO stale_evidence SELECT product_id FROM review UNION SELECT id FROM product_enrichment`,
  )
  return true
}
