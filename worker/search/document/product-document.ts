import type { Product, Review } from '../../ports/product.ts'
import { fold } from '../text/fold.ts'
import { analyse } from '../text/analyse.ts'
import { notEnriched, type Enrichment } from './enrichment.ts'
import { tagTerms, uncorrected, type TagCorrections } from './product-tags.ts'
import { analyseProduct, attributeTexts } from './product-text.ts'
import { encodeTermVector } from './term-vector.ts'

/** What is known of a product beside its own texts. */
export interface KnownOfProduct {
  readonly corrections?: TagCorrections
  readonly enrichment?: Enrichment
}

/** What the index keeps of a product: terms to match, a vector to rank by, the words it states. */
export interface ProductDocument {
  /** Terms of title, brand, category, attributes, description, and of reviews and wishes, space-separated, one text a column. */
  readonly columns: readonly string[]
  readonly vector: ArrayBuffer
  /** Number of terms in each text field, for the shop's averages. */
  readonly lengths: readonly number[]
  /** Folded statements (title, category, attributes, options, material), each between bars: what exclusions look at. */
  readonly stated: string
}

/** Each term counts once a wish. */
function wishTerms(wishes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const wish of wishes) {
    for (const term of new Set(analyse(wish))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

/** The document of one product. Pure: the same product, reviews and knowledge of it give the same bytes. */
export function productDocument(
  product: Product,
  reviews: readonly Review[],
  { corrections = uncorrected, enrichment = notEnriched }: KnownOfProduct = {},
): ProductDocument {
  const text = analyseProduct(product, reviews)
  const tags = tagTerms(product, text, { corrections, modelTags: enrichment.tags })
  const wishes = wishTerms(enrichment.wishes)
  const stated = [product.title, ...product.category, ...attributeTexts(product)].map((said) => fold(said))
  return {
    columns: [
      ...text.fields.map((terms) => terms.join(' ')),
      [...new Set([...text.evidence.keys(), ...wishes.keys()]), ...tags.keys()].join(' '),
    ],
    vector: encodeTermVector({ ...text, wishes, tags }),
    lengths: text.fields.map((terms) => terms.length),
    stated: `|${stated.join('|')}|`,
  }
}
