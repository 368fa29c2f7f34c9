import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromLetters,
  hasLoneLetters,
  initialsOf,
  isInitials,
  toLetters,
  withoutLoneLetters,
} from '../../../../worker/search/text/jamo.ts'
import { fold } from '../../../../worker/search/text/fold.ts'
import { readAsKorean, readAsLatin } from '../../../../worker/search/text/keyboard-layout.ts'

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
const hangul = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))

describe('letters of Hangul', () => {
  test.each([
    ['원피스', 'ㅇㅜㅓㄴㅍㅣㅅㅡ'],
    ['닭', 'ㄷㅏㄹㄱ'],
    ['까사', 'ㄲㅏㅅㅏ'],
    ['원ㅍ', 'ㅇㅜㅓㄴㅍ'],
    ['usb케이블', 'usbㅋㅔㅇㅣㅂㅡㄹ'],
  ])('%s is typed %s', (text, letters) => {
    expect(toLetters(text)).toBe(letters)
    expect(toLetters(fold(text))).toBe(letters)
  })

  test('put together again they are the same syllables', () => {
    fc.assert(
      fc.property(hangul, (text) => {
        expect(toLetters(fromLetters(toLetters(text)))).toBe(toLetters(text))
      }),
    )
  })

  test('a consonant goes to the vowel that follows it', () => {
    expect(fromLetters('ㅇㅓㅂㅅㅇㅡㅁ')).toBe('없음')
    expect(fromLetters('ㄱㅏㅂㅅㅣ')).toBe('갑시')
    expect(fromLetters('ㄱㅗㅏㅇㅣㄹ')).toBe('과일')
  })

  test('initial consonants', () => {
    expect(initialsOf('원피스')).toBe('ㅇㅍㅅ')
    expect(isInitials(fold('ㅇㅍㅅ'))).toBe(true)
    expect(isInitials('원ㅍ')).toBe(false)
    expect(hasLoneLetters(fold('원피ㅅ'))).toBe(true)
    expect(withoutLoneLetters(fold('원피ㅅ'))).toBe('원피')
  })
})

describe('the other keyboard layout', () => {
  test.each([
    ['dnjsvltm', '원피스'],
    ['DNJSVLTM', '원피스'],
    ['Tkf', '쌀'],
    ['qordl', '백이'],
  ])('%s says %s', (typed, text) => {
    expect(readAsKorean(typed)).toContain(text)
  })

  test.each([
    ['ㅣㄷㅁ소ㄷㄱ', 'leather'],
    ['ㅠㅁ갼', 'baris'],
    ['ㅅ-노ㅑㄱㅅ', 't-shirt'],
    ['노ㅐㄷㄴ', 'shoes'],
  ])('%s says %s', (typed, text) => {
    expect(readAsLatin(typed)).toBe(text)
    expect(readAsLatin(fold(typed))).toBe(text)
  })

  test('what is no whole syllable is no reading', () => {
    expect(readAsKorean('leather')).toEqual([])
    expect(readAsKorean('2xl')).toEqual([])
  })

  test('every Korean word is typed with keys that say its letters again, but for the shift key', () => {
    const plain = (letters: string) =>
      letters.replaceAll(
        /[ㄲㄸㅃㅆㅉㅒㅖ]/g,
        (letter) => 'ㄱㄷㅂㅅㅈㅐㅔ'['ㄲㄸㅃㅆㅉㅒㅖ'.indexOf(letter)] ?? '',
      )
    fc.assert(
      fc.property(hangul, (text) => {
        for (const reading of readAsKorean(readAsLatin(text) ?? '').slice(0, 1))
          expect(toLetters(reading)).toBe(plain(toLetters(text)))
      }),
    )
  })
})
