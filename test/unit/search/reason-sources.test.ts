import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Product, Review } from '../../../worker/ports/product.ts'
import { productDocument } from '../../../worker/search/document/product-document.ts'
import { TermVector } from '../../../worker/search/document/term-vector.ts'
import { reasonFor } from '../../../worker/search/reason.ts'
import { reasonSources } from '../../../worker/search/reason-sources.ts'

const phrases = [
  'soft wool',
  'warm winter nights',
  '포근한 담요예요',
  '캠핑에 좋아요',
  'brass lamp, waterproof',
  '500 ml',
  'cosy',
] as const
const queryWord = fc.constantFrom('soft', 'wool', 'winter', '포근한', '캠핑', 'lamp', '500ml', 'cosy', 'none')
const phrase = fc.constantFrom(...phrases)

const product = (fields: Partial<Product>): Product => ({
  id: 'p',
  title: 'thing',
  category: [],
  moreImages: [],
  availability: 'in_stock',
  offer: { price: 100 },
  currency: 'USD',
  visibility: 'public',
  adult: false,
  keywords: [],
  attributes: [],
  variants: [],
  ...fields,
})

test('never leaves a text unread that has a reason in it', () => {
  const shown = fc.record({
    queryWords: fc.array(queryWord, { minLength: 1, maxLength: 3 }),
    description: fc.array(phrase, { maxLength: 3 }).map((list) => list.join('. ')),
    values: fc.array(phrase, { maxLength: 2 }),
    texts: fc.array(phrase, { maxLength: 2 }),
  })
  fc.assert(
    fc.property(shown, ({ queryWords, description, values, texts }) => {
      const attributes = values.map((value, index) => [`fact${index}`, value] as const)
      const reviews: Review[] = texts.map((text, index) => ({
        id: String(index),
        productId: 'p',
        text,
        attributes: [],
      }))
      const of = product({ description, attributes })
      const vector = new TermVector(productDocument(of, reviews).vector)
      const whole = { queryWords, description, attributes, reviews, category: [], title: of.title }
      const read = reasonSources(queryWords)(vector)
      const part = {
        ...whole,
        description: read.description ? description : undefined,
        attributes: read.attributes ? attributes : [],
        reviews: read.reviews ? reviews : [],
      }
      expect(reasonFor({ ...part, locale: 'en' })).toBe(reasonFor({ ...whole, locale: 'en' }))
    }),
  )
})

test('leaves unread what holds too few of the words', () => {
  const of = product({ description: 'soft as a cloud' })
  const vector = new TermVector(productDocument(of, []).vector)
  expect(reasonSources(['soft', 'wool'])(vector)).toEqual({
    attributes: false,
    description: false,
    reviews: false,
  })
})
