import { expect, it } from 'vitest'
import { intentKey } from '../../../../worker/search/understand/intent-key.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

const key = (query: string, locale: 'ko' | 'en' | 'ja' = 'en', currency = 'USD') =>
  intentKey(
    understandQuery(query, {
      locale,
      currency,
      exponent: currency === 'USD' ? 2 : 0,
      now: 1_795_000_000_000,
    }),
  )

it.each([
  ['lamps under $40', 'Lamps,  LESS than 40 dollars'],
  ['the cosy lamp', 'cosy lamp'],
  ['cosy　ｌａｍｐ', 'cosy lamp'],
])('is the same for what asks for the same: %s', (left, right) => {
  expect(key(left)).toBe(key(right))
})

it.each([
  ['3만원 이하 원피스', '원피스 30,000원 이하'],
  ['원피스 좀', '원피스'],
])('in Korean too: %s', (left, right) => {
  expect(key(left, 'ko', 'KRW')).toBe(key(right, 'ko', 'KRW'))
})

it.each([
  ['lamp under $40', 'lamp under $50'],
  ['lamp', 'lamp under $40'],
  ['bag not leather', 'bag leather'],
  ['shirt without buttons', 'shirt buttons'],
  ['dress for a girl not a woman', 'dress for a woman not a girl'],
])('tells apart what does not: %s', (left, right) => {
  expect(key(left)).not.toBe(key(right))
})
