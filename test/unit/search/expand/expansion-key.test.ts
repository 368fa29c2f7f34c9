import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../../worker/contract/vocabulary.ts'
import { beginningKeys, expansionKey, readsAsWish } from '../../../../worker/search/expand/expansion-key.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

const understand = (query: string, locale: Locale = 'ko') =>
  understandQuery(query, { locale, currency: 'KRW', exponent: 0, now: 0 })

const key = (query: string, locale: Locale = 'ko', model = 'm') =>
  expansionKey(understand(query, locale), locale, model)

describe('one expansion serves', () => {
  test.each([
    ['another order', '부모님 결혼기념일 선물', '결혼기념일 부모님 선물'],
    ['another particle', '캠핑에 어울리는 조명', '캠핑 어울리는 조명'],
    ['another budget', '등산 좋아하는 친구 선물 5만원 이하', '등산 좋아하는 친구 선물 3만원 이하'],
  ])('%s', (_, one, other) => {
    expect(key(one)).toBe(key(other))
  })

  test.each([
    ['other words', '부모님 결혼기념일 선물', '부모님 환갑 선물'],
    ['another exclusion', '가죽 말고 출근용 가방', '나일론 말고 출근용 가방'],
  ])('not %s', (_, one, other) => {
    expect(key(one)).not.toBe(key(other))
  })

  test('not another language, nor another model', () => {
    expect(
      new Set([key('gift mother', 'en'), key('gift mother', 'ko'), key('gift mother', 'en', 'n')]).size,
    ).toBe(3)
  })
})

test('a wish is the beginning of a longer one, word by word, but no single word is', () => {
  const longer = understand('비 오는 캠핑 조명 선물')
  const beginnings = beginningKeys(longer, 'ko', 'm')
  expect(beginnings).toContain(key('비 오는 캠핑 조명'))
  expect(beginnings).toContain(key('오는 비 캠핑'))
  expect(beginnings).not.toContain(key('비 오는 캠핑 조명 선물'))
  expect(beginningKeys(understand('캠핑 조명'), 'ko', 'm')).toEqual([])
})

describe('a wish is told from a name', () => {
  test.each([
    ['하루 종일 서 있어도 발이 편한 신발', true],
    ['원피스', false],
    ['something cosy for rainy evenings', true],
    ['wh-1000xm5 headphones', false],
    ['', false],
  ])('%s: %s', (query, expected) => {
    expect(readsAsWish(understand(query, /[a-z]/.test(query) ? 'en' : 'ko'))).toBe(expected)
  })
})
