import { describe, expect, test } from 'vitest'
import type { ContentLink } from '../../../../worker/contract/shops.ts'
import { findContent } from '../../../../worker/search/content/find-content.ts'
import { foldQuery } from '../../../../worker/search/understand/fold-query.ts'

const content_links: readonly ContentLink[] = [
  { kind: 'order', title: '주문 내역', link: '/orders' },
  { kind: 'policy', title: '교환·반품 안내', link: '/returns' },
  { kind: 'policy', title: 'Shipping', link: 'https://shop.example/shipping' },
  { kind: 'notice', title: '쿠폰 받기', link: '/coupons' },
  { kind: 'notice', title: '매장 찾기', link: '/stores' },
  { kind: 'policy', title: '고객센터', link: '/help', words: ['수선'] },
]
const pages = { content_links, category_link: '/category/{value}', brand_link: '' }

const linksOf = (query: string) =>
  findContent({ folded: foldQuery(query) }, [], pages).map(({ link }) => link)

describe('a wish that is no product', () => {
  test.each([
    ['배송조회', '/orders'],
    ['배송 조회', '/orders'],
    ['제 주문 언제 와요', '/orders'],
    ['order tracking', '/orders'],
    ['Where is my order?', '/orders'],
    ['注文履歴', '/orders'],
    ['반품', '/returns'],
    ['교환하고 싶어요', '/returns'],
    ['환불 방법', '/returns'],
    ['return policy', '/returns'],
    ['返品したい', '/returns'],
    ['送料', 'https://shop.example/shipping'],
    ['배송비 얼마', 'https://shop.example/shipping'],
    ['쿠폰', '/coupons'],
    ['クーポン', '/coupons'],
    ['store locator', '/stores'],
    ['매장 위치', '/stores'],
    ['고객센터 전화번호', '/help'],
    ['수선', '/help'],
  ])('%s leads to %s', (query, link) => {
    expect(linksOf(query)).toContain(link)
  })

  test.each([
    '원피스',
    '무료배송 원피스',
    '교환 가능한 시계줄',
    'store brand coffee',
    'return of the king book',
    'events planner notebook',
    '',
    '선물',
  ])('%s leads nowhere', (query) => {
    expect(linksOf(query)).toEqual([])
  })
})

test('a category is linked where its pages are known, a brand without one is left out', () => {
  const named = [
    { kind: 'category', value: '여성 > 원피스', title: '원피스' },
    { kind: 'brand', value: 'Nike', title: 'Nike' },
  ] as const
  expect(findContent({ folded: '원피스' }, named, pages)).toEqual([
    { kind: 'category', title: '원피스', link: `/category/${encodeURIComponent('여성 > 원피스')}` },
  ])
})

test('nothing is linked that the shop has not named', () => {
  expect(
    findContent({ folded: '배송조회' }, [], { content_links: [], category_link: '', brand_link: '' }),
  ).toEqual([])
})
