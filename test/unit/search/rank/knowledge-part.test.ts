import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TermVector, encodeTermVector, termHash } from '../../../../worker/search/document/term-vector.ts'
import { tagTerm } from '../../../../worker/search/knowledge/tag-term.ts'
import { knowledgePart, knowledgeWorth, titlesAnswer } from '../../../../worker/search/rank/knowledge-part.ts'
import { rankCandidates, type RankRequest } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const cozy = tagTerm('mood:cozy')

const tagged = (id: string, title: string, value: number) => ({
  ...buildCandidate({ id, title }),
  vector: new TermVector(
    encodeTermVector({
      fields: [title === '' ? [] : title.split(' '), [], [], [], []],
      evidence: new Map(),
      reviews: 0,
      tags: value > 0 ? new Map([[cozy, value]]) : new Map(),
    }),
  ),
})

const concept = (share: number) => ({ hash: termHash(cozy), documents: 5, share })
const scores = (coverage: number, named: number) => ({ score: { total: 1, coverage, named } })

describe('what knowledge adds', () => {
  it('grows with how well a product serves a concept, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (value, share, worth) => {
          const knowledge = { concepts: [concept(share)], documents: 100, worth }
          const part = knowledgePart(tagged('a', '', value), knowledge)
          const better = knowledgePart(tagged('a', '', value + 1), knowledge)
          expect(part).toBeGreaterThanOrEqual(0)
          expect(better).toBeLessThanOrEqual(1)
          expect(better).toBeGreaterThanOrEqual(part)
        },
      ),
    )
  })

  it('is muted where words answer already', () => {
    expect(knowledgeWorth([scores(1, 1)], false)).toBe(0)
    expect(knowledgeWorth([scores(0.9, 0.5)], false)).toBeLessThan(knowledgeWorth([scores(0.3, 0.1)], false))
    expect(knowledgeWorth([scores(0.3, 0.1)], true)).toBeLessThan(knowledgeWorth([scores(0.3, 0.1)], false))
  })

  it('is left out where several titles answer', () => {
    expect(titlesAnswer([scores(1, 1), scores(1, 0.9), scores(1, 0.8)])).toBe(true)
    expect(titlesAnswer([scores(1, 1), scores(1, 0.9), scores(1, 0.7)])).toBe(false)
  })
})

const request = (worth: number): RankRequest => ({
  query: 'soft evening',
  terms: [buildTerm('soft', 0), buildTerm('evening', 1)],
  statistics: { documents: 100, averages: [2, 1, 1, 1, 1] },
  wishes: [],
  sort: 'relevance',
  soldOut: 'mixed',
  knowledge: { concepts: [concept(1)], documents: 100, worth },
})

describe('the ranking with knowledge', () => {
  const order = (candidates: readonly ReturnType<typeof tagged>[], worth: number) =>
    rankCandidates(candidates, request(worth)).map(({ candidate }) => candidate.id)

  it('lifts a product that serves the wish over an equal one', () => {
    const candidates = [tagged('a', 'soft', 0), tagged('serves', 'soft', 100)]
    expect(order(candidates, 2)).toEqual(['serves', 'a'])
    expect(order(candidates, 0)).toEqual(['a', 'serves'])
  })

  it('keeps a product that has none of the words', () => {
    const candidates = [tagged('a', 'soft', 0), tagged('serves', 'blanket', 100)]
    expect(order(candidates, 2)).toContain('serves')
    expect(order(candidates, 0)).toEqual(['a'])
  })

  it('never puts it above twice the best text score', () => {
    const [first, second] = rankCandidates(
      [tagged('both', 'soft evening', 100), tagged('served', 'blanket', 100)],
      request(10),
    )
    expect(first?.candidate.id).toBe('both')
    expect(second?.value).toBeLessThanOrEqual(first?.score.total ?? 0)
  })
})
