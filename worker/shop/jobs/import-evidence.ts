import { applyDelta, noDelta } from '../tables/catalogues.ts'
import type { ImportRow } from '../tables/imports.ts'
import { readProduct, writeProduct } from '../tables/products.ts'
import { clearStale, staleCount, staleProducts } from '../tables/reviews.ts'
import type { SliceOutcome } from './import-stage.ts'

/** Products whose reviews are condensed again in one slice. */
const PRODUCTS_A_SLICE = 20

type Place = { catalogue: number; market: string }

/** Condenses the reviews of a few products whose evidence is stale. True while there are more. */
export function refreshEvidence(sql: SqlStorage, now: number): boolean {
  const stale = staleProducts(sql, PRODUCTS_A_SLICE)
  for (const id of stale) {
    const places = sql
      .exec<Place>(
        `SELECT catalogue, market FROM product
         WHERE id = ? AND catalogue IN (SELECT id FROM catalogue WHERE state <> 'retired')`,
        id,
      )
      .toArray()
    for (const place of places) {
      const held = readProduct(sql, place.catalogue, place.market, id)
      if (!held) continue
      const delta = noDelta()
      writeProduct(sql, place, { product: held.product, digest: held.digest, now, refresh: true }, delta)
      applyDelta(sql, place.catalogue, delta)
    }
    clearStale(sql, id)
  }
  return stale.length === PRODUCTS_A_SLICE
}

/** The last stage of a review import: it is done when the evidence is findable. */
export function evidenceStage(sql: SqlStorage, row: ImportRow, now: number): SliceOutcome {
  const before = staleCount(sql)
  const more = refreshEvidence(sql, now)
  const done = before === 0 ? 1 : 1 - staleCount(sql) / Math.max(before, row.accepted)
  return { changes: { progress: done }, next: more ? 'evidence' : null }
}
