import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearness, semanticPart } from '../../../../worker/search/rank/fuse-semantic.ts'
import { rankCandidates, type Ranked } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const near = fc.double({ min: 0, max: 1, noNaN: true })

test('meaning is never worth more than the best match of the words, and nearer is never worth less', () => {
  fc.assert(
    fc.property(near, near, (one, other) => {
      const worth = semanticPart(one)
      expect(worth).toBeGreaterThanOrEqual(0)
      expect(worth).toBeLessThanOrEqual(1)
      expect(semanticPart(Math.min(one, other))).toBeLessThanOrEqual(semanticPart(Math.max(one, other)))
    }),
  )
})

test('nearness runs from 1 to 0 in the order of the cosines, whatever the model calls near', () => {
  const cosine = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(cosine, { minLength: 2, maxLength: 100 }), (cosines) => {
      const sorted = cosines.toSorted((left, right) => right - left)
      const values = [...nearness(sorted.map((one, row) => ({ row, cosine: one }))).values()]
      expect(values[0]).toBe(1)
      for (const [index, value] of values.entries()) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(values[index - 1] ?? 1)
      }
    }),
  )
  expect(nearness([]).size).toBe(0)
})

test('a product near in meaning joins, behind one that has all the words', () => {
  const terms = [buildTerm('calm', 0), buildTerm('evening', 1)]
  const statistics = { documents: 100, averages: [4, 1, 2, 5, 20] }
  const both = buildCandidate({ id: 'both', row: 1, title: 'calm evening candle' })
  const chance = buildCandidate({ id: 'chance', row: 2, title: 'poster', description: 'evening' })
  const meaning = buildCandidate({ id: 'meaning', row: 3, title: 'lavender bath salts' })
  const request = {
    query: 'calm evening',
    terms,
    statistics,
    wishes: [],
    sort: 'relevance',
    soldOut: 'last',
  } as const
  const ids = (list: readonly Ranked[]) => list.map(({ candidate }) => candidate.id)
  const all = [chance, meaning, both]
  expect(ids(rankCandidates(all, request))).toEqual(['both', 'chance'])
  const joined = ids(rankCandidates(all, { ...request, nearness: new Map([[3, 1]]) }))
  expect(joined[0]).toBe('both')
  expect(joined).toContain('meaning')
  // Whatever else a product must not be (here: sold out where that is hidden) it must not be by meaning either.
  const gone = buildCandidate({ id: 'gone', row: 4, title: 'bath', availability: 'out_of_stock' })
  const hidden = rankCandidates([gone, both], {
    ...request,
    soldOut: 'hidden',
    nearness: new Map([[4, 1]]),
  })
  expect(ids(hidden)).toEqual(['both'])
})

test('where no word matches, meaning alone gives the order, and knowledge beside it is not drowned', () => {
  const rows = [1, 2, 3].map((row) => buildCandidate({ id: `p${row}`, row, title: 'stool' }))
  const found = rankCandidates(rows, {
    query: 'calm',
    terms: [buildTerm('calm', 0)],
    statistics: { documents: 100, averages: [4, 1, 2, 5, 20] },
    wishes: [],
    sort: 'relevance',
    soldOut: 'last',
    nearness: new Map([
      [1, 0.3],
      [2, 1],
      [3, 0.7],
    ]),
  })
  expect(found.map(({ candidate }) => candidate.id)).toEqual(['p2', 'p3', 'p1'])
})
