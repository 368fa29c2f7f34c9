import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../../worker/search/text/fold.ts'
import { nameKey } from '../../../../worker/search/text/name-key.ts'

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['Crème Brûlée', 'creme brulee'],
  ['ﾜﾝﾋﾟｰｽ', 'ワンピース'],
  ['ﬁne', 'fine'],
  ['조명'.normalize('NFD'), '조명'],
  ['ガラス'.normalize('NFD'), 'ガラス'],
  ['Ünïted é조', 'united e조'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('kana keep the marks that make them other words', () => {
  expect(fold('がら')).not.toBe(fold('から'))
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test.each(['Off-White™', 'OFF WHITE', 'off white', 'ＯＦＦ－ＷＨＩＴＥ'])('%s is one name', (name) => {
  expect(nameKey(name).replace(/tm$/, '')).toBe('offwhite')
})
