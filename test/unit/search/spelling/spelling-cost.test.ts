import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellingCost } from '../../../../worker/search/spelling/spelling-cost.ts'
import { spellingKey } from '../../../../worker/search/spelling/spelling-key.ts'
import { WordList } from '../../../../worker/search/spelling/word-list.ts'

const cost = (left: string, right: string, most = 9) =>
  spellingCost(spellingKey(left), spellingKey(right), most)

describe('the cost of slips', () => {
  test.each([
    ['lamp', 'lamp', 0],
    ['lamp', 'lmap', 0.8],
    ['kettle', 'ketle', 0.6],
    ['lamp', 'lamo', 0.8],
    ['lamp', 'lamz', 1],
    ['셔츠', '셔쓰', 0.6],
    ['네이비', '내이비', 0.3],
    ['원피스', '웜피스', 0.6],
    ['ワンピース', 'ワンピス', 0.4],
    ['ハンドバッグ', 'ハンドバック', 0.5],
    ['kitten', 'sitting', 2.8],
  ])('%s to %s is %d', (left, right, expected) => {
    expect(cost(left, right)).toBeCloseTo(expected, 6)
  })

  test('is nothing for the same word alone, the same both ways, and never more than counted in letters', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ㅅ', 'ㅆ', 'ㅐ', 'ㅔ', 'か'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(word, word, (left, right) => {
        const there = spellingCost(left, right, 99)
        expect(there === 0).toBe(left === right)
        expect(spellingCost(right, left, 99)).toBeCloseTo(there, 6)
        expect(there).toBeLessThanOrEqual(Math.max(left.length, right.length))
      }),
    )
  })

  test('a limit changes nothing below it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.constantFrom(0.5, 0.8, 1, 1.3, 2), (left, right, most) => {
        const full = spellingCost(left, right, 99)
        const limited = spellingCost(left, right, most)
        const expected = full <= most ? full : Number.POSITIVE_INFINITY
        expect(limited === expected || Math.abs(limited - expected) < 1e-6).toBe(true)
      }),
    )
  })
})

describe('the nearest word', () => {
  const words = [
    'sneakers',
    'speakers',
    'kettle',
    'kettles',
    'headphones',
    '원피스',
    '투피스',
    '셔츠',
    'ワンピース',
  ]
  const list = new WordList(words.map((word, index) => ({ word, documents: 10 - index })))

  test('is the one a full comparison finds', () => {
    const typed = fc
      .constantFrom(...words)
      .chain((word) =>
        fc
          .tuple(fc.constant(word), fc.nat(word.length - 1), fc.constantFrom('a', 'e', 's', '피', 'ー'))
          .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
      )
    fc.assert(
      fc.property(typed, (text) => {
        const near = list.nearest(text, 1)
        const best = Math.min(
          ...words
            .filter((word) => /^[a-z]+$/.test(word) === /^[a-z]+$/.test(text))
            .map((word) => cost(text, word, 1)),
        )
        expect(near?.cost ?? best).toBeLessThanOrEqual(best + 0.2)
        expect(near === null && /^(?:[a-z]+|[가-힣]+|[ァ-ヶー]+)$/.test(text)).toBe(
          best === Number.POSITIVE_INFINITY && /^(?:[a-z]+|[가-힣]+|[ァ-ヶー]+)$/.test(text),
        )
      }),
    )
  })
})
