import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadOf } from '../../../../worker/search/rank/lead.ts'
import { rankCandidates, type Ranked } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const ranked = (titles: readonly string[], query: readonly string[]) => {
  const terms = query.map((word, place) => buildTerm(word, place))
  const candidates = titles.map((title, row) => buildCandidate({ title, row, id: `p${row}` }))
  return {
    terms,
    list: rankCandidates(candidates, {
      query: query.join(' '),
      terms,
      statistics: { documents: 100, averages: [3, 1, 1, 1, 1] },
      wishes: [],
      sort: 'relevance',
      soldOut: 'last',
    }),
  }
}

describe('the lead of the best product', () => {
  it('is whole for a title that is all of the query, and wide where the second has little of it', () => {
    const { list, terms } = ranked(['brass desk lamp', 'lamp', 'oak chair'], ['brass', 'desk', 'lamp'])
    const lead = leadOf(list, terms, {})
    expect(lead).toMatchObject({ named: 1, filled: 1 })
    expect(lead.gap).toBeGreaterThan(0.5)
  })

  it('is none between equals, and half a title where the query is half of it', () => {
    const { list, terms } = ranked(['brass lamp', 'brass lamp'], ['lamp'])
    expect(leadOf(list, terms, {})).toEqual({ named: 1, filled: 0.5, gap: 0 })
  })

  it('counts numbers as names, and descriptions and categories not', () => {
    const terms = [buildTerm('tn2110', 0), buildTerm('toner', 1)]
    const described = buildCandidate({ title: 'cartridge', category: 'toner', description: 'tn2110' })
    const list: Ranked[] = [
      {
        candidate: described,
        score: { total: 1, coverage: 1, named: 1 },
        value: 1,
        known: 0,
        near: 0,
        met: [],
        unknown: [],
      },
    ]
    expect(leadOf(list, terms, {}).named).toBe(0)
    expect(leadOf(list, terms, { mpn: 'TN-2110' }).named).toBeCloseTo(0.5, 9)
    expect(leadOf(list, terms, { mpn: 'TN-2110' }).gap).toBe(1)
  })

  it('is nothing of nothing, and within its bounds for any list and any words', () => {
    expect(leadOf([], [buildTerm('lamp')], {})).toEqual({ named: 0, filled: 0, gap: 0 })
    const word = fc.constantFrom('brass', 'lamp', 'oak', 'chair', 'desk')
    const text = fc.array(word, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, (titles, query) => {
        const { list, terms } = ranked(
          titles.map((words) => words.join(' ')),
          [...new Set(query)],
        )
        // A rule may have put any product first.
        for (const order of [list, list.toReversed()]) {
          for (const value of Object.values(leadOf(order, terms, {}))) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })
})
