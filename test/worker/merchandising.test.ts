import { describe, expect, inject, test } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { rulesPreviewResponse } from '../../worker/contract/tuning.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { asked, explainTuning, lamps, pin, rule, saveRules } from './support/tuned-shop.ts'
import {
  createShop,
  errorOf,
  sendTo,
  shopWith,
  type Parameters,
  type TestShop,
} from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const
const ids = (answer: SearchResponse) => answer.hits.map(({ id }) => id)

describe('pins', () => {
  test('stand in their places, the rest around them in order', async () => {
    const shop = await shopWith(lamps(6), dollars)
    expect(await shop.find('lamp')).toEqual([0, 1, 2, 3, 4, 5].map((row) => `lamp-${row}`))
    await saveRules(shop, [rule([pin('lamp-5', 1), pin('lamp-0', 3)], asked('lamp'))])
    const answer = await shop.search('lamps')
    expect(ids(answer)).toEqual(['lamp-5', 'lamp-1', 'lamp-0', 'lamp-2', 'lamp-3', 'lamp-4'])
    expect(answer.total).toBe(6)
    expect(await shop.find('plain lamp')).not.toEqual(ids(answer))
  })

  test('run on over pages without a repeat', async () => {
    const shop = await shopWith(lamps(7), dollars)
    await saveRules(shop, [rule([pin('lamp-6', 4)], asked('lamp'))])
    const pages = await Promise.all([0, 3, 6].map((offset) => shop.find('lamp', { limit: 3, offset })))
    expect(pages.flat()).toEqual(['lamp-0', 'lamp-1', 'lamp-2', 'lamp-6', 'lamp-3', 'lamp-4', 'lamp-5'])
  })

  test('bring a product that no word finds, and even make an answer of nothing', async () => {
    const shop = await shopWith([...lamps(2), { id: 'candle', title: 'Candle', price: 12 }], dollars)
    await saveRules(shop, [rule([pin('candle', 2)], { query: { match: 'any' } })])
    const answer = await shop.search('lamp')
    expect(ids(answer)).toEqual(['lamp-0', 'candle', 'lamp-1'])
    expect(answer.total).toBe(3)
    expect(await shop.search('zeppelin')).toMatchObject({
      total: 1,
      answer: 'found',
      hits: [{ id: 'candle' }],
    })
    expect(await shop.find('lamp', { sort: 'price_asc' })).toEqual(['lamp-0', 'lamp-1'])
    expect(await shop.find('lamp', { 'filter[price]': '..10.50' })).toEqual(['lamp-0'])
  })

  test.each([
    ['hidden', { visibility: 'hidden' }],
    ["members'", { visibility: 'members' }],
    ['adult', { adult: 'yes' }],
    ['sold out', { availability: 'out_of_stock' }],
  ])('never bring what is %s', async (_, fields) => {
    const shop = await shopWith([...lamps(2), { id: 'secret', title: 'Thing', ...fields }], dollars)
    await saveRules(shop, [rule([pin('secret', 1)], asked('lamp'))])
    const answer = await shop.search('lamp')
    expect(ids(answer)).toEqual(['lamp-0', 'lamp-1'])
    expect(answer.total).toBe(2)
    const [first] = (await explainTuning(shop, 'lamp')).rules
    expect(first?.did[0]?.because).toBe('availability' in fields ? 'sold_out' : 'not_shown')
  })

  test('hold a sold-out product only when the rule says so', async () => {
    const shop = await shopWith(
      lamps(3, (row) => (row === 2 ? { availability: 'out_of_stock' } : {})),
      dollars,
    )
    await saveRules(shop, [rule([pin('lamp-2', 1, { even_sold_out: true })], asked('lamp'))])
    expect(await shop.find('lamp')).toEqual(['lamp-2', 'lamp-0', 'lamp-1'])
  })

  test('of an excluded material stay out', async () => {
    const shop = await shopWith(
      [
        { id: 'canvas', title: 'Canvas bag' },
        { id: 'leather', title: 'Leather bag' },
      ],
      dollars,
    )
    await saveRules(shop, [rule([pin('leather', 1)], { query: { match: 'contains', words: ['bag'] } })])
    expect(await shop.find('bag')).toEqual(['leather', 'canvas'])
    expect(await shop.find('bag without leather')).toEqual(['canvas'])
  })

  test('of the first rule count where two want one place, and are explained', async () => {
    const shop = await shopWith(lamps(4), dollars)
    await saveRules(shop, [
      rule([pin('lamp-3', 1)], asked('lamp')),
      rule([pin('lamp-2', 1), pin('lamp-3', 2), pin('gone', 3)], asked('lamp')),
      rule([pin('lamp-1', 1)], asked('chair')),
      rule([pin('lamp-1', 1)], {}, { enabled: false }),
    ])
    expect(await shop.find('lamp')).toEqual(['lamp-3', 'lamp-0', 'lamp-1', 'lamp-2'])
    const { rules } = await explainTuning(shop, 'lamp')
    expect(rules.map(({ matched, because }) => because ?? matched)).toEqual([
      true,
      true,
      'other_query',
      'disabled',
    ])
    expect(rules[0]?.did).toEqual([{ do: 'pin', count: 1, products: [{ id: 'lamp-3', from: 4, to: 1 }] }])
    expect(rules[1]?.did.map(({ because }) => because)).toEqual([
      'position_taken',
      'already_pinned',
      'not_shown',
    ])
  })

  test('keep their places whatever order a model gives', async () => {
    const base = inject('modelServer')
    const model = `script:reverse#${crypto.randomUUID()}`
    const send = sendTo({ LLM_BASE_URL: base, LLM_MODEL: model, LLM_API_KEY: 'key-of-the-tests' })
    const shop = await createShop(dollars, send)
    await shop.settings({ models: { deadline_ms: 2000 } })
    const named = (row: number) => ({ title: `lamp ${'plain '.repeat(row)}Nr${row}` })
    await shop.importRows('products', lamps(12, named))
    await saveRules(shop, [rule([pin('lamp-7', 1), pin('lamp-9', 4)], asked('lamp'))])
    const events = await shop.searchStream('lamp', { limit: 5 })
    const order = events.find(({ event }) => event === 'order')?.data as { ids: string[] } | undefined
    expect(order?.ids[0]).toBe('lamp-7')
    expect(order?.ids[3]).toBe('lamp-9')
    expect(order?.ids[1]).not.toBe('lamp-0')
    expect(new Set(order?.ids)).toEqual(new Set(lamps(12).map((lamp) => lamp['id'])))
    expect(order?.ids).toHaveLength(12)
    const seen = await (await fetch(new URL(`/requests?model=${encodeURIComponent(model)}`, base))).text()
    expect(seen).toContain('Nr6')
    expect(seen).not.toMatch(/Nr7|Nr9/)
  })

  test('spare the model where a rule leads elsewhere', async () => {
    const base = inject('modelServer')
    const model = `script:reverse#${crypto.randomUUID()}`
    const send = sendTo({ LLM_BASE_URL: base, LLM_MODEL: model, LLM_API_KEY: 'key-of-the-tests' })
    const shop = await createShop(dollars, send)
    await shop.importRows('products', lamps(12))
    await saveRules(shop, [rule([{ do: 'redirect', link: '/lamps' }], asked('lamp'))])
    const events = await shop.searchStream('lamp')
    expect(events.map(({ event }) => event)).toEqual(['results', 'done'])
    expect((await shop.searchStream('lamp for reading')).map(({ event }) => event)).toContain('order')
  })
})

describe('boost, bury and hide', () => {
  const day = 24 * 3600 * 1000
  const goods = lamps(5, (row) => ({
    brand: row === 4 ? 'Aurora' : 'Brume',
    product_type: row === 3 ? 'Home > Light > Reading' : 'Home > Decor',
    attributes: { Shade: row === 2 ? 'Linen' : 'Glass' },
    created_at: new Date(Date.now() - (row === 1 ? 2 : 90) * day).toISOString(),
    rating: row === 4 ? 4.8 : 3,
    review_count: 10,
    cost_of_goods_sold: row === 4 ? 2 : 9,
  }))
  const first = async (shop: TestShop) => (await shop.find('lamp'))[0]

  test.each<[string, object, string]>([
    ['its brand', { brand: ['AURORA'] }, 'lamp-4'],
    ['its category', { category: ['Home > Light'] }, 'lamp-3'],
    ['an attribute', { attributes: [{ name: 'shade', values: ['linen'] }] }, 'lamp-2'],
    ['its newness', { newer_than_days: 10 }, 'lamp-1'],
    ['its rating', { rating: { min: 4 } }, 'lamp-4'],
    ['its price', { price: { min: 13.5 } }, 'lamp-4'],
    ['its margin', { margin: { min: 50 } }, 'lamp-4'],
    ['its id', { products: ['lamp-3'] }, 'lamp-3'],
    ['all of several', { category: ['Home'], products: ['lamp-2', 'x'] }, 'lamp-2'],
  ])('lift a product by %s', async (_, where, id) => {
    const shop = await shopWith(goods, dollars)
    await saveRules(shop, [rule([{ do: 'boost', by: 10, where }], asked('lamp'))])
    expect(await first(shop)).toBe(id)
    const [trace] = (await explainTuning(shop, 'lamp')).rules
    expect(trace?.did[0]).toMatchObject({ do: 'boost', factor: 10, count: 1, products: [{ id, to: 1 }] })
    await saveRules(shop, [rule([{ do: 'bury', by: 10, where }], asked('lamp'))])
    expect((await shop.find('lamp')).at(-1)).toBe(id)
    await saveRules(shop, [rule([{ do: 'hide', where }])])
    expect(await shop.find('lamp')).not.toContain(id)
  })

  test('never lift over a pin, nor a sold-out product over what can be bought', async () => {
    // Asked for by a word no title has: a sold-out product that is asked for by name keeps its place anyway.
    const shop = await shopWith(
      lamps(4, (row) => ({
        description: 'bright',
        availability: row === 3 ? 'out_of_stock' : 'in_stock',
      })),
      dollars,
    )
    await saveRules(shop, [
      rule([{ do: 'boost', by: 10, where: { products: ['lamp-2', 'lamp-3'] } }, pin('lamp-1', 1)]),
    ])
    expect(await shop.find('bright lamp')).toEqual(['lamp-1', 'lamp-2', 'lamp-0', 'lamp-3'])
  })

  test('leave an order the shopper asked for alone, but for what is hidden', async () => {
    const shop = await shopWith(lamps(3), dollars)
    await saveRules(shop, [
      rule([
        { do: 'boost', by: 10, where: { products: ['lamp-2'] } },
        { do: 'hide', where: { products: ['lamp-1'] } },
      ]),
    ])
    expect(await shop.find('lamp')).toEqual(['lamp-2', 'lamp-0'])
    expect(await shop.find('lamp', { sort: 'price_asc' })).toEqual(['lamp-0', 'lamp-2'])
  })

  test('what is hidden is in no hit, no facet, no total and no relaxation', async () => {
    const shop = await shopWith(goods, dollars)
    await saveRules(shop, [rule([{ do: 'hide', where: { brand: ['Aurora'] } }, pin('lamp-4', 1)])])
    const answer = await shop.search('lamp')
    expect(JSON.stringify(answer)).not.toMatch(/Aurora|lamp-4/)
    expect(answer.total).toBe(4)
    const filtered = await shop.search('lamp', { 'filter[brand]': 'Aurora', 'filter[price]': '14..' })
    expect(filtered).toMatchObject({ total: 0, answer: 'none' })
    expect((filtered.relax ?? []).find(({ id }) => id === 'filter:price')).toBeUndefined()
    expect(JSON.stringify(await shop.search(''))).not.toMatch(/Aurora|lamp-4/)
  })
})

describe('when a rule holds', () => {
  const holds = async (shop: TestShop, q: string, parameters: Parameters = {}) =>
    (await explainTuning(shop, q, parameters)).rules[0]?.because ?? 'holds'
  const banner = [{ do: 'banner', title: 'Hello' }]

  test.each([
    ['is', ['summer dress'], 'Summer dresses', 'holds'],
    ['is', ['summer dress'], 'summer dress red', 'other_query'],
    ['contains', ['summer dress'], 'red summer dress cotton', 'holds'],
    ['contains', ['summer dress'], 'dress for summer', 'other_query'],
    ['starts_with', ['summer'], 'summer dress', 'holds'],
    ['starts_with', ['dress'], 'summer dress', 'other_query'],
    ['contains', ['hat', 'dress'], 'a dress', 'holds'],
    ['contains', ['dress'], 'addressed letter', 'other_query'],
    ['any', [], 'whatever', 'holds'],
    ['any', [], '', 'needs_query'],
    ['is', ['원피스'], '원피스를', 'holds'],
    ['is', ['여름 원피스'], '여름원피스', 'holds'],
    ['contains', ['원피스'], '여름원피스 추천', 'holds'],
    ['contains', ['원피스'], '원두커피', 'other_query'],
    ['contains', ['ワンピース'], '夏のワンピースが欲しい', 'holds'],
    ['starts_with', ['ワンピース'], 'ワンピース用ハンガー', 'holds'],
    ['is', ['夏服'], '夏服', 'holds'],
    ['contains', ['パン'], 'パンツ', 'other_query'],
  ])('query %s %j: %s', async (match, words, q, outcome) => {
    const shop = await shopWith([{ id: 'a', title: 'thing' }], dollars)
    await saveRules(shop, [rule(banner, { query: { match, words } })])
    expect(await holds(shop, q)).toBe(outcome)
  })

  test('for a query as it was typed and as it was mended', async () => {
    const shop = await shopWith([{ id: 'a', title: 'Wool blanket' }], dollars)
    await saveRules(shop, [rule(banner, asked('blanket'))])
    expect(await holds(shop, 'blankte')).toBe('holds')
    await saveRules(shop, [rule(banner, asked('blankte'))])
    expect(await holds(shop, 'blankte')).toBe('holds')
    expect(await holds(shop, 'blanket')).toBe('other_query')
  })

  test('in its category, in search and in browsing', async () => {
    const shop = await shopWith(
      lamps(2, () => ({ product_type: 'Home > Light' })),
      dollars,
    )
    await saveRules(shop, [rule(banner, { category: 'Home' })])
    expect(await holds(shop, 'lamp')).toBe('other_category')
    expect(await holds(shop, 'lamp', { 'filter[category]': 'Home > Light' })).toBe('holds')
    expect(await holds(shop, '', { collection: 'Home' })).toBe('holds')
    expect(await holds(shop, '', { collection: 'Homeware' })).toBe('other_category')
    await saveRules(shop, [rule(banner, { browsing: true })])
    expect(await holds(shop, 'lamp')).toBe('needs_browsing')
    expect(await holds(shop, '')).toBe('holds')
    await saveRules(shop, [rule(banner, { browsing: false })])
    expect(await holds(shop, '')).toBe('needs_query')
  })

  test('in its market', async () => {
    const shop = await shopWith([{ id: 'a', title: 'lamp' }], {
      ...dollars,
      markets: [
        { id: 'us', locale: 'en', currency: 'USD' },
        { id: 'kr', locale: 'ko', currency: 'KRW' },
      ],
    })
    await saveRules(shop, [rule(banner, { market: 'kr' })])
    expect(await holds(shop, 'lamp')).toBe('other_market')
    expect(await holds(shop, 'lamp', { market: 'kr' })).toBe('holds')
  })

  test('between its dates', async () => {
    const shop = await shopWith([{ id: 'a', title: 'lamp' }], dollars)
    const at = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString()
    await saveRules(shop, [rule(banner, { from: at(1) })])
    expect(await holds(shop, 'lamp')).toBe('not_begun')
    await saveRules(shop, [rule(banner, { to: at(-1) })])
    expect(await holds(shop, 'lamp')).toBe('ended')
    await saveRules(shop, [rule(banner, { from: at(-1), to: at(0).slice(0, 10) })])
    expect(await holds(shop, 'lamp')).toBe('holds')
  })
})

describe('redirects and banners', () => {
  test('come with the first page, the first redirect only', async () => {
    const shop = await shopWith(lamps(3), dollars)
    await saveRules(shop, [
      rule(
        [
          { do: 'redirect', link: '/pages/lamps' },
          { do: 'banner', title: 'Lamp week', link: 'https://shop.example/week' },
        ],
        asked('lamp'),
        { id: 'week' },
      ),
      rule([
        { do: 'redirect', link: '/other' },
        { do: 'banner', title: 'All of them', text: 'See all.' },
      ]),
    ])
    const answer = await shop.search('lamp')
    expect(answer.redirect).toEqual({ link: '/pages/lamps' })
    expect(answer.banners).toMatchObject([
      { id: 'week:1', title: 'Lamp week', link: 'https://shop.example/week' },
      { title: 'All of them', text: 'See all.' },
    ])
    const next = await shop.search('lamp', { offset: 2 })
    expect(next.redirect).toBeUndefined()
    expect(next.banners).toBeUndefined()
    expect((await shop.search('chair')).redirect).toEqual({ link: '/other' })
  })
})

describe('browsing', () => {
  test('obeys pins, boosts and hides of its category', async () => {
    const goods = lamps(4, (row) => ({ product_type: 'Home > Light', rating: 4, review_count: 10 - row }))
    const shop = await shopWith(goods, dollars)
    expect(await shop.find('', { 'filter[category]': 'Home' })).toEqual([
      'lamp-0',
      'lamp-1',
      'lamp-2',
      'lamp-3',
    ])
    await saveRules(shop, [
      rule(
        [
          pin('lamp-3', 2),
          { do: 'hide', where: { products: ['lamp-1'] } },
          { do: 'boost', by: 3, where: { products: ['lamp-2'] } },
        ],
        { category: 'Home', browsing: true },
      ),
    ])
    expect(await shop.find('', { 'filter[category]': 'Home' })).toEqual(['lamp-2', 'lamp-3', 'lamp-0'])
    expect(await shop.find('', { collection: 'Home > Light' })).toEqual(['lamp-2', 'lamp-3', 'lamp-0'])
    expect(await shop.find('lamp')).toEqual(['lamp-0', 'lamp-1', 'lamp-2', 'lamp-3'])
  })
})

describe('a preview', () => {
  test('shows before and after, and saves nothing', async () => {
    const shop = await shopWith(lamps(15), dollars)
    const body = {
      rules: [rule([pin('lamp-14', 1), { do: 'hide', where: { products: ['lamp-0'] } }])],
      q: 'lamp',
    }
    const answer = await shop.admin(`${paths.rules}/preview`, { method: 'POST', body: JSON.stringify(body) })
    expect(answer.status).toBe(200)
    const preview = rulesPreviewResponse.parse(await answer.json())
    expect(preview.before.hits).toHaveLength(12)
    expect(preview.before.hits[0]?.id).toBe('lamp-0')
    expect(preview.after.hits.slice(0, 2).map(({ id }) => id)).toEqual(['lamp-14', 'lamp-1'])
    expect(preview.after.total).toBe(14)
    expect(preview.tuning.rules[0]?.did[0]?.products).toEqual([{ id: 'lamp-14', from: 15, to: 1 }])
    expect((await shop.search('lamp')).total).toBe(15)
    const against = { ...body, against: body.rules }
    const same = rulesPreviewResponse.parse(
      await (
        await shop.admin(`${paths.rules}/preview`, { method: 'POST', body: JSON.stringify(against) })
      ).json(),
    )
    expect(same.before).toEqual(same.after)
  })

  test('names what cannot be used', async () => {
    const shop = await createShop(dollars)
    const body = { rules: [rule([pin('a', 500)])], q: 'lamp' }
    const answer = await shop.admin(`${paths.rules}/preview`, { method: 'POST', body: JSON.stringify(body) })
    expect(answer.status).toBe(422)
    expect(await errorOf(answer)).toMatchObject({ field: 'rules.0.then.0.position' })
  })
})
