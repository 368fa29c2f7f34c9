import { describe, expect, test, vi } from 'vitest'
import { suggestResponse, type SuggestResponse } from '../../worker/contract/typing.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { asked, rule, saveRules } from './support/tuned-shop.ts'
import { call, createShop, shopWith, type Parameters, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000
const TODAY = Date.UTC(2026, 10, 20)

const rows = [
  { id: 'a', title: '롱 원피스 여름', product_type: '여성의류 > 원피스', brand: 'Nike', price: 10_000 },
  { id: 'b', title: '롱 원피스 여름', product_type: '여성의류 > 원피스', price: 12_000 },
  { id: 'c', title: '원목 의자', product_type: '가구 > 의자', price: 50_000 },
  { id: 'd', title: 'Linen Dress', product_type: 'Women > Dresses', brand: 'Uniqlo', price: 20_000 },
  { id: 'e', title: 'ワンピース 夏', price: 30_000 },
  { id: 'hidden', title: '원단 비공개', visibility: 'hidden', price: 1 },
  { id: 'adult', title: '원초적 성인용', adult: true, price: 1 },
] as const

async function suggest(shop: TestShop, q: string, parameters: Parameters = {}): Promise<SuggestResponse> {
  const answer = await call(paths.suggest, { parameters: { key: shop.keys.public_key, q, ...parameters } })
  expect(answer.status).toBe(200)
  return suggestResponse.strict().parse(await answer.json())
}

const texts = ({ queries }: SuggestResponse) => queries.map(({ text }) => text)

describe('what is under way is completed', () => {
  test('from the words, goods, categories and brands of the shop', async () => {
    const shop = await shopWith(rows)
    const found = await suggest(shop, '원ㅍ')
    expect(texts(found)[0]).toBe('원피스')
    expect(texts(found)).toContain('원피스 여름')
    expect(found.products.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(found.categories).toEqual([{ value: '여성의류 > 원피스', title: '원피스', count: 2 }])
    expect((await suggest(shop, '나이')).brands).toEqual([{ value: 'Nike', count: 1 }])
    expect((await suggest(shop, 'ユニ')).brands).toEqual([{ value: 'Uniqlo', count: 1 }])
  })

  test.each([
    ['ㅇㅍㅅ', '원피스'],
    ['원', '원피스'],
    ['원피ㅅ', '원피스'],
    ['dnjsv', '원피스'],
    ['웜피', '원피스'],
    ['DRE', 'dress'],
    ['linen d', 'linen dress'],
    ['롱 원', '롱 원피스'],
    ['わんぴ', 'ワンピース'],
  ])('%s becomes %s', async (typed, completed) => {
    const shop = await shopWith(rows)
    expect(texts(await suggest(shop, typed))).toContain(completed)
  })

  test('without what a rule hides', async () => {
    const shop = await shopWith(rows)
    const hide = (when: object) => rule([{ do: 'hide', where: { brand: ['Nike'] } }], when)
    await saveRules(shop, [hide(asked('원피스'))])
    expect((await suggest(shop, '원ㅍ')).products.map(({ id }) => id)).toEqual(['a', 'b'])
    await saveRules(shop, [hide({})])
    expect((await suggest(shop, '원ㅍ')).products.map(({ id }) => id)).toEqual(['b'])
  })

  test('from the goods of the market, however many another has', async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    const us = { id: 'us', locale: 'en', currency: 'USD' } as const
    await shop.settings({ markets: [us, { ...us, id: 'uk', currency: 'GBP' }] })
    const many = Array.from({ length: 200 }, (_, row) => ({
      id: `c${row}`,
      title: `Oak chair ${row}`,
      price: 1,
    }))
    await shop.importRows('products', many, { market: 'us' })
    await shop.importRows('products', [{ id: 'uk', title: 'Oak chair', price: 1 }], { market: 'uk' })
    expect((await suggest(shop, 'chai', { market: 'uk' })).products.map(({ id }) => id)).toEqual(['uk'])
  })

  test('as nothing in a market that has just gone, and so is a search', async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    const us = { id: 'us', locale: 'en', currency: 'USD' } as const
    await shop.settings({ markets: [us, { ...us, id: 'uk', currency: 'GBP' }] })
    await shop.importRows('products', [{ id: 'uk', title: 'Oak chair', price: 1 }], { market: 'uk' })
    await saveRules(shop, [rule([{ do: 'hide', where: { brand: ['Nike'] } }])])
    const ask = async () => ({
      found: await shop.find('chair', { market: 'uk' }),
      suggested: (await suggest(shop, 'chai', { market: 'uk' })).products.map(({ id }) => id),
    })
    expect(await ask()).toEqual({ found: ['uk'], suggested: ['uk'] })
    // As another isolate's worker does that has not heard of it yet.
    await shop.inside((_, { storage }) => storage.sql.exec(`DELETE FROM market WHERE id = 'uk'`))
    expect(await ask()).toEqual({ found: [], suggested: [] })
  })

  test('never from what not everyone may see', async () => {
    const shop = await shopWith(rows)
    const found = await suggest(shop, '원')
    expect(texts(found).some((text) => /원단|원초/.test(text))).toBe(false)
    expect(found.products.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
    expect((await suggest(shop, '원초적', { adult: '1' })).products).toEqual([])
  })

  test('hostile text is text', async () => {
    const shop = await shopWith(rows)
    for (const q of ['"', '원" OR *', "'; DROP TABLE product; --", 'NEAR(', '\u0000', '%', '(((']) {
      expect((await suggest(shop, q)).products.length).toBeLessThanOrEqual(6)
    }
  })

  test('an unknown key, a long text and another market are refused', async () => {
    const shop = await shopWith(rows)
    const statuses = await Promise.all(
      [
        { key: 'pk_nobody', q: 'a' },
        { key: shop.keys.public_key, q: 'a'.repeat(101) },
        { key: shop.keys.public_key, q: 'a', market: 'mars' },
      ].map(async (parameters) => (await call(paths.suggest, { parameters })).status),
    )
    expect(statuses).toEqual([401, 400, 400])
  })

  test('a shop without a catalogue suggests nothing', async () => {
    expect(texts(await suggest(await createShop(), '원'))).toEqual([])
  })
})

describe("other shoppers' queries", () => {
  const click = (shop: TestShop, query: string, visitor: number, day: number) =>
    shop.inside((object) =>
      object.recordQueryClick({
        market: 'main',
        query,
        visitor: `visitor-${visitor}`,
        at: TODAY + day * DAY,
      }),
    )

  test('are suggested after five visitors on two days have clicked, and not before', async () => {
    const shop = await shopWith(rows)
    for (const visitor of [1, 2, 3, 4]) await click(shop, '원피스 하객룩', visitor, visitor % 2)
    await click(shop, '원피스 하객룩', 4, 3)
    expect(texts(await suggest(shop, '원피스'))).not.toContain('원피스 하객룩')
    await click(shop, '원피스  하객룩', 5, 0)
    expect((await suggest(shop, '원ㅍ')).queries[0]).toEqual({ text: '원피스 하객룩', kind: 'popular' })
    expect((await suggest(shop, '')).queries).toEqual([{ text: '원피스 하객룩', kind: 'popular' }])
    expect((await suggest(shop, '')).categories.map(({ title }) => title)).toContain('여성의류')
  })

  test('are not suggested from one day', async () => {
    const shop = await shopWith(rows)
    for (const visitor of [1, 2, 3, 4, 5, 6]) await click(shop, '원피스 하객룩', visitor, 0)
    expect(texts(await suggest(shop, ''))).toEqual([])
  })

  test('are not suggested for searching alone', async () => {
    const shop = await shopWith(rows)
    for (let visitor = 0; visitor < 8; visitor++) await shop.search('원피스', { visitor: `v${visitor}` })
    const visits = () =>
      shop.inside((_, { storage }) =>
        storage.sql
          .exec<{ n: number; kept: string }>('SELECT count(*) AS n, max(visitor) AS kept FROM query_visit')
          .one(),
      )
    // The log is written a moment after the answer.
    await vi.waitFor(async () => expect((await visits()).n).toBe(8))
    expect((await visits()).kept).not.toContain('v7')
    expect(texts(await suggest(shop, ''))).toEqual([])
  })

  test.each(['탈모 샴푸', '면역력 홍삼', 'hair loss shampoo', '美白 美容液'])(
    'are not suggested as a claim about such goods: %s',
    async (query) => {
      const shop = await shopWith(rows)
      for (const visitor of [1, 2, 3, 4, 5, 6]) {
        await click(shop, query, visitor, visitor % 3)
        await click(shop, '다이어트 콜라', visitor, visitor % 3)
      }
      expect(texts(await suggest(shop, ''))).toEqual(['다이어트 콜라'])
    },
  )

  test.each([
    '홍길동 010-1234-5678',
    'me@example.com',
    '주문번호 20261120',
    '1234567',
    '씨발 원피스',
    'fucking shoes',
    '101동 1203호',
  ])('never: %s', async (query) => {
    const shop = await shopWith(rows)
    for (const visitor of [1, 2, 3, 4, 5, 6]) await click(shop, query, visitor, visitor % 3)
    expect(texts(await suggest(shop, ''))).toEqual([])
  })

  test('the block list holds at once, for completions too', async () => {
    const shop = await shopWith(rows)
    for (const visitor of [1, 2, 3, 4, 5, 6]) await click(shop, '하객룩', visitor, visitor % 3)
    expect(texts(await suggest(shop, ''))).toEqual(['하객룩'])
    const put = await shop.admin(paths.blocks, {
      method: 'PUT',
      body: JSON.stringify({ queries: ['하객 룩', 'Dress'], popular: [] }),
    })
    expect(await put.json()).toEqual({ queries: ['하객 룩', 'Dress'], popular: [] })
    expect(texts(await suggest(shop, ''))).toEqual([])
    expect(texts(await suggest(shop, 'dre'))).toEqual([])
  })

  test("the merchant's own list stands instead", async () => {
    const shop = await shopWith(rows)
    await shop.admin(paths.blocks, {
      method: 'PUT',
      body: JSON.stringify({ queries: [], popular: ['여름 신상', '원피스'] }),
    })
    expect(texts(await suggest(shop, ''))).toEqual(['여름 신상', '원피스'])
  })
})

describe('brands', () => {
  test('are listed with their spellings, and the merchant has the last word', async () => {
    const shop = await shopWith(rows)
    const before = (await (await shop.admin(paths.brands)).json()) as {
      brands: { brand: string; source: string }[]
    }
    expect(before.brands.map(({ brand, source }) => [brand, source])).toEqual([
      ['Nike', 'list'],
      ['Uniqlo', 'list'],
    ])
    expect(await shop.find('나이키')).toEqual(['a'])
    const put = await shop.admin(paths.brands, {
      method: 'PUT',
      body: JSON.stringify({ brands: [{ brand: 'Nike', spellings: ['스우시'] }] }),
    })
    expect(put.status).toBe(200)
    expect(await shop.find('스우시')).toEqual(['a'])
    expect(await shop.find('유니클로')).toEqual(['d'])
  })

  test('a list that is none is refused', async () => {
    const shop = await createShop()
    const put = await shop.admin(paths.brands, {
      method: 'PUT',
      body: JSON.stringify({ brands: [{ brand: '' }] }),
    })
    expect(put.status).toBe(400)
  })
})
