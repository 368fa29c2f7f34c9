import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldQuery } from '../../../../worker/search/understand/fold-query.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'
import { shops } from './shops.ts'

const shop = fc.constantFrom(shops.ko, shops.en, shops.ja)

/** Pieces that mean something, so that random queries reach the rules and their seams. */
const pieces = [
  '5만원|이하|3~5만원대|오만|원|$40|under |between | and |1,000|円|以下|台|~|-|.|가죽| 말고|없는|무향|not |leather|-free|without ',
  '革|以外|なし|じゃない| or |블랙|검정|off white|黒|여자|men|5살|60대|사이즈 |xl|24.5cm|운동화|가장 싼|cheapest|엄마|birthday',
  '겨울|포근한|추천해줘|おすすめ|の| |\u3000|😀|\u0301|\ud800|İ|㎝|½',
]
const piece = fc.constantFrom(...pieces.flatMap((line) => line.split('|')))
const query = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
)

describe('any query', () => {
  it('is understood without throwing, with wishes that never share a character', () => {
    fc.assert(
      fc.property(query, shop, (text, context) => {
        const { folded, wishes, words } = understandQuery(text, context)
        expect(folded).toBe(foldQuery(text))
        let end = 0
        for (const { span } of wishes) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(folded.length)
        expect(new Set(wishes.map(({ id }) => id)).size).toBe(wishes.length)
        for (const word of words) {
          expect(folded.slice(word.span.start, word.span.end)).toBe(word.text)
          expect(word.weight).toBeGreaterThanOrEqual(0)
          expect(word.weight).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('names prices in whole minor units, the lower bound first', () => {
    fc.assert(
      fc.property(query, shop, (text, context) => {
        for (const { effect } of understandQuery(text, context).wishes) {
          if (effect.type !== 'price') continue
          const { min = 0, max = Number.MAX_SAFE_INTEGER } = effect
          expect(Number.isSafeInteger(min) && Number.isSafeInteger(max)).toBe(true)
          expect(min).toBeLessThanOrEqual(max)
          expect(max).toBeGreaterThan(0)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('means the same in full-width letters and with other spaces', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), shop, (parts, context) => {
        const text = parts.join('')
        const wide = text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        const spaced = wide.replaceAll(' ', ' \t　')
        expect(understandQuery(spaced, context)).toEqual(understandQuery(text, context))
      }),
    )
  })
})

const quickest = (run: () => void): number => {
  let best = Infinity
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now()
    run()
    best = Math.min(best, performance.now() - started)
  }
  return best
}

describe('the time a query takes', () => {
  it.each([
    ['digits', '1'],
    ['grouped digits', '1,111'],
    ['sums', '1만'],
    ['ranges', '5만원~'],
    ['negators', '말고'],
    ['nouns and negators', '가죽 말고 '],
    ['english negators', 'not a any the '],
    ['words before free', 'aaaaaaaaaaaaaaaaaaa free '],
    ['hangul', '가'],
    ['colours', '블랙'],
    ['hiragana', 'の'],
    ['kanji', '黒'],
    ['negated kanji', '黒以外'],
    ['hyphens', 'a-'],
    ['spaces', ' \t'],
    ['sizes', 'size '],
    ['bounds', 'under under $'],
  ])('grows no faster than the query for repeated %s', (_name, unit) => {
    const short = unit.repeat(Math.ceil(300 / unit.length))
    const long = short.repeat(16)
    const run = (text: string) => () => {
      for (let round = 0; round < 2; round += 1) understandQuery(text, shops.ko)
    }
    run(short)()
    expect(quickest(run(long)) / Math.max(quickest(run(short)), 0.2)).toBeLessThan(64)
  })
})
