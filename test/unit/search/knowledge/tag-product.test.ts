import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Product, Review } from '../../../../worker/ports/product.ts'
import { productTags, tagTerms, uncorrected } from '../../../../worker/search/document/product-tags.ts'
import { analyseProduct } from '../../../../worker/search/document/product-text.ts'
import { conceptNamed } from '../../../../worker/search/knowledge/concepts.ts'

const product = (fields: Partial<Product>): Product => ({
  id: 'p',
  title: 'Thing',
  category: [],
  moreImages: [],
  availability: 'in_stock',
  offer: { price: 1000 },
  currency: 'USD',
  visibility: 'public',
  adult: false,
  keywords: [],
  attributes: [],
  variants: [],
  ...fields,
})

const review = (text: string, index: number): Review => ({
  id: `r${index}`,
  productId: 'p',
  text,
  attributes: [],
})

const tagsOf = (fields: Partial<Product>, reviews: readonly string[] = [], corrections = uncorrected) => {
  const of = product(fields)
  const tags = productTags(of, analyseProduct(of, reviews.map(review)), { corrections })
  return new Map(tags.map((tag) => [tag.concept as string, tag]))
}

describe('the tags of a product', () => {
  it('come from the kind of goods it is', () => {
    const blanket = tagsOf({ title: 'Plain throw blanket' }).get('mood:cozy')
    expect(blanket).toMatchObject({ source: 'kind' })
    expect(tagsOf({ title: 'Cordless drill' }).has('mood:cozy')).toBe(false)
  })

  it('come from what its texts say', () => {
    const said = tagsOf({ title: 'Panel', description: 'Feels cosy, snug and plush.' }).get('mood:cozy')
    expect(said?.source).toBe('text')
    expect(said?.confidence).toBeGreaterThan(0.2)
  })

  it('come from reviewers only where enough of them say so', () => {
    const one = tagsOf({ title: 'Panel' }, ['so cozy', ...Array.from({ length: 9 }, () => 'fine')])
    expect(one.has('mood:cozy')).toBe(false)
    const many = tagsOf(
      { title: 'Panel' },
      Array.from({ length: 10 }, () => 'so cozy, a snug feel'),
    )
    expect(many.get('mood:cozy')?.source).toBe('reviews')
  })

  it('obey the merchant before all', () => {
    const corrections = { added: new Set(['style:minimal']), removed: new Set(['mood:cozy']) }
    const tags = tagsOf({ title: 'Cosy throw blanket' }, [], corrections)
    expect(tags.has('mood:cozy')).toBe(false)
    expect(tags.get('style:minimal')).toMatchObject({ confidence: 1, source: 'merchant' })
  })

  it('are not given to adult goods', () => {
    const adult = product({ title: 'Cosy throw blanket', adult: true })
    expect(tagTerms(adult, analyseProduct(adult, [])).size).toBe(0)
  })

  it('name concepts that exist, with a confidence between 0 and 1, and say why, whatever the words', () => {
    const word = fc.constantFrom(
      'cozy',
      'blanket',
      'dress',
      '원피스',
      '포근한',
      '캠핑',
      'ギフト',
      'quiet',
      'x',
      '겨울',
    )
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.array(word, { maxLength: 8 }),
        (title, description) => {
          for (const [name, tag] of tagsOf({
            title: title.join(' ') || 'x',
            description: description.join(' '),
          })) {
            expect(conceptNamed(name)).toBeDefined()
            expect(tag.confidence).toBeGreaterThan(0)
            expect(tag.confidence).toBeLessThanOrEqual(1)
            expect(tag.evidence).not.toBe('')
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
