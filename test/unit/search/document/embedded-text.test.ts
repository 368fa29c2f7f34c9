import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Product } from '../../../../worker/ports/product.ts'
import { EMBEDDED_CHARACTERS, embeddedText } from '../../../../worker/search/document/embedded-text.ts'

const product = (parts: Partial<Product> = {}): Product => ({
  id: 'p',
  title: '린넨 에이프런',
  brand: '담소',
  category: ['주방', '앞치마'],
  description: '구김이 멋스러운\n\n앞치마예요',
  moreImages: [],
  availability: 'in_stock',
  offer: { price: 20_000 },
  currency: 'KRW',
  visibility: 'public',
  adult: false,
  color: '베이지',
  keywords: ['캠핑'],
  attributes: [
    ['소재', '린넨'],
    ['Water_resistant', 'true'],
    ['방수', '아니오'],
  ],
  variants: [],
  ...parts,
})

test('says title, brand, category, facts and description, and no denial as a fact', () => {
  expect(embeddedText(product())).toBe(
    '린넨 에이프런. 담소. 주방 > 앞치마. 베이지, 소재 린넨, Water resistant, 캠핑. 구김이 멋스러운 앞치마예요',
  )
})

test('is the same whatever changes from day to day', () => {
  const changed = product({
    offer: { price: 1_000, sale: 500, saleFrom: 1, saleTo: 2 },
    availability: 'out_of_stock',
    rating: { value: 5, count: 10 },
    image: 'https://shop.example/new.jpg',
    visibility: 'members',
  })
  expect(embeddedText(changed)).toBe(embeddedText(product()))
  expect(embeddedText(product({ title: '린넨 앞치마' }))).not.toBe(embeddedText(product()))
})

test('is never too long, holds no half letter, and leaves a long table room for the description', () => {
  const long = product({
    description: '밝은 색',
    attributes: Array.from({ length: 90 }, (_, index) => [`fact ${index}`, 'value'] as const),
  })
  expect(embeddedText(long)).toContain('밝은 색')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_400 }), (description) => {
      const text = embeddedText(product({ description }))
      expect(text.length).toBeLessThanOrEqual(EMBEDDED_CHARACTERS)
      expect(text).not.toMatch(/[\uD800-\uDBFF]$/)
    }),
  )
})
