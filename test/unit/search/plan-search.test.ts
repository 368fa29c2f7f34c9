import { noModels } from '../../../worker/ports/shop-models.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchRequest, type SearchRequest } from '../../../worker/contract/search.ts'
import type { ShopRecord } from '../../../worker/ports/shop-store.ts'
import { planSearch } from '../../../worker/search/plan-search.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'

const shop: ShopRecord = {
  id: 'aaaaaaaaaaaa',
  publicKey: '',
  secretHash: '',
  settings: defaultSettings({
    name: 'Shop',
    locale: 'ko',
    currency: 'KRW',
    origins: [],
    markets: [
      { id: 'kr', locale: 'ko', currency: 'KRW' },
      { id: 'us', locale: 'en', currency: 'USD' },
    ],
  }),
  models: noModels,
  experimentSalt: '',
  createdAt: 0,
}

const plan = (request: Partial<SearchRequest>, cards = 0) =>
  planSearch(searchRequest.parse(request), shop, { now: 0, cards, explain: false })

const planned = (request: Partial<SearchRequest>, cards = 0) => {
  const result = plan(request, cards)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const priceOf = (price: string, market = 'us') => planned({ market, filters: { price } }).filters.price

describe('a price filter', () => {
  test.each([
    ['10..50', { min: 1000, max: 5000 }],
    ['10.5..49.90', { min: 1050, max: 4990 }],
    ['..50', { max: 5000 }],
    ['10..', { min: 1000 }],
    ['..0', { max: 0 }],
    ['..', {}],
  ])('of %s is %j in minor units', (text, range) => {
    expect(priceOf(text)).toEqual(range)
  })

  test('counts in the currency of the market', () => {
    expect(priceOf('10000..50000', 'kr')).toEqual({ min: 10_000, max: 50_000 })
  })

  test.each(['10', '10-50', 'a..b', '1..2..3', '-1..5', '€5..£9'])('of %s is refused by name', (text) => {
    expect(plan({ filters: { price: text } })).toMatchObject({ ok: false, error: { field: 'filter[price]' } })
  })

  test('is read from its decimal text, never through a binary fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        expect(priceOf(`${text}..`)).toEqual({ min: cents })
      }),
    )
  })
})

test('values that are empty filter nothing', () => {
  const { filters } = planned({ filters: { brand: '', 'attr.소재': ['', ''], availability: [] } })
  expect(filters).toEqual({ brand: [], category: [], availability: [], attributes: [] })
})

test('an unknown filter, availability or market is refused by name', () => {
  const field = (request: Partial<SearchRequest>) => {
    const result = plan(request)
    return result.ok ? null : result.error.field
  }
  expect(field({ filters: { colour: 'red' } })).toBe('filter[colour]')
  expect(field({ filters: { availability: ['in_stock', 'gone'] } })).toBe('filter[availability]')
  expect(field({ market: 'fr' })).toBe('market')
})

test('a wish that is taken back has no effect, and its words are no search words', () => {
  const full = planned({ q: '5만원 이하 원피스' })
  const [wish] = full.understanding.wishes
  const { understanding } = planned({ q: '5만원 이하 원피스', without: wish?.id })
  expect(wish?.id).toBe('price:..50000')
  expect(understanding.wishes).toEqual([])
  const searched = understanding.words.filter(({ weight }) => weight > 0).map(({ text }) => text)
  expect(searched).toEqual(['원피스'])
  expect(planned({ q: '5만원 이하 원피스', without: 'price:..1' })).toEqual(full)
})

test('cards are for the first page, and never more than a model may see', () => {
  expect(planned({ q: 'x' }, 24).cards).toBe(24)
  expect(planned({ q: 'x' }, 1000).cards).toBe(48)
  expect(planned({ q: 'x', offset: 20 }, 24).cards).toBe(0)
})

test('a plan survives the way to the shop unchanged, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (q) => {
      const value = planned({ q })
      expect(structuredClone(value)).toEqual(value)
      expect(value.query).toBe(q)
    }),
  )
})
