import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedbackProducts, feedbackTerms, wantsFeedback } from '../../../../worker/search/rank/feedback.ts'
import type { Ranked } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const ranked = (named: number): Ranked => ({
  candidate: buildCandidate({}),
  score: { total: 1, coverage: named, named },
  known: 0,
  near: 0,
  value: 1,
  met: [],
  unknown: [],
})
const twoWords = [buildTerm('calm', 0), buildTerm('evening', 1)]
const index = { documents: 1000, count: (term: string) => (term === 'rare' ? 1 : 10) }

test('is wanted for several words that no title on top answers', () => {
  expect(wantsFeedback([ranked(0.2)], twoWords, 1000)).toBe(true)
  expect(wantsFeedback([ranked(0.2), ranked(0.6)], twoWords, 1000)).toBe(false)
})

test('is left out for one word, an empty list and a small shop', () => {
  expect(wantsFeedback([ranked(0.2)], [buildTerm('calm')], 1000)).toBe(false)
  expect(wantsFeedback([], twoWords, 1000)).toBe(false)
  expect(wantsFeedback([ranked(0.2)], twoWords, 100)).toBe(false)
})

test('adds words the best products share, not those of the query, of one product or of one document', () => {
  const sources = [
    { value: 5, terms: new Set(['calm', 'candle', 'rare']) },
    { value: 4, terms: new Set(['candle', 'wax']) },
    { value: 1, terms: new Set(['boots']) },
  ]
  const added = feedbackTerms(sources, new Set(['calm']), index).map(({ term }) => term)
  expect(added).toEqual(['candle', 'wax'])
})

test('never weighs an added word above three tenths of the shopper\u2019s own', () => {
  const source = fc.record({
    value: fc.double({ min: 0.01, max: 100, noNaN: true }),
    terms: fc.array(fc.string({ minLength: 1, maxLength: 4 })).map((terms) => new Set(terms)),
  })
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 10 }), (sources) => {
      const added = feedbackTerms(sources, new Set(), index)
      expect(added.length).toBeLessThanOrEqual(15)
      expect(added.every(({ weight }) => weight > 0 && weight <= 0.3)).toBe(true)
    }),
  )
})

test('takes the products that shoppers chose, by how many did, and else those on top', () => {
  const at = (id: string, value: number): Ranked => ({
    ...ranked(0),
    candidate: buildCandidate({ id }),
    value,
  })
  const list = Array.from({ length: 15 }, (_, place) => at(`p${place}`, 15 - place))
  const told = (chosen: readonly (readonly [string, number])[]) =>
    feedbackProducts(list, new Map(chosen)).map(({ candidate, value }) => [candidate.id, value])
  expect(
    told([
      ['p12', 4],
      ['p3', 9],
      ['gone', 50],
    ]),
  ).toEqual([
    ['p3', 9],
    ['p12', 4],
  ])
  const top = list.slice(0, 10).map(({ candidate, value }) => [candidate.id, value])
  expect([told([]), told([['gone', 50]])]).toEqual([top, top])
})
