import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soldOutPolicies, sorts } from '../../../../worker/contract/vocabulary.ts'
import type { Wish } from '../../../../worker/ports/understanding.ts'
import type { Candidate } from '../../../../worker/search/rank/candidate.ts'
import { rankCandidates, type RankRequest } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm, someCandidates } from './candidates.ts'

const request: RankRequest = {
  query: 'lamp brass',
  terms: [buildTerm('lamp'), buildTerm('brass', 1)],
  statistics: { documents: 100, averages: [2, 0, 0, 0, 0] },
  wishes: [],
  sort: 'relevance',
  soldOut: 'last',
}

const rank = (candidates: readonly Candidate[], changes: Partial<RankRequest> = {}) =>
  rankCandidates(candidates, { ...request, ...changes }).map(({ candidate }) => candidate.id)

const budget: Wish = {
  id: 'price:..20',
  kind: 'price',
  label: '',
  hard: true,
  span: { start: 0, end: 1 },
  effect: { type: 'price', max: 20 },
}
const noRed: Wish = {
  id: 'exclude:red',
  kind: 'exclude',
  label: '',
  hard: true,
  span: { start: 1, end: 2 },
  effect: { type: 'exclude', words: ['red'], satisfiedBy: [] },
}

const anyRequest = fc.record({
  sort: fc.constantFrom(...sorts),
  soldOut: fc.constantFrom(...soldOutPolicies),
  wishes: fc.subarray([budget, noRed]),
})

test('invents nothing and shows nothing twice', () => {
  fc.assert(
    fc.property(someCandidates, anyRequest, (candidates, changes) => {
      const ranked = rank(candidates, changes)
      const known = new Set(candidates.map(({ id }) => id))
      expect(new Set(ranked).size).toBe(ranked.length)
      expect(ranked.every((id) => known.has(id))).toBe(true)
    }),
  )
})

test('gives the same order whatever order the candidates came in', () => {
  fc.assert(
    fc.property(
      someCandidates.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      fc.record({ sort: fc.constantFrom(...sorts), soldOut: fc.constantFrom(...soldOutPolicies) }),
      ([list, shuffled], changes) => {
        expect(rank(shuffled, changes)).toEqual(rank(list, changes))
      },
    ),
  )
})

test('never shows what breaks a budget or states what was excluded', () => {
  fc.assert(
    fc.property(someCandidates, anyRequest, (candidates, changes) => {
      const ranked = rankCandidates(candidates, { ...request, ...changes, wishes: [budget, noRed] })
      for (const { candidate } of ranked) {
        expect(candidate.price ?? 0).toBeLessThanOrEqual(20)
        // Red of a product that also comes in blue can be avoided.
        const red = candidate.facts.includes('color=red') && !candidate.facts.includes('color=blue')
        expect(red).toBe(false)
      }
    }),
  )
})

describe('sold-out goods', () => {
  test('come last in every order, unless they are asked for by name', () => {
    fc.assert(
      fc.property(someCandidates, fc.constantFrom(...sorts), (candidates, sort) => {
        const ranked = rankCandidates(candidates, { ...request, sort })
        const tiers = ranked.map(({ candidate, score }) =>
          candidate.availability === 'out_of_stock' && score.named < 0.95 ? 1 : 0,
        )
        expect(tiers).toEqual(tiers.toSorted((left, right) => left - right))
      }),
    )
  })

  test('are gone where the shop hides them, and anywhere where it does not mind', () => {
    const goods = [
      buildCandidate({ id: 'gone', title: 'lamp lamp', availability: 'out_of_stock' }),
      buildCandidate({ id: 'here', title: 'tall lamp of oak' }),
    ]
    const terms = [buildTerm('lamp'), buildTerm('cosy', 1)]
    expect(rank(goods, { terms, soldOut: 'hidden' })).toEqual(['here'])
    expect(rank(goods, { terms, soldOut: 'mixed' })).toEqual(['gone', 'here'])
    expect(rank(goods, { terms, soldOut: 'last' })).toEqual(['here', 'gone'])
  })
})

test('unknown prices follow those that keep the budget, before sold-out goods', () => {
  const goods = [
    buildCandidate({ id: 'sold', title: 'brass', price: 10, availability: 'out_of_stock' }),
    buildCandidate({ id: 'ask', title: 'brass lamp', price: null }),
    buildCandidate({ id: 'known', title: 'brass', price: 15 }),
  ]
  expect(rank(goods, { wishes: [budget] })).toEqual(['known', 'ask', 'sold'])
})

test('an unknown price is last whichever way prices go', () => {
  const goods = [null, 30, 10, 20].map((price) => buildCandidate({ id: String(price), title: 'lamp', price }))
  expect(rank(goods, { sort: 'price_asc' })).toEqual(['10', '20', '30', 'null'])
  expect(rank(goods, { sort: 'price_desc' })).toEqual(['30', '20', '10', 'null'])
})

test('one glowing review does not outrank many good ones', () => {
  const goods = [
    buildCandidate({ id: 'one', rating: 5, ratingCount: 1 }),
    buildCandidate({ id: 'many', rating: 4.7, ratingCount: 300 }),
    buildCandidate({ id: 'none' }),
  ]
  expect(rank(goods, { sort: 'rating' })).toEqual(['many', 'one', 'none'])
})

test('chance matches are left out of a list that is sorted otherwise', () => {
  const goods = [
    buildCandidate({ id: 'fits', title: 'brass lamp', price: 90 }),
    buildCandidate({ id: 'chance', title: 'oak chair with a very long name', description: 'lamp', price: 1 }),
  ]
  expect(rank(goods, { sort: 'price_asc' })).toEqual(['fits'])
  expect(rank(goods)).toContain('fits')
})
