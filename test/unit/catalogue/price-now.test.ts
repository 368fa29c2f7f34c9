import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerNow, productPriceNow } from '../../../worker/catalogue/price-now.ts'
import { availabilities } from '../../../worker/contract/vocabulary.ts'
import type { Offer, Product, Variant } from '../../../worker/ports/product.ts'

const offer = (fields: Partial<Offer> = {}): Offer => ({ price: 1000, ...fields })

const buildProduct = (fields: Partial<Product> = {}): Product => ({
  id: 'p',
  title: 'p',
  category: [],
  moreImages: [],
  availability: 'in_stock',
  offer: offer(),
  currency: 'KRW',
  visibility: 'public',
  adult: false,
  keywords: [],
  attributes: [],
  variants: [],
  ...fields,
})

const variant = (id: string, own: Partial<Offer>, fields: Partial<Variant> = {}): Variant => ({
  id,
  options: { size: id },
  availability: 'in_stock',
  offer: offer(own),
  ...fields,
})

describe('an offer', () => {
  const dated = offer({ sale: 700, saleFrom: 100, saleTo: 200 })

  test.each([
    [99, { amount: 1000, until: 100 }],
    [100, { amount: 700, regular: 1000, until: 200 }],
    [199, { amount: 700, regular: 1000, until: 200 }],
    [200, { amount: 1000, until: null }],
  ])('with a dated sale costs at %i what its dates say', (now, price) => {
    expect(offerNow(dated, now)).toEqual(price)
  })

  test('with a sale that has one date or none is open on the other side', () => {
    expect(offerNow(offer({ sale: 700 }), 5)).toEqual({ amount: 700, regular: 1000, until: null })
    expect(offerNow(offer({ sale: 700, saleTo: 9 }), 5)).toEqual({ amount: 700, regular: 1000, until: 9 })
    expect(offerNow(offer({ sale: 700, saleFrom: 5 }), 5)).toEqual({
      amount: 700,
      regular: 1000,
      until: null,
    })
  })

  test('whose sale is no cheaper has none', () => {
    expect(offerNow(offer({ sale: 1000 }), 5)).toEqual({ amount: 1000, until: null })
    expect(offerNow(offer({ sale: 1001 }), 5)).toEqual({ amount: 1000, until: null })
  })

  test('without a price is "ask", whatever its sale says', () => {
    expect(offerNow({ price: null, sale: 5 }, 5)).toEqual({ amount: null, until: null })
  })
})

describe('a product', () => {
  test('costs what its cheapest variant that can be bought costs, up to the dearest', () => {
    const variants = [
      variant('s', { price: 900 }, { availability: 'out_of_stock' }),
      variant('m', { price: 1200 }),
      variant('l', { price: 1500, sale: 1100 }),
    ]
    expect(productPriceNow(buildProduct({ variants }), 0)).toEqual({
      amount: 1100,
      regular: 1500,
      until: null,
      max: 1200,
    })
  })

  test('that is sold out costs what it would', () => {
    const variants = [variant('s', { price: 900 }, { availability: 'out_of_stock' })]
    expect(productPriceNow(buildProduct({ variants }), 0)).toEqual({ amount: 900, until: null })
  })

  test('is "ask" only where no variant has a price', () => {
    const ask = variant('s', { price: null })
    expect(productPriceNow(buildProduct({ variants: [ask] }), 0).amount).toBeNull()
    expect(productPriceNow(buildProduct({ variants: [ask, variant('m', { price: 5 })] }), 0).amount).toBe(5)
  })
})

const minor = fc.integer({ min: 1, max: 10_000_000 })
const time = fc.integer({ min: 0, max: 1000 })
const offers: fc.Arbitrary<Offer> = fc
  .record({ price: fc.option(minor), sale: minor, saleFrom: time, saleTo: time }, { requiredKeys: ['price'] })
  .map((fields) => fields)
const products = fc
  .array(fc.tuple(offers, fc.constantFrom(...availabilities)), { maxLength: 5 })
  .chain((list) =>
    offers.map((own) =>
      buildProduct({
        offer: own,
        variants: list.map(([each, availability], row) => ({
          ...variant(String(row), {}),
          offer: each,
          availability,
        })),
      }),
    ),
  )

test('amounts are whole minor units that the offers themselves name: nothing is computed', () => {
  fc.assert(
    fc.property(products, time, (product, now) => {
      const named = new Set(
        [product.offer, ...product.variants.map((one) => one.offer)].flatMap(({ price, sale }) => [
          price,
          sale,
        ]),
      )
      const { amount, regular, max } = productPriceNow(product, now)
      expect(named.has(amount)).toBe(true)
      for (const shown of [amount ?? 0, regular ?? 0, max ?? 0])
        expect(Number.isSafeInteger(shown)).toBe(true)
      for (const dearer of [regular, max]) expect(dearer ?? Infinity).toBeGreaterThan(amount ?? 0)
    }),
  )
})

test('the answer holds until the moment it names', () => {
  fc.assert(
    fc.property(products, time, time, (product, now, later) => {
      const price = productPriceNow(product, now)
      fc.pre(later >= now && (price.until === null || later < price.until))
      expect(productPriceNow(product, later)).toEqual(price)
      expect(price.until ?? Infinity).toBeGreaterThan(now)
    }),
  )
})
