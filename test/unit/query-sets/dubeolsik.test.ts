import { array, assert, constantFrom, integer, oneof, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysOf, typed } from '../../support/dubeolsik.ts'

const syllable = integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code))
const text = array(oneof(syllable, constantFrom(' ', '3', '-')), { maxLength: 12 }).map((parts) =>
  parts.join(''),
)

describe('the two-set keyboard', () => {
  test.each([
    ['원피스', 'dnjsvltm'],
    ['닭볶음탕 꿰뚫기', 'ekfrqhRdmaxkd RnpEnfgrl'],
    ['값이 없는 의자', 'rkqtdl djqtsms dmlwk'],
  ])('strikes %s as %s', (query, keys) => {
    expect(keysOf(query)).toBe(keys)
  })

  test('shows any Korean text again when its keys are struck', () => {
    assert(
      property(text, (query) => {
        expect(typed(keysOf(query))).toBe(query)
      }),
    )
  })

  test.each([
    ['leather', 'ㅣㄷㅁ솓ㄱ'],
    ['skipping rope', '나ㅑㅔㅔㅑㅜㅎ 개ㅔㄷ'],
    ['dnsjvltm', '우너피스'],
  ])('shows what an input method shows for %s', (keys, shown) => {
    expect(typed(keys)).toBe(shown)
  })
})
