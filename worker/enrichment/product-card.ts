import { digest } from '../catalogue/digest.ts'
import type { Product } from '../ports/product.ts'
import { factsLine } from '../search/document/embedded-text.ts'
import { fenced } from '../search/rerank/prompt.ts'
import { clip } from '../search/text/plain-line.ts'

/** UTF-16 units of each part. */
const TITLE_MOST = 90
const CATEGORY_MOST = 60
const BRAND_MOST = 30
const FACTS_MOST = 120

/** Of a description; a wide letter is a token by itself, of others three are one. */
const DESCRIPTION_MOST = 320
const DESCRIPTION_MOST_WIDE = 140

const isWide = (text: string): boolean =>
  (text.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length >
  text.length / 3

/**
 * What a model is shown of a product, by part: title, category, brand, facts, description, each one harmless line.
 * Nothing that changes from day to day (price, stock). Pure.
 */
export function productCard(product: Product): string[] {
  const description = fenced(product.description ?? '')
  return [
    clip(fenced(product.title), TITLE_MOST),
    clip(fenced(product.category.join(' > ').replaceAll('>', '/')), CATEGORY_MOST),
    clip(fenced(product.brand ?? ''), BRAND_MOST),
    clip(fenced(factsLine(product, FACTS_MOST)), FACTS_MOST),
    clip(description, isWide(description) ? DESCRIPTION_MOST_WIDE : DESCRIPTION_MOST),
  ]
}

/** Tells the text a model was shown from what the product says now. */
export const cardDigest = (card: readonly string[]): string => digest(card.join('\n'))
