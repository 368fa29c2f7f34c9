import type { Product } from '../../ports/product.ts'

/** Characters of a product that are embedded: more of them blur the vector and cost tokens. */
export const EMBEDDED_CHARACTERS = 1_000

/** Of these, what facts may take, so that a long table leaves room for the description. */
const FACTS_CHARACTERS = 300

const saysNothing = /^(?:false|no|none|n\/?a|0|-|없음|아니오|아니요|いいえ|なし)$/i

/** `Water resistant: true` is "Water resistant". */
function fact([name, value]: readonly [string, string]): string {
  const words = name.replaceAll('_', ' ')
  if (saysNothing.test(value)) return ''
  return /^(?:true|yes|예|네|はい)$/i.test(value) ? words : `${words} ${value}`
}

/** What the shop states of a product beside title, brand, category and description, in one line of at most `most` units. */
export function factsLine(product: Product, most = FACTS_CHARACTERS): string {
  const options = new Set(product.variants.flatMap((variant) => Object.values(variant.options)))
  const all = [
    product.color ?? '',
    product.material ?? '',
    ...product.attributes.map(fact),
    ...product.keywords,
    ...options,
  ].filter((text) => text !== '')
  return [...new Set(all)].join(', ').slice(0, most)
}

/**
 * What of a product is turned into a vector: title, brand, category, facts, description. Nothing that changes from
 * day to day (price, stock), so that such a change embeds nothing anew, and no review: reviews do not leave the shop.
 * Pure.
 */
export function embeddedText(product: Product): string {
  return (
    [
      product.title,
      product.brand ?? '',
      product.category.join(' > '),
      factsLine(product),
      product.description ?? '',
    ]
      .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
      .filter((part) => part !== '')
      .join('. ')
      .slice(0, EMBEDDED_CHARACTERS)
      // The cut may have gone through a pair.
      .replace(/[\uD800-\uDBFF]$/, '')
  )
}
