import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodePair, isPair, splitTerms } from '../../../../worker/search/outside/index-terms.ts'
import { keywordArms } from '../../../../worker/search/outside/keyword-arms.ts'
import { documentKey } from '../../../../worker/search/outside/document-key.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

const read = (text: string, locale: 'ko' | 'en' | 'ja' = 'en') =>
  understandQuery(text, {
    locale,
    currency: locale === 'ko' ? 'KRW' : 'USD',
    exponent: locale === 'ko' ? 0 : 2,
    now: 0,
  })
const arms = (text: string, locale: 'ko' | 'en' | 'ja' = 'en', products = 1000) =>
  keywordArms(read(text, locale), { policy: locale, products })

describe('the arms of a query', () => {
  test('one for a single word, stemmed as the index is', () => {
    expect(arms('dresses')).toEqual([{ arm: 'words', q: 'dress', limit: 20 }])
  })

  test('one for many words, too: a server takes its time by questions', () => {
    expect(arms('green linen dress').map(({ arm, q }) => [arm, q])).toEqual([['words', 'green linen dress']])
  })

  test('asks for whole pages where a word may have more products than the shop looks through itself', () => {
    expect(arms('dress', 'en', 1_000_000)).toEqual([{ arm: 'words', q: 'dress', limit: 200 }])
  })

  test('a budget and an exclusion are no words', () => {
    const text = arms('work bag not leather under $50')
      .map(({ q }) => q)
      .join(' ')
    expect(text).toMatch(/bag/)
    expect(text).not.toMatch(/leather|50/)
  })

  test('Hangul goes as encoded pairs, and whole for near spellings from three syllables on', () => {
    expect(arms('원피스를', 'ko')).toEqual([
      { arm: 'words', q: `${encodePair('원피')} ${encodePair('피스')}`, limit: 20 },
      { arm: 'spelling', q: '원피스', limit: 20 },
    ])
    expect(arms('선물', 'ko').map(({ arm }) => arm)).toEqual(['words'])
  })

  test('none for a query without words', () => {
    expect(arms('under $50')).toEqual([])
    expect(arms('')).toEqual([])
  })

  test('never more words than a server reads, no sign it would take for an operator', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('ko', 'en', 'ja'), (text, locale) => {
        for (const { q } of arms(text, locale)) {
          expect(q.split(' ').length).toBeLessThanOrEqual(10)
          expect(q).not.toMatch(/["-]/)
        }
      }),
    )
  })
})

describe('encoded pairs', () => {
  const cjk = fc.string({
    unit: fc.constantFrom('원', '피', '스', '傘', 'マ', 'ー', '々', '가', '힣'),
    minLength: 1,
    maxLength: 2,
  })

  test('are of letters only, short enough for no typo to be guessed in, and one to one', () => {
    fc.assert(
      fc.property(cjk, cjk, (left, right) => {
        expect(encodePair(left)).toMatch(/^\p{L}{2,4}$/u)
        expect(encodePair(left) === encodePair(right)).toBe(left === right)
        expect(isPair(encodePair(left))).toBe(false)
      }),
    )
  })

  test('stand apart from words', () => {
    expect(splitTerms(['linen', '원피', '2xl'])).toEqual({ words: 'linen 2xl', pairs: encodePair('원피') })
  })
})

describe('the key of a document', () => {
  test('is of letters a server allows, short, and different for different products', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.string({ maxLength: 400 }),
        fc.string({ maxLength: 20 }),
        (id, other, market) => {
          expect(documentKey(market, id)).toMatch(/^[A-Za-z0-9_-]{1,511}$/)
          expect(documentKey(market, id) === documentKey(market, other)).toBe(id === other)
          expect(documentKey(market, id) === documentKey(`${market}x`, id)).toBe(false)
        },
      ),
    )
  })
})
