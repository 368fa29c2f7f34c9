import type { Product } from '../../ports/product.ts'
import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import { surfaceWords } from '../text/surface-words.ts'

/** What a shop's texts are counted for: single words, brand names, category paths. */
export type WordKind = 'word' | 'brand' | 'category'

export interface CountedWord {
  readonly kind: WordKind
  /** What counts as the same. */
  readonly key: string
  /** As it is shown. */
  readonly text: string
}

/** A longer attribute value is prose. */
const VALUE_MOST = 30
/** Words of one product: more are a list of search terms, not a title. */
const WORDS_MOST = 80

/** The words a product contributes to what its shop is known to sell; none when not everyone may see it. Pure. */
export function productWords(product: Product): CountedWord[] {
  if (product.visibility !== 'public' || product.adult) return []
  const values = [
    ...product.attributes.map(([, value]) => value),
    ...product.variants.flatMap((variant) => Object.values(variant.options)),
    product.color ?? '',
    product.material ?? '',
    product.size ?? '',
    product.mpn ?? '',
    ...product.keywords,
  ].filter((value) => value.length <= VALUE_MOST)
  const texts = [product.title, product.brand ?? '', ...product.category, ...values]
  const words = new Set(texts.flatMap(surfaceWords).filter((word) => !/^\d{1,2}$/.test(word)))
  const brand = product.brand ?? ''
  const path = product.category.join(' > ')
  return [
    ...[...words].slice(0, WORDS_MOST).map((word) => ({ kind: 'word' as const, key: word, text: word })),
    ...(nameKey(brand) === '' ? [] : [{ kind: 'brand' as const, key: nameKey(brand), text: brand }]),
    ...(path === '' ? [] : [{ kind: 'category' as const, key: fold(path), text: path }]),
  ]
}
