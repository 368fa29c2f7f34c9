import { cardDigest, productCard } from '../../enrichment/product-card.ts'
import type { EnrichedProduct, WrittenEnrichment } from '../../ports/enrichment-store.ts'
import type { Product } from '../../ports/product.ts'
import { notEnriched, type Enrichment, type ModelTag } from '../../search/document/enrichment.ts'
import { conceptNamed, nameOf } from '../../search/knowledge/concepts.ts'

type WrittenTags = WrittenEnrichment['tags']

/** Concepts that have gone since are left out. */
const modelTags = (written: WrittenTags): ModelTag[] =>
  written.flatMap(({ tag, grounds, evidence }) => {
    const concept = conceptNamed(tag)
    return concept ? [{ concept: nameOf(concept), grounds, evidence }] : []
  })

/** What a model has written about a product, as long as the product still says what the model read. */
export function enrichmentOf(sql: SqlStorage, market: string, product: Product): Enrichment {
  const [held] = sql
    .exec<{ text: string; tags: string; wishes: string }>(
      `SELECT text, tags, wishes FROM product_enrichment WHERE market = ? AND id = ? AND written = 1`,
      market,
      product.id,
    )
    .toArray()
  if (!held || held.text !== cardDigest(productCard(product))) return notEnriched
  return {
    tags: modelTags(JSON.parse(held.tags) as WrittenTags),
    wishes: JSON.parse(held.wishes) as string[],
  }
}

/** Keeps what a model wrote. True when it differs from what was there: then the product is to be indexed anew. */
export function saveEnrichment(sql: SqlStorage, run: string, written: WrittenEnrichment): boolean {
  const { market, id, key, text, seen } = written
  const tags = JSON.stringify(written.tags)
  const wishes = JSON.stringify(written.wishes)
  const [held] = sql
    .exec<{ text: string; tags: string; wishes: string }>(
      'SELECT text, tags, wishes FROM product_enrichment WHERE market = ? AND id = ? AND written = 1',
      market,
      id,
    )
    .toArray()
  sql.exec(
    `INSERT OR REPLACE INTO product_enrichment (market, id, run, key, text, seen, failed, written, tags, wishes)
     VALUES (?, ?, ?, ?, ?, ?, 0, 1, ?, ?)`,
    market,
    id,
    run,
    key,
    text,
    seen,
    tags,
    wishes,
  )
  if (held) return held.text !== text || held.tags !== tags || held.wishes !== wishes
  return written.tags.length + written.wishes.length > 0
}

/** Notes that a model has no answer for a product. What was written about it before stays. */
export function saveFailure(
  sql: SqlStorage,
  run: string,
  { market, id, key, text, seen }: EnrichedProduct,
): void {
  sql.exec(
    `INSERT INTO product_enrichment (market, id, run, key, text, seen, failed, written, tags, wishes)
     VALUES (?, ?, ?, ?, ?, ?, 1, 0, '[]', '[]')
     ON CONFLICT (market, id) DO UPDATE SET run = excluded.run, key = excluded.key, seen = excluded.seen, failed = 1`,
    market,
    id,
    run,
    key,
    text,
    seen,
  )
}

/** The product has changed in other ways (its price): what was written holds. */
export function keepEnrichment(sql: SqlStorage, run: string, { market, id, seen }: EnrichedProduct): void {
  sql.exec(
    'UPDATE product_enrichment SET run = ?, seen = ? WHERE market = ? AND id = ?',
    run,
    seen,
    market,
    id,
  )
}

/** A product's reviews have changed: there may be so many more that a model should read it again. */
export const lookAgain = (sql: SqlStorage, product: string): void => {
  sql.exec(`UPDATE product_enrichment SET seen = '' WHERE id = ?`, product)
}

/** Products without an answer are asked about again. */
export function forgetFailures(sql: SqlStorage): void {
  sql.exec('DELETE FROM product_enrichment WHERE failed = 1 AND written = 0')
  sql.exec(`UPDATE product_enrichment SET failed = 0, key = '', seen = '' WHERE failed = 1`)
}

/** Forgets products that are in no catalogue any more. */
export function pruneEnrichments(sql: SqlStorage): void {
  sql.exec(`DELETE FROM product_enrichment WHERE NOT EXISTS (
    SELECT 1 FROM catalogue c JOIN product p ON p.catalogue = c.id
    WHERE p.market = product_enrichment.market AND p.id = product_enrichment.id)`)
}
