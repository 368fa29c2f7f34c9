import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchedPart } from '../../../../widget/features/search/later/matched-part.ts'

const marked = (text: string, typed: string): string => text.slice(...matchedPart(text, typed))

test.each([
  ['원피스', '원피', '원피'],
  ['원피스', '원ㅍ', '원피'],
  ['원피스', '워', '원'],
  ['원피스', '원핏', '원피'],
  ['원피스', 'ㅇㅍㅅ', '원피스'],
  ['롱 원피스', '원ㅍ', '원피'],
  ['롱 원피스', '롱 원', '롱 원'],
  ['Leather bag', 'LEA', 'Lea'],
  ['canvas bag', 'bag', 'bag'],
  ['バッグ', 'バ', 'バ'],
  ['원피스', 'dnjs', ''],
  ['원피스', '', ''],
])('in %s typed as %s, “%s” is bold', (text, typed, bold) => {
  expect(marked(text, typed)).toBe(bold)
})

test('is a part of the text, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      const [start, end] = matchedPart(text, typed)
      expect(0 <= start && start <= end && end <= text.length).toBe(true)
    }),
  )
})
