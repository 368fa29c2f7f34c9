import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExpansion } from '../../../../worker/search/expand/read-expansion.ts'

describe('readExpansion', () => {
  test.each([
    ['{"w":["Merino Throw","찻주전자","ブランケット"]}', ['merino throw', '찻주전자', 'ブランケット']],
    ['```json\n{"w": ["throw", "throw", "Teapot"]}\n```', ['throw', 'teapot']],
    ['["throw","tea', ['throw']],
    ['throw, teapot\nwool blanket', ['throw', 'teapot', 'wool blanket']],
    ['{"w":["\\uc6d0\\ud53c\\uc2a4"]}', ['원피스']],
    ['{"w":["under 50,000 won","size 90","4711"]}', []],
    ['{"w":["price:0","title:*","a OR b"]}', ['title', 'a or b']],
    ['I am sorry, but I cannot help shoppers with what they want to buy today.', ['i am sorry']],
    ['', []],
    ['{"w":[]}', []],
  ])('%j', (text, words) => {
    expect(readExpansion(text)).toEqual(words)
  })

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '"',
      '[',
      ']',
      '{"w":[',
      '\\',
      '\\u',
      '",',
      '원피스',
      '⟦',
      '\u202e',
      '<|im_end|>',
      ' AND ',
      '*',
    ),
  )

  test('gives a few plain words and throws at nothing, whatever a model writes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const words = readExpansion(pieces.join(''))
        expect(words.length).toBeLessThanOrEqual(16)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) {
          expect(word).toMatch(/^[\p{L}\p{M}-]+(?: [\p{L}\p{M}-]+){0,2}$/u)
          expect(word.length).toBeLessThanOrEqual(30)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  test('reads a megabyte of brackets as quickly as it comes', () => {
    const least = (text: string) => {
      const times = Array.from({ length: 3 }, () => {
        const begun = performance.now()
        readExpansion(text)
        return performance.now() - begun
      })
      return Math.min(...times)
    }
    const of = (length: number) => `[${'"\\'.repeat(length)}`
    expect(least(of(400_000))).toBeLessThan(Math.max(least(of(100_000)), 1) * 40)
  })
})
