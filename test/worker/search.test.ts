import { describe, expect, test } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { createShop, errorOf, shopWith, type Row } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const
const yen = { locale: 'ja', currency: 'JPY' } as const

const ids = (answer: SearchResponse) => answer.hits.map(({ id }) => id)

describe('a word is found', () => {
  const everywhere = {
    id: 'kettle',
    title: '무쇠 주전자',
    brand: '솔바람공방',
    product_type: '주방 > 차도구',
    attributes: { 원산지: '안동' },
    description: '물이 오래 식지 않습니다',
    variants: [{ id: 'k-1', options: { 색상: '먹빛' }, price: 48000 }],
    price: 48000,
  }

  test.each([
    ['title', '주전자'],
    ['brand', '솔바람공방'],
    ['category', '차도구'],
    ['attribute', '안동'],
    ['option', '먹빛'],
    ['description', '식지'],
    ['review', '캠핑'],
  ])('in the %s', async (_, word) => {
    const shop = await shopWith([everywhere, { id: 'other', title: '유리컵', price: 9000 }])
    await shop.importRows('reviews', [{ id: 'r', product_id: 'kettle', rating: 5, text: '캠핑 때 썼어요' }])
    expect(await shop.find(word)).toEqual(['kettle'])
  })

  test('in the title before one that only a description has', async () => {
    const shop = await shopWith([
      { id: 'told', title: '받침대', description: '화분 아래에 두는 받침대' },
      { id: 'named', title: '화분' },
    ])
    expect(await shop.find('화분')).toEqual(['named', 'told'])
  })

  test.each([
    ['behind a particle', '원피스를', '리넨 원피스'],
    ['behind a long particle', '바다에서', '바다 물안경'],
    ['inside a compound', '조명', '거실조명'],
    ['as a compound of words that stand apart', '거실조명', '거실 조명'],
    ['in decomposed letters', '조명'.normalize('NFD'), '거실조명'],
  ])('in Korean %s', async (_, query, title) => {
    const shop = await shopWith([
      { id: 'yes', title },
      { id: 'no', title: '나무 의자' },
    ])
    expect(await shop.find(query)).toEqual(['yes'])
  })

  test.each([
    ['照明', '間接照明スタンド'],
    ['ワンピース', 'リネンのワンピース'],
    ['ﾜﾝﾋﾟｰｽ', 'リネンのワンピース'],
  ])('in unspaced Japanese: %s', async (query, title) => {
    const shop = await shopWith(
      [
        { id: 'yes', title },
        { id: 'no', title: '木の椅子' },
      ],
      yen,
    )
    expect(await shop.find(query)).toEqual(['yes'])
  })

  test.each([
    ['lamps', 'Desk lamp'],
    ['LAMP', 'Desk lamp'],
    ['creme brulee', 'Crème brûlée dish'],
    ["men's", 'Mens umbrella'],
    ['tn2110', 'Toner TN-2110'],
    ['500 ml', 'Flask 500ml'],
    ['500ml', 'Flask 500 ml'],
  ])('in English whatever its form: %s', async (query, title) => {
    const shop = await shopWith(
      [
        { id: 'yes', title },
        { id: 'no', title: 'Oak chair' },
      ],
      dollars,
    )
    expect(await shop.find(query)).toEqual(['yes'])
  })

  test('with a letter wrong, but never instead of a word the shop has', async () => {
    const shop = await shopWith(
      [
        { id: 'blanket', title: 'Wool blanket' },
        { id: 'basket', title: 'Willow basket' },
      ],
      dollars,
    )
    expect(await shop.find('blankte')).toEqual(['blanket'])
    expect(await shop.find('basket')).toEqual(['basket'])
  })
})

describe('filters and facets', () => {
  const goods: Row[] = Array.from({ length: 24 }, (_, row) => ({
    id: `p-${row}`,
    title: `도자기 접시 ${row}`,
    brand: ['가온', '나루', '다솜'][row % 3],
    product_type: row % 2 === 0 ? '주방 > 접시' : '주방 > 그릇 > 큰 그릇',
    price: 1000 * (row + 1),
    attributes: { 무늬: row % 4 === 0 ? '꽃' : '줄' },
    availability: row % 6 === 5 ? 'out_of_stock' : 'in_stock',
  }))

  const count = (facet: readonly { value: string; count: number }[], value: string) =>
    facet.find((one) => one.value === value)?.count

  test('count every product of the list once', async () => {
    const shop = await shopWith(goods)
    const { facets, total } = await shop.search('접시', { limit: 1 })
    expect(total).toBe(24)
    const sum = (values: readonly { count: number }[]) => values.reduce((all, one) => all + one.count, 0)
    expect(sum(facets.brand)).toBe(24)
    expect(sum(facets.availability)).toBe(24)
    expect(sum(facets.attributes.find(({ name }) => name === '무늬')?.values ?? [])).toBe(24)
    expect(facets.price).toEqual({ min: 1000, max: 24000 })
    expect(count(facets.category, '주방')).toBe(24)
    expect(count(facets.category, '주방 > 접시')).toBe(12)
    expect(count(facets.category, '주방 > 그릇')).toBe(count(facets.category, '주방 > 그릇 > 큰 그릇'))
  })

  test('promise just as many products as tapping them shows', async () => {
    const shop = await shopWith(goods)
    const { facets } = await shop.search('접시')
    const taps = [
      ...facets.brand.map((one) => ['brand', one] as const),
      ...facets.category.map((one) => ['category', one] as const),
      ...facets.availability.map((one) => ['availability', one] as const),
      ...facets.attributes.flatMap(({ name, values }) => values.map((one) => [`attr.${name}`, one] as const)),
    ]
    expect(taps.length).toBeGreaterThan(8)
    for (const [name, { value, count: promised }] of taps) {
      const { total } = await shop.search('접시', { [`filter[${name}]`]: value })
      expect([name, value, total]).toEqual([name, value, promised])
    }
  })

  test('of one field accept any of several values, of several fields all', async () => {
    const shop = await shopWith(goods)
    const either = await shop.search('접시', { 'filter[brand]': ['가온', '나루'] })
    expect(either.total).toBe(16)
    const both = await shop.search('접시', { 'filter[brand]': '가온', 'filter[attr.무늬]': '꽃' })
    expect(ids(both).toSorted()).toEqual(['p-0', 'p-12'])
  })

  test.each([
    ['3000..5000', ['p-2', 'p-3', 'p-4']],
    ['..2000', ['p-0', 'p-1']],
    ['24000..', ['p-23']],
    ['9..1', []],
  ])('by price include both ends: %s', async (range, found) => {
    const shop = await shopWith(goods)
    const answer = await shop.search('접시', { 'filter[price]': range, sort: 'price_asc' })
    expect(ids(answer).toSorted()).toEqual([...found].toSorted())
  })

  test.each([
    ['filter[price]', '5'],
    ['filter[price]', 'a..b'],
    ['filter[price]', '-5..5'],
    ['filter[availability]', 'maybe'],
    ['filter[colour]', 'red'],
    ['sort', 'cheapest'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', 'ten'],
    ['offset', '-1'],
    ['offset', '1001'],
    ['adult', 'yes'],
  ])('that cannot be read are refused by name: %s = %s', async (name, value) => {
    const shop = await createShop()
    const answer = await shop.searchRaw('접시', { [name]: value })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe(name)
  })

  test.each(['__proto__', 'constructor', 'toString', 'attr.__proto__', 'attr.constructor'])(
    'named like an inherited property are filters like any other: %s',
    async (name) => {
      const shop = await createShop()
      const answer = await shop.searchRaw('접시', { [`filter[${name}]`]: ['a', 'b'] })
      // The schema library leaves `__proto__` out: a filter that is not there is no mistake.
      expect(answer.status).toBe(name === 'constructor' || name === 'toString' ? 400 : 200)
    },
  )

  test('that leave nothing say what to take back and how much that frees', async () => {
    const shop = await shopWith(goods)
    const { hits, total, answer, relax } = await shop.search('접시', {
      'filter[brand]': '가온',
      'filter[price]': '..500',
    })
    expect([hits, total, answer]).toEqual([[], 0, 'none'])
    expect(relax).toEqual([{ id: 'filter:price', total: 8 }])
    const wished = await shop.search('접시 500원 이하')
    expect(wished.total).toBe(0)
    expect(wished.relax).toEqual([{ id: wished.understood[0]?.id, total: 24 }])
  })
})

describe('the order', () => {
  const goods: Row[] = Array.from({ length: 137 }, (_, row) => ({
    id: `p-${String(row).padStart(3, '0')}`,
    title: row % 5 === 0 ? '램프 램프' : '램프',
    price: 1000 + (row % 9) * 100,
    created_at: `2026-0${1 + (row % 9)}-01`,
  }))

  test.each(['relevance', 'price_asc', 'price_desc', 'newest', 'rating', 'popular'])(
    'is fixed, and its pages are the list cut up: %s',
    async (sort) => {
      const shop = await shopWith(goods)
      const page = (offset: number, limit: number) => shop.find('램프', { sort, offset, limit })
      const whole = [...(await page(0, 100)), ...(await page(100, 100))]
      expect(new Set(whole).size).toBe(137)
      const paged: string[] = []
      for (let offset = 0; offset < 160; offset += 20) paged.push(...(await page(offset, 20)))
      expect(paged).toEqual(whole)
      expect(await page(0, 100)).toEqual(whole.slice(0, 100))
    },
  )

  test('goes by price when asked, "ask" last in both directions', async () => {
    const shop = await shopWith([
      { id: 'mid', title: '램프', price: 200 },
      { id: 'ask', title: '램프', price: 0 },
      { id: 'low', title: '램프', price: 100 },
      { id: 'high', title: '램프', price: 300 },
    ])
    expect(await shop.find('램프', { sort: 'price_asc' })).toEqual(['low', 'mid', 'high', 'ask'])
    expect(await shop.find('램프', { sort: 'price_desc' })).toEqual(['high', 'mid', 'low', 'ask'])
    expect(await shop.find('램프 싼 순')).toEqual(['low', 'mid', 'high', 'ask'])
  })

  test('goes by age and by rating when asked', async () => {
    const shop = await shopWith([
      { id: 'old', title: '램프', created_at: '2020-01-01', rating: 4.8, review_count: 200 },
      { id: 'new', title: '램프', created_at: '2026-01-01', rating: 5, review_count: 1 },
      { id: 'undated', title: '램프', rating: 2, review_count: 50 },
    ])
    expect(await shop.find('램프', { sort: 'newest' })).toEqual(['new', 'old', 'undated'])
    expect(await shop.find('램프', { sort: 'rating' })).toEqual(['old', 'new', 'undated'])
    expect(await shop.find('램프', { sort: 'popular' })).toEqual(['old', 'undated', 'new'])
  })
})

describe('sold-out goods', () => {
  const goods = [
    { id: 'gone', title: '모직 담요', price: 100, availability: 'out_of_stock' },
    { id: 'here', title: '담요 걸이', description: '모직', price: 200 },
  ]

  test('are last, hidden or among the rest, as the shop wishes', async () => {
    const shop = await shopWith([
      { id: 'gone', title: '담요', description: '겨울 겨울 겨울', availability: 'out_of_stock' },
      { id: 'here', title: '무릎담요', description: '포근한 잠자리와 겨울 저녁을 위한 담요' },
    ])
    const last = await shop.search('겨울')
    expect(ids(last)).toEqual(['here', 'gone'])
    expect(last.hits.at(-1)?.badges).toContain('sold_out')
    await shop.settings({ search: { sold_out: 'hidden' } })
    const hidden = await shop.search('겨울')
    expect(ids(hidden)).toEqual(['here'])
    expect(hidden.facets.availability).toEqual([{ value: 'in_stock', count: 1 }])
    await shop.settings({ search: { sold_out: 'mixed' } })
    expect(await shop.find('겨울')).toEqual(['gone', 'here'])
  })

  test('keep their place when they are asked for by name', async () => {
    const shop = await shopWith(goods)
    expect((await shop.find('모직 담요')).at(0)).toBe('gone')
  })

  test('stay behind in every order', async () => {
    const shop = await shopWith([
      { id: 'a', title: '손담요', price: 1, availability: 'out_of_stock', description: '겨울' },
      { id: 'b', title: '무릎담요', price: 2, description: '겨울' },
      { id: 'c', title: '긴담요', price: 3, description: '겨울' },
    ])
    for (const sort of ['relevance', 'price_asc', 'price_desc']) {
      expect((await shop.find('겨울', { sort })).at(-1)).toBe('a')
    }
  })
})

describe('a budget', () => {
  const goods = [
    { id: 'dear', title: '손목시계', price: 60_000 },
    { id: 'edge', title: '손목시계', price: 50_000 },
    { id: 'ask', title: '손목시계', price: 0, price_label: '전화문의' },
    { id: 'cheap', title: '손목시계', price: 20_000 },
  ]

  test('excludes what is dearer; an unknown price follows, marked', async () => {
    const shop = await shopWith(goods)
    const answer = await shop.search('5만원 이하 손목시계')
    expect(ids(answer)).toEqual(expect.arrayContaining(['edge', 'cheap', 'ask']))
    expect(answer.total).toBe(3)
    expect(answer.hits.at(-1)).toMatchObject({
      id: 'ask',
      price: null,
      price_label: '전화문의',
      badges: ['price_unknown'],
    })
    expect(answer.understood).toMatchObject([{ id: 'price:..50000', kind: 'price', hard: true }])
  })

  test('is a chip that can be taken back', async () => {
    const shop = await shopWith(goods)
    const answer = await shop.search('5만원 이하 손목시계', { without: 'price:..50000' })
    expect(answer.total).toBe(4)
    expect(answer.understood).toEqual([])
  })

  test('alone is browsing with a budget', async () => {
    const shop = await shopWith(goods)
    const answer = await shop.search('5만원 이하')
    expect(ids(answer).toSorted()).toEqual(['ask', 'cheap', 'edge'])
    expect(answer.answer).toBe('found')
  })
})

test('an exclusion removes what states it and can be taken back', async () => {
  const shop = await shopWith([
    { id: 'leather', title: '소가죽 배낭', attributes: { 소재: '천연가죽' } },
    { id: 'canvas', title: '천 배낭', attributes: { 소재: '면' } },
    { id: 'silent', title: '여행 배낭' },
  ])
  const answer = await shop.search('가죽 말고 배낭')
  expect(ids(answer).toSorted()).toEqual(['canvas', 'silent'])
  const [chip] = answer.understood
  expect(chip).toMatchObject({ kind: 'exclude', hard: true })
  expect((await shop.search('가죽 말고 배낭', { without: chip?.id ?? '' })).total).toBe(3)
})
