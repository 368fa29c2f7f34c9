import type { Locale } from '../../contract/vocabulary.ts'
import { enrichmentKey } from '../../enrichment/enrichment-key.ts'
import { cardDigest, productCard } from '../../enrichment/product-card.ts'
import { reviewSentences } from '../../enrichment/review-sentences.ts'
import type { EnrichmentItem } from '../../ports/enrichment-store.ts'
import type { Product } from '../../ports/product.ts'
import { productTags } from '../../search/document/product-tags.ts'
import { analyseProduct } from '../../search/document/product-text.ts'
import { candidateConcepts } from '../../search/knowledge/candidate-concepts.ts'
import { deniedConcepts } from '../../search/knowledge/tag-product.ts'
import { reviewsOf } from '../tables/reviews.ts'

/** A product that may have to be asked about. */
export interface EnrichRow {
  readonly category: string
  readonly market: string
  readonly id: string
  readonly digest: string
  readonly body: string
  readonly locale: string
  /** What it was answered under; null: never. */
  readonly held: string | null
}

export interface Asked {
  readonly product: Product
  readonly card: readonly string[]
  readonly text: string
  readonly key: string
}

const reviewCount = (sql: SqlStorage, id: string): number =>
  sql.exec<{ n: number }>('SELECT count(*) AS n FROM review WHERE product_id = ?', id).one().n

/** What tells whether a model has answered for the product as it is now; cheap, for it is worked out for many. */
export function askedOf(sql: SqlStorage, { id, body }: EnrichRow, run: string): Asked {
  const product = JSON.parse(body) as Product
  const card = productCard(product)
  const text = cardDigest(card)
  return { product, card, text, key: enrichmentKey(text, reviewCount(sql, id), run) }
}

/** All that a model is shown of a product: its reviews are read and its words analysed. */
export function itemOf(
  sql: SqlStorage,
  { market, id, digest, locale }: EnrichRow,
  asked: Asked,
): EnrichmentItem {
  const { product, card, text, key } = asked
  const reviews = reviewsOf(sql, id)
  const words = analyseProduct(product, reviews)
  const [title = [], , category = [], attributes = []] = words.fields
  const denied = deniedConcepts(new Set([...title, ...category, ...attributes]))
  return {
    market,
    id,
    key,
    text,
    seen: digest,
    card,
    locale: locale as Locale,
    reviews: reviewSentences(reviews, words.evidence),
    candidates: candidateConcepts(productTags(product, words), new Set(denied)),
    denied,
  }
}
