import type { Product, Review } from '../../ports/product.ts'
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { measureTerms } from '../text/measures.ts'
import { kindsOfProduct, lineage } from '../knowledge/product-kinds.ts'
import { TAG_STRONG, tagProduct, type ProductTag } from '../knowledge/tag-product.ts'
import { strongTagTerm, tagTerm } from '../knowledge/tag-term.ts'
import { TAG_FULL, encodeTermVector } from './term-vector.ts'

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

const genderWords = {
  female: 'women 여성 여자 レディース',
  male: 'men 남성 남자 メンズ',
  unisex: 'unisex 남녀공용',
} as const
const ageWords = {
  newborn: 'newborn baby 신생아',
  infant: 'infant baby 아기 유아',
  toddler: 'toddler 유아',
  kids: 'kids 아동 어린이 키즈',
  adult: '',
} as const

const isYes = (value: string) => /^(?:true|yes|y|1|예|네|はい)$/i.test(value)
const isNo = (value: string) => /^(?:false|no|n|0|아니오|아니요|いいえ)$/i.test(value)

/** `Water resistant: true` says "water resistant"; `…: false` says nothing; else name and value. */
function attributeText([name, value]: readonly [string, string]): string {
  const words = name.replaceAll('_', ' ')
  if (isYes(value)) return words
  if (isNo(value)) return ''
  return `${words} ${value}`
}

function attributeTexts(product: Product): string[] {
  const options = new Set(product.variants.flatMap((variant) => Object.values(variant.options)))
  return [
    ...product.attributes.map(attributeText),
    ...options,
    product.color ?? '',
    product.material ?? '',
    product.size ?? '',
    product.gender ? genderWords[product.gender] : '',
    product.ageGroup ? ageWords[product.ageGroup] : '',
    ...product.keywords,
    product.mpn ?? '',
    product.gtin ?? '',
  ].filter((text) => text !== '')
}

/**
 * Reviews condensed: each term counts once a review, so that five hundred reviews of one product say how many
 * shoppers found it so, not how much was written.
 */
export function condenseReviews(reviews: readonly Review[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const review of reviews) {
    const said = [review.title ?? '', review.text, ...review.attributes.map(([, value]) => value)].join(' ; ')
    for (const term of new Set(analyse(said))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

/** Terms of title, category, attributes and description: what a product is, as far as the shop says. */
export function descriptiveTerms(product: Product): Set<string> {
  const facts = product.attributes.map(attributeText)
  const texts = [
    product.title,
    ...product.category,
    ...facts,
    product.material ?? '',
    product.description ?? '',
  ]
  return new Set(analyse(texts.join(' ; ')))
}

/** The terms of a text, then its measures in their one spelling where that is another than the text's own. */
function measured(text: string): string[] {
  const terms = analyse(text)
  const own = new Set(terms)
  return [...terms, ...measureTerms(fold(text)).filter((term) => !own.has(term))]
}

/** What a merchant said of a product's tags: names of concepts it serves, and of those it does not. */
export interface TagCorrections {
  readonly added: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
}

const uncorrected: TagCorrections = { added: new Set(), removed: new Set() }

/** The concepts a product serves: what its kind, its texts and its reviews say, and before all what the merchant says. */
export function productTags(
  product: Product,
  reviews: readonly Review[],
  { added, removed }: TagCorrections = uncorrected,
): ProductTag[] {
  const found = tagProduct(product, {
    stated: new Set(analyse([product.title, ...product.category, ...attributeTexts(product)].join(' ; '))),
    description: new Set(analyse(product.description ?? '')),
    evidence: condenseReviews(reviews),
    reviews: reviews.length,
  })
  return [
    ...found.filter(({ concept }) => !removed.has(concept) && !added.has(concept)),
    ...[...added].map((concept): ProductTag => ({
      concept: concept as ProductTag['concept'],
      confidence: 1,
      source: 'merchant',
      evidence: '',
    })),
  ]
}

/** Tags as terms: what the product is, what it serves, and what it serves well. */
function tagTerms(product: Product, tags: readonly ProductTag[]): Map<string, number> {
  const terms = new Map<string, number>()
  for (const kind of kindsOfProduct(product.title, product.category).kinds.flatMap(lineage))
    terms.set(tagTerm(`kind:${kind}`), 1)
  for (const { concept, confidence } of tags) {
    terms.set(tagTerm(concept), Math.round(confidence * TAG_FULL))
    if (confidence >= TAG_STRONG) terms.set(strongTagTerm(concept), 1)
  }
  return terms
}

/** The document of one product. Pure: the same product, reviews and corrections give the same bytes. */
export function productDocument(
  product: Product,
  reviews: readonly Review[],
  corrections?: TagCorrections,
): ProductDocument {
  const attributes = attributeTexts(product)
  const fields = [
    measured(product.title),
    analyse(product.brand ?? ''),
    analyse(product.category.join(' ; ')),
    measured(attributes.join(' ; ')),
    measured(product.description ?? ''),
  ]
  const evidence = condenseReviews(reviews)
  // Adult goods carry no tags: a row to tap is for everyone.
  const tags = product.adult
    ? new Map<string, number>()
    : tagTerms(product, productTags(product, reviews, corrections))
  const stated = [product.title, ...product.category, ...attributes].map((text) => fold(text))
  return {
    columns: [...fields.map((terms) => terms.join(' ')), [...evidence.keys(), ...tags.keys()].join(' ')],
    vector: encodeTermVector({ fields, evidence, reviews: reviews.length, tags }),
    lengths: fields.map((terms) => terms.length),
    stated: `|${stated.join('|')}|`,
  }
}
