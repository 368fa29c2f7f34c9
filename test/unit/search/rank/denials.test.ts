import { describe, expect, it } from 'vitest'
import { withoutDenials } from '../../../../worker/search/rank/denials.ts'

const left = (stated: string) =>
  withoutDenials(stated)
    .split('|')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())

describe('denials', () => {
  it.each([
    ['free from peanuts, tree nuts, dairy, egg', ''],
    ['free from gluten, dairy, contains almonds', 'contains almonds'],
    ['caffeine 99.9% removed', ''],
    ['diet vegan, no gluten ingredients', 'diet vegan,'],
    ['allergens contains almonds, egg', 'allergens contains almonds, egg'],
    ['알레르기 대두 함유, 밀·땅콩·우유 미사용', '알레르기 대두 함유,'],
    ['밀 없는 맑은 쌀국수', '맑은 쌀국수'],
    ['잔류 카페인 0.3% 이하', ''],
    ['小麦不使用', ''],
    ['국산 우유 100%', '국산 우유 100%'],
    ['nonstick pan', 'nonstick pan'],
  ])('of "%s" leave "%s"', (stated, rest) => {
    expect(left(stated)).toEqual([rest])
  })

  it('reach no further than their statement', () => {
    expect(left('|free from nuts|contains milk|')).toEqual(['', '', 'contains milk', ''])
  })
})

describe('a clause without a denial', () => {
  it('costs its length, not the square of it', () => {
    const clause = '가'.repeat(100_000)
    const began = performance.now()
    expect(withoutDenials(clause)).toBe(clause)
    // The square of it takes minutes.
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
