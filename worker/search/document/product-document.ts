import type { Product, Review } from '../../ports/product.ts'
import { fold } from '../text/fold.ts'
import { tagTerms, uncorrected } from './product-tags.ts'
import { analyseProduct, attributeTexts } from './product-text.ts'
import { encodeTermVector } from './term-vector.ts'

/** What the index keeps of a product: terms to match, a vector to rank by, the words it states. */
export interface ProductDocument {
  /** Terms of title, brand, category, attributes, description and reviews, space-separated, one text a column. */
  readonly columns: readonly string[]
  readonly vector: ArrayBuffer
  /** Number of terms in each text field, for the shop's averages. */
  readonly lengths: readonly number[]
  /** Folded statements (title, category, attributes, options, material), each between bars: what exclusions look at. */
  readonly stated: string
}

/** The document of one product. Pure: the same product, reviews and corrections give the same bytes. */
export function productDocument(
  product: Product,
  reviews: readonly Review[],
  corrections = uncorrected,
): ProductDocument {
  const text = analyseProduct(product, reviews)
  const tags = tagTerms(product, text, corrections)
  const stated = [product.title, ...product.category, ...attributeTexts(product)].map((said) => fold(said))
  return {
    columns: [
      ...text.fields.map((terms) => terms.join(' ')),
      [...text.evidence.keys(), ...tags.keys()].join(' '),
    ],
    vector: encodeTermVector({ ...text, tags }),
    lengths: text.fields.map((terms) => terms.length),
    stated: `|${stated.join('|')}|`,
  }
}
