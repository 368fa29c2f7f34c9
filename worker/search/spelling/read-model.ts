import type { ShopWords } from './correct-word.ts'

/** Model numbers that begin as typed, at most. */
const BEGINNINGS = 8
const BEGINNING_LEAST = 4

export interface ModelReading {
  readonly text: string
  readonly also: readonly { readonly text: string; readonly share: number }[]
}

/**
 * A word with digits that the shop does not write so: cut or joined elsewhere (tn2110 for TN-2110 or TN 2110), or the
 * beginning of longer numbers (tn21). Null when it is the shop's own or nothing like it. Digits are never corrected:
 * another digit is another model. Pure.
 */
export function readModel(text: string, shop: ShopWords): ModelReading | null {
  if (shop.list.documents(text) > 0 || shop.has(text)) return null
  const joined = text.replaceAll(/[-/.]/g, '')
  // Cut and joined, it is looked up as typed.
  if (joined !== text && (shop.list.documents(joined) > 0 || shop.has(joined))) return null
  const parts = joined.match(/\p{L}+|\p{N}+/gu) ?? []
  if (parts.length > 1 && shop.has(parts.join(' '))) return { text: parts.join(' '), also: [] }
  if (joined.length < BEGINNING_LEAST) return null
  const [first, ...others] = shop.list.beginning(joined, BEGINNINGS)
  if (!first) return null
  return { text: first.word, also: others.map(({ word }) => ({ text: word, share: 1 })) }
}
