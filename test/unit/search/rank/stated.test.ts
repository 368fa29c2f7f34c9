import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statesAny, withoutStatements } from '../../../../worker/search/rank/stated.ts'

describe('a product states a word', () => {
  test.each([
    ['leather', '|leather bag|'],
    ['leather', '|bag|material leather|'],
    ['nut', '|mixed nuts|'],
    ['wire free', '|wire-free bra|'],
    ['wire-free', '|wirefree bra|'],
    ['가죽', '|소가죽 배낭|'],
    ['향', '|장미 향 비누|'],
    ['革', '|革ベルト|'],
    ['卵', '|卵たっぷりケーキ|'],
  ])('%s in %s', (word, stated) => {
    expect(statesAny([word])?.test(stated)).toBe(true)
  })

  test.each([
    ['leather', '|leatherette bag|'],
    ['nut', '|nutmeg|'],
    ['ring', '|earring|'],
    ['울', '|겨울 코트|'],
    ['革', '|改革の本|'],
    ['a.b', '|axb|'],
    ['c++', '|c|'],
  ])('but %s is not in %s', (word, stated) => {
    expect(statesAny([word])?.test(stated)).toBe(false)
  })

  test('and no words state nothing', () => {
    expect(statesAny([])).toBeNull()
    expect(statesAny(['', ' '])).toBeNull()
  })
})

test('any word can be looked for: nothing in it is a pattern', () => {
  const signs = fc.stringMatching(/^[^\p{L}\p{N}\s|-]{2,8}$/u)

  fc.assert(
    fc.property(signs, signs, (word, other) => {
      expect(statesAny([word])?.test(`|${word}|`)).toBe(true)
      expect(statesAny([word])?.test(`|${other}|`)).toBe(other.includes(word))
    }),
  )
})

test('what a product denies is taken out before it is searched', () => {
  const free = statesAny(['무향', 'fragrance free'])
  const fragrance = statesAny(['향', 'fragrance'])
  if (!free || !fragrance) throw new Error('no patterns')
  expect(fragrance.test(withoutStatements('|무향 로션|', free))).toBe(false)
  expect(fragrance.test(withoutStatements('|fragrance-free lotion|', free))).toBe(false)
  expect(fragrance.test(withoutStatements('|무향 로션|장미 향 크림|', free))).toBe(true)
})
