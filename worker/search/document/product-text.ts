import type { Product, Review } from '../../ports/product.ts'
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { measureTerms } from '../text/measures.ts'

/** What a product and its reviews say, as terms. */
export interface AnalysedText {
  /** Terms of each of `textFields`, repeats kept. */
  readonly fields: readonly (readonly string[])[]
  /** Term to the number of the product's reviews that use it. */
  readonly evidence: ReadonlyMap<string, number>
  readonly reviews: number
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

/** What the attributes, options and keywords of a product say, one text each. */
export function attributeTexts(product: Product): string[] {
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

/** Analyses a product once for everything that is made of its words. Pure. */
export const analyseProduct = (product: Product, reviews: readonly Review[]): AnalysedText => ({
  fields: [
    measured(product.title),
    analyse(product.brand ?? ''),
    analyse(product.category.join(' ; ')),
    measured(attributeTexts(product).join(' ; ')),
    measured(product.description ?? ''),
  ],
  evidence: condenseReviews(reviews),
  reviews: reviews.length,
})
