import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripParticle } from '../../../../worker/search/text/korean.ts'

test.each([
  ['원피스를', '원피스'],
  ['바다에서', '바다'],
  ['엄마에게', '엄마'],
  ['학교에서부터', '학교'],
  ['친구랑', '친구'],
  ['선물로', '선물'],
])('%s is searched as %s', (word, stem) => {
  expect(stripParticle(word)).toBe(stem)
})

test.each(['고가', '아이', '나이', '도로', '조명'])('%s is too short to have a particle', (word) => {
  expect(stripParticle(word)).toBe(word)
})

test('what is left is a beginning of the word, of two syllables or more', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[가-힣]{2,10}$/), (word) => {
      const stem = stripParticle(word)
      expect(word.startsWith(stem)).toBe(true)
      expect(stem.length).toBeGreaterThanOrEqual(2)
    }),
  )
})
