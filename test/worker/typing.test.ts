import { describe, expect, test } from 'vitest'
import { shopWith } from './support/worker-shop.ts'

const korean = [
  {
    id: 'dress',
    title: '리넨 롱 원피스',
    brand: 'Thom Browne',
    product_type: '여성의류 > 원피스',
    price: 98000,
  },
  { id: 'shirt', title: '스트라이프 셔츠', brand: 'diadora', product_type: '여성의류 > 셔츠', price: 45000 },
  { id: 'jacket', title: '크롭자켓', brand: 'LACOSTE', price: 120000 },
  { id: 'wallet', title: 'leather 반지갑', price: 39000 },
  { id: 'monitor', title: '27인치 모니터', brand: '삼성전자', price: 250000 },
  { id: 'water', title: '생수 500ml 20개', price: 9000 },
  { id: 'rice', title: '햅쌀 10kg', price: 35000 },
  { id: 'shoes', title: '러닝화 235mm', price: 89000 },
  { id: 'toner', title: 'Brother TN-2110 토너', price: 30000 },
  { id: 'coat', title: '울 코트 2XL', price: 150000 },
] as const

describe('what shoppers type finds what they mean', () => {
  test('in a Korean shop', async () => {
    const shop = await shopWith(korean)
    const cases = [
      ['웜피스', 'dress'],
      ['원삐스', 'dress'],
      ['롱원피스', 'dress'],
      ['dnjsvltm', 'dress'],
      ['DNJSVLTM', 'dress'],
      ['원ㅍ', 'dress'],
      ['ㅇㅍㅅ', 'dress'],
      ['셔쓰', 'shirt'],
      ['크롭 자켓', 'jacket'],
      ['ㅣㄷㅁ소ㄷㄱ', 'wallet'],
      ['톰브라운', 'dress'],
      ['トムブラウン', 'dress'],
      ['디아도라 셔츠', 'shirt'],
      ['라코스테', 'jacket'],
      ['samsung', 'monitor'],
      ['27inch', 'monitor'],
      ['27"', 'monitor'],
      ['500미리', 'water'],
      ['500 미리', 'water'],
      ['10키로', 'rice'],
      ['235', 'shoes'],
      ['tn2110', 'toner'],
      ['tn 2110', 'toner'],
      ['tn21', 'toner'],
      ['XXL 코트', 'coat'],
    ] as const
    const found = await Promise.all(cases.map(async ([query]) => [query, (await shop.find(query))[0]]))
    expect(found).toEqual(cases)
  })

  test('and says so', async () => {
    const shop = await shopWith(korean)
    expect((await shop.search('리넨 웜피스')).spelling).toEqual({
      typed: '리넨 웜피스',
      shown: '리넨 원피스',
    })
    expect((await shop.search('리넨 원피스')).spelling).toBeUndefined()
    expect(await shop.search('리넨 웜피스', { exact: '1' })).not.toHaveProperty('spelling')
    expect(await shop.find('dnjsvltm', { exact: '1' })).toEqual([])
    const explained = await shop.admin('/v1/admin/search/explain', { parameters: { q: '톰브라운 웜피스' } })
    const { explanation } = (await explained.json()) as { explanation: { read_words: unknown[] } }
    expect(explanation.read_words).toEqual([
      { typed: '톰브라운', read_as: 'brand', text: 'Thom Browne', also: [] },
      { typed: '웜피스', read_as: 'typo', text: '원피스', also: [{ text: '웜피스', share: 0.3 }] },
    ])
  })

  test('as soon as the catalogue has the word, and no longer', async () => {
    const shop = await shopWith([{ id: 'a', title: '면 셔츠' }])
    expect(await shop.find('원삐스')).toEqual([])
    await shop.importRows('products', [{ id: 'b', title: '원피스' }])
    expect(await shop.find('원삐스')).toEqual(['b'])
    await shop.importRows('products', [{ id: 'b', title: '치마' }])
    expect((await shop.search('원삐스')).spelling).toBeUndefined()
  })

  test('but not from what not everyone may see', async () => {
    const shop = await shopWith([
      { id: 'open', title: '면 셔츠' },
      { id: 'members', title: '회원전용 원피스', visibility: 'members' },
    ])
    expect((await shop.search('원삐스')).spelling).toBeUndefined()
  })
})

describe('a wish that is no product', () => {
  test("is answered with the shop's own pages", async () => {
    const shop = await shopWith(korean)
    expect((await shop.search('배송조회')).content).toBeUndefined()
    await shop.settings({
      content_links: [{ kind: 'order', title: '주문 내역', link: '/orders' }],
      category_link: '/category?path={value}',
      brand_link: 'https://shop.example/brands/{title}',
    })
    expect((await shop.search('배송조회')).content).toEqual([
      { kind: 'order', title: '주문 내역', link: '/orders' },
    ])
    expect((await shop.search('원피스')).content).toEqual([
      {
        kind: 'category',
        title: '원피스',
        link: `/category?path=${encodeURIComponent('여성의류 > 원피스')}`,
      },
    ])
    expect((await shop.search('톰브라운')).content).toEqual([
      { kind: 'brand', title: 'Thom Browne', link: 'https://shop.example/brands/Thom%20Browne' },
    ])
  })

  test.each(['javascript:alert(1)', '//evil.example', 'http://shop.example', 'orders'])(
    'but never with %s',
    async (link) => {
      const shop = await shopWith(korean)
      const answer = await shop.admin('/v1/admin/settings', {
        method: 'PATCH',
        body: JSON.stringify({ content_links: [{ kind: 'policy', title: '안내', link }] }),
      })
      expect(answer.status).toBe(400)
    },
  )
})
