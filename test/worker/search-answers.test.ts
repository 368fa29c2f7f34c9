import { describe, expect, test, vi } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { call, createShop, errorOf, sendTo, shopWith, type TestShop } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const
const ids = (answer: SearchResponse) => answer.hits.map(({ id }) => id)

describe('what is not for everyone', () => {
  const goods = [
    { id: 'open', title: '은방울 램프', brand: '열린공방', product_type: '조명 > 램프', price: 100 },
    {
      id: 'members',
      title: '은방울 램프 회원가',
      brand: '회원공방',
      product_type: '조명 > 회원관',
      price: 50,
      visibility: 'members',
      attributes: { 비밀: '회원' },
    },
    {
      id: 'hidden',
      title: '은방울 램프 시제품',
      brand: '숨은공방',
      product_type: '조명 > 창고',
      price: 900,
      visibility: 'hidden',
      attributes: { 비밀: '시제품' },
    },
    {
      id: 'adult',
      title: '은방울 램프 성인',
      brand: '어른공방',
      product_type: '조명 > 성인관',
      price: 700,
      adult: 'yes',
      attributes: { 비밀: '성인' },
    },
  ]
  const secrets = /members|hidden|adult|회원|숨은|어른|시제품|창고|성인/

  test('never leaves by the public key: hits, counts, facets, prices, browsing, suggestions to relax', async () => {
    const shop = await shopWith(goods)
    for (const parameters of [{}, { sort: 'price_asc' }, { 'filter[category]': '조명' }, { adult: '0' }]) {
      for (const query of ['은방울 램프', '']) {
        const answer = await shop.search(query, parameters)
        expect([answer.total, ids(answer)]).toEqual([1, ['open']])
        expect(answer.facets.price).toEqual({ min: 100, max: 100 })
        expect(JSON.stringify(answer)).not.toMatch(secrets)
      }
    }
    for (const filter of [{ 'filter[brand]': '회원공방' }, { 'filter[category]': '조명 > 창고' }]) {
      const answer = await shop.search('램프', filter)
      expect([answer.total, answer.relax?.map(({ total }) => total)]).toEqual([0, [1]])
    }
    const config = await call(paths.config, { parameters: { key: shop.keys.public_key } })
    expect(await config.text()).not.toMatch(secrets)
  })

  test('is shown where the page says so, as far as it is adult goods', async () => {
    const shop = await shopWith(goods)
    expect((await shop.find('은방울 램프', { adult: '1' })).toSorted()).toEqual(['adult', 'open'])
  })

  test('leaves the list in the moment it is hidden', async () => {
    const shop = await shopWith(goods)
    await shop.importRows('products', [{ id: 'open', title: '은방울 램프', visibility: 'hidden' }])
    expect((await shop.search('은방울 램프')).total).toBe(0)
    await shop.importRows('products', [{ id: 'hidden', title: '은방울 램프', price: 5 }])
    expect(await shop.find('은방울 램프')).toEqual(['hidden'])
  })
})

describe('variants', () => {
  const shirt = {
    id: 'shirt',
    title: '옥스퍼드 셔츠',
    price: 30_000,
    image_link: 'https://img.example/shirt.jpg',
    variants: [
      { id: 'w', options: { 색상: '화이트' }, price: 30_000, image_link: 'https://img.example/w.jpg' },
      { id: 'b', options: { 색상: '블랙' }, price: 33_000, image_link: 'https://img.example/b.jpg' },
      { id: 'n', options: { 색상: '네이비' }, price: 28_000, availability: 'out_of_stock' },
    ],
  }

  test('asked for are shown: black is black, with its picture and price', async () => {
    const shop = await shopWith([shirt])
    expect((await shop.search('블랙 셔츠')).hits).toMatchObject([
      {
        id: 'shirt',
        price: 33_000,
        image_link: 'https://img.example/b.jpg',
        variant: { id: 'b', options: { 색상: '블랙' }, availability: 'in_stock' },
      },
    ])
  })

  test('not asked for show the product at the cheapest that can be bought', async () => {
    const shop = await shopWith([shirt])
    const [hit] = (await shop.search('셔츠')).hits
    expect(hit).toMatchObject({
      price: 30_000,
      price_max: 33_000,
      image_link: 'https://img.example/shirt.jpg',
    })
    expect(hit).not.toHaveProperty('variant')
  })

  test('that are sold out say so', async () => {
    const shop = await shopWith([shirt])
    const [hit] = (await shop.search('네이비 셔츠')).hits
    expect(hit).toMatchObject({ availability: 'out_of_stock', badges: ['sold_out'], variant: { id: 'n' } })
  })
})

describe('the answer', () => {
  test('is none where nothing matches, with nothing to relax', async () => {
    const shop = await shopWith([{ id: 'a', title: '유리컵' }])
    const answer = await shop.search('자전거')
    expect(answer).toMatchObject({ hits: [], total: 0, answer: 'none', understood: [] })
    expect(answer).not.toHaveProperty('relax')
  })

  test('is nearest where only a small part of the wish is met', async () => {
    const shop = await shopWith(
      [
        { id: 'near', title: 'Copper kettle', price: 40 },
        ...Array.from({ length: 30 }, (_, row) => ({
          id: `c-${row}`,
          title: `Oak copper chair ${row}`,
          price: 90,
        })),
      ],
      dollars,
    )
    expect((await shop.search('copper bicycle helmet visor')).answer).toBe('nearest')
    expect((await shop.search('copper kettle')).answer).toBe('found')
  })

  test('of a shop without goods is none, not an error', async () => {
    const shop = await createShop()
    expect(await shop.search('아무거나')).toMatchObject({ total: 0, answer: 'none' })
    expect(await shop.search('')).toMatchObject({ total: 0 })
  })

  test('to an empty query is the whole shop, or one category of it', async () => {
    const shop = await shopWith([
      { id: 'a', title: '유리컵', product_type: '주방' },
      { id: 'b', title: '의자', product_type: '가구 > 의자' },
      { id: 'c', title: '가구 닦는 천', product_type: '가구용품' },
    ])
    expect((await shop.find('')).toSorted()).toEqual(['a', 'b', 'c'])
    expect(await shop.find('', { 'filter[category]': '가구' })).toEqual(['b'])
    expect((await shop.search('   ')).total).toBe(3)
  })

  test('is for queries of up to 300 characters', async () => {
    const shop = await createShop()
    expect((await shop.searchRaw('가'.repeat(300))).status).toBe(200)
    const long = await shop.searchRaw('가'.repeat(301))
    expect(long.status).toBe(400)
    expect((await errorOf(long)).field).toBe('q')
  })

  test('is never kept by a cache', async () => {
    const answer = await (await createShop()).searchRaw('컵')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    await answer.body?.cancel()
  })

  test('of an explained search lays every stage open, to the shop only', async () => {
    const shop = await shopWith([{ id: 'a', title: '유리컵', price: 5000 }])
    const at = `${paths.adminSearch}/explain`
    const answer = await shop.admin(at, { parameters: { q: '1만원 이하 유리컵' } })
    expect(await answer.json()).toMatchObject({
      hits: [{ id: 'a' }],
      explanation: {
        understanding: { wishes: [{ id: 'price:..10000' }] },
        candidates: [{ id: 'a', wishes_met: ['price:..10000'] }],
      },
    })
    const byShopper = await call(at, { parameters: { key: shop.keys.public_key, q: 'x' } })
    expect(byShopper.status).toBe(401)
    expect(await shop.search('유리컵')).not.toHaveProperty('explanation')
  })
})

describe('limits', () => {
  const limited = sendTo({ RATE_LIMITS: 'on' })
  const from = (address: string) => ({ headers: { 'CF-Connecting-IP': address } })

  test('hold back an address that asks too often, not its neighbours', async () => {
    const shop = await createShop({}, limited)
    await shop.settings({ limits: { address_searches_per_second: 1, address_burst: 3 } })
    const answers: Response[] = []
    for (let turn = 0; turn < 5; turn++) answers.push(await shop.searchRaw('컵', {}, from('192.0.2.1')))
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200])
    const refused = answers.find(({ status }) => status === 429)
    if (!refused) throw new Error('nobody was held back')
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1)
    expect((await errorOf(refused)).code).toBe('rate_limited')
    expect((await shop.searchRaw('컵', {}, from('192.0.2.2'))).status).toBe(200)
  })

  test('hold back a shop that is searched too often, whoever asks, and not the next shop', async () => {
    const [busy, idle] = [await createShop({}, limited), await createShop({}, limited)]
    await busy.settings({ limits: { searches_per_second: 1 } })
    const statuses: number[] = []
    let last: Response | undefined
    for (let turn = 0; turn < 8; turn++) {
      last = await busy.searchRaw('컵', {}, from(`192.0.2.${turn}`))
      statuses.push(last.status)
    }
    expect(statuses.slice(0, 2)).toEqual([200, 200])
    expect(statuses).toContain(429)
    expect((await idle.searchRaw('컵')).status).toBe(200)
  })

  test('can be switched off for measuring', async () => {
    const shop = await createShop()
    await shop.settings({
      limits: { searches_per_second: 1, address_searches_per_second: 1, address_burst: 1 },
    })
    const answers = await Promise.all(Array.from({ length: 12 }, () => shop.searchRaw('컵')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('the log', () => {
  const logged = (shop: TestShop) =>
    shop.inside((_, { storage }) => storage.sql.exec('SELECT * FROM search_log ORDER BY seq').toArray())

  test('remembers what was asked and shown, without personal data', async () => {
    const shop = await shopWith([{ id: 'a', title: '유리컵', price: 100 }])
    await shop.search('유리컵 5만원 이하 hong@mail.example 010-1234-5678')
    await vi.waitFor(async () => expect(await logged(shop)).toHaveLength(1))
    const [row] = await logged(shop)
    expect(row).toMatchObject({ hits: '["a"]', total: 1, mode: 'keyword' })
    expect(row?.['query']).toContain('유리컵')
    expect(JSON.stringify(row)).not.toMatch(/hong|mail\.example|1234/)
    expect(row?.['understood']).toBe('["price:..50000"]')
  })

  test('forgets after ninety days', async () => {
    const shop = await createShop()
    await shop.search('어제')
    await vi.waitFor(async () => expect(await logged(shop)).toHaveLength(1))
    const day = 24 * 3600 * 1000
    await shop.inside(async (object, { storage }) => {
      storage.sql.exec('UPDATE search_log SET at = ?', Date.now() - 89 * day)
      storage.sql.exec('UPDATE job SET due_at = 0')
      await object.alarm()
    })
    expect(await logged(shop)).toHaveLength(1)
    await shop.inside(async (object, { storage }) => {
      storage.sql.exec('UPDATE search_log SET at = ?', Date.now() - 91 * day)
      storage.sql.exec('UPDATE job SET due_at = 0')
      await object.alarm()
    })
    expect(await logged(shop)).toEqual([])
  })
})
