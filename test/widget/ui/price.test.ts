import { expect, test } from 'vitest'
import { messages } from '../../../widget/messages/en.ts'
import { formatMoney, viewPrice } from '../../../widget/ui/price.ts'
import { buildHit } from '../support/build-answer.ts'

const view = (over: Parameters<typeof buildHit>[1]) => viewPrice(buildHit('p', over), messages, 'en')

test('writes money the way the shopper’s language does', () => {
  expect(formatMoney(29800, 'KRW', 'ko')).toBe('29,800원')
  expect(formatMoney(29800, 'KRW', 'en')).toBe('₩29,800')
  expect(formatMoney(49.5, 'USD', 'en')).toBe('$49.50')
  expect(formatMoney(1980, 'JPY', 'ja')).toMatch(/^[¥￥]1,980$/)
})

test('shows the sale price with the regular price it is struck from', () => {
  expect(view({ price: 40, sale_price: 30 })).toEqual({ now: '$30.00', was: '$40.00' })
})

test('shows where a range begins', () => {
  expect(view({ price: 40, price_max: 60 })).toEqual({ now: 'from $40.00' })
  expect(view({ price: 40, price_max: 40 })).toEqual({ now: '$40.00' })
})

test('never shows a missing price as free', () => {
  expect(view({ price: null })).toEqual({ now: messages.price_ask })
})

test('uses the shop’s own words where it has them', () => {
  expect(view({ price: null, price_label: '회원공개' })).toEqual({ now: '회원공개' })
})
