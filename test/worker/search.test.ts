import { describe, expect, test, vi } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { call, createShop, errorOf, sendTo, type Row, type TestShop } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const
const yen = { locale: 'ja', currency: 'JPY' } as const

async function shopWith(rows: readonly Row[], options: Parameters<typeof createShop>[0] = {}) {
  const shop = await createShop(options)
  const status = await shop.importRows('products', rows)
  expect(status).toMatchObject({ status: 'done', accepted: rows.length, errors: [] })
  return shop
}

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
