import { productTags, type TagCorrections } from '../../search/document/product-tags.ts'
import { analyseProduct, attributeTexts } from '../../search/document/product-text.ts'
import type { ProductTags } from '../../ports/shop-store.ts'
import { enrichmentOf } from './enrichments.ts'
import { applyDelta, liveCatalogue, noDelta } from './catalogues.ts'
import { readProduct, writeProduct } from './products.ts'
import { reviewsOf } from './reviews.ts'
import { saveTagCorrections, tagCorrections } from './tag-corrections.ts'

const marketsOf = (sql: SqlStorage, catalogue: number, id: string): string[] =>
  sql
    .exec<{ market: string }>(
      'SELECT p.market FROM product p JOIN market m ON m.id = p.market WHERE p.catalogue = ? AND p.id = ? ORDER BY m.position',
      catalogue,
      id,
    )
    .toArray()
    .map(({ market }) => market)

/** A product's tags with what speaks for each, surest first; null when there is no such product. */
export function showTags(sql: SqlStorage, id: string): ProductTags | null {
  const live = liveCatalogue(sql)
  const [market] = live ? marketsOf(sql, live.id, id) : []
  const held = live && market !== undefined ? readProduct(sql, live.id, market, id) : null
  if (!held) return null
  const corrections: TagCorrections = tagCorrections(sql, id)
  const tags = productTags(held.product, analyseProduct(held.product, reviewsOf(sql, id)), {
    corrections,
    modelTags: enrichmentOf(sql, market ?? '', held.product).tags,
  })
  return {
    tags: tags
      .toSorted((left, right) => right.confidence - left.confidence)
      .map(({ concept, ...tag }) => ({ tag: concept, ...tag })),
    removed: [...corrections.removed],
    of: {
      category: held.product.category,
      title: held.product.title,
      states: attributeTexts(held.product).join(' | '),
    },
  }
}

/** Replaces the merchant's word on a product's tags and indexes it anew in every market. */
export function correctTags(
  sql: SqlStorage,
  id: string,
  corrections: { readonly added: readonly string[]; readonly removed: readonly string[] },
  now: number,
): ProductTags | null {
  const live = liveCatalogue(sql)
  const markets = live ? marketsOf(sql, live.id, id) : []
  if (!live || markets.length === 0) return null
  saveTagCorrections(sql, id, corrections)
  for (const market of markets) {
    const held = readProduct(sql, live.id, market, id)
    if (!held) continue
    const delta = noDelta()
    const entry = { product: held.product, digest: held.digest, now, refresh: true }
    writeProduct(sql, { catalogue: live.id, market }, entry, delta)
    applyDelta(sql, live.id, delta)
  }
  return showTags(sql, id)
}
