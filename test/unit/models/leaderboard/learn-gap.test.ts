import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP_QUERIES, learnGap, type GapGain } from '../../../../worker/models/leaderboard/learn-gap.ts'

const DEFAULT = 0.6

const share = fc.double({ min: 0, max: 1, noNaN: true })
const pairs = (least: number, most = 120): fc.Arbitrary<GapGain[]> =>
  fc.array(fc.record({ gap: share, gain: fc.double({ min: -1, max: 1, noNaN: true }) }), {
    minLength: least,
    maxLength: most,
  })

/** Leads evenly from 0 to 1, with what re-ranking brings at each. */
const curve = (count: number, gain: (gap: number) => number): GapGain[] =>
  Array.from({ length: count }, (_, index) => ({ gap: index / count, gain: gain(index / count) }))

describe('the lead from which on re-ranking does not pay', () => {
  it('is found where the gains end, the nearer the more queries tell', () => {
    const ends = (gap: number) => (gap < 0.3 ? 0.2 : -0.05)
    const few = learnGap(curve(40, ends), DEFAULT) ?? 1
    const many = learnGap(curve(500, ends), DEFAULT) ?? 1
    expect(many).toBeGreaterThan(0.3)
    expect(many).toBeLessThan(0.34)
    expect(few).toBeGreaterThan(many)
    expect(few).toBeLessThan(DEFAULT)
  })

  it('moves past the default where re-ranking always pays, and before it where it never does', () => {
    expect(
      learnGap(
        curve(200, () => 0.1),
        DEFAULT,
      ),
    ).toBeGreaterThan(0.85)
    expect(
      learnGap(
        curve(200, () => 0),
        DEFAULT,
      ),
    ).toBeLessThan(0.2)
  })

  it('is never learnt from few', () => {
    fc.assert(
      fc.property(pairs(0, GAP_QUERIES - 1), (few) => {
        expect(learnGap(few, DEFAULT)).toBeNull()
      }),
    )
  })

  it('lies between what the queries say and the default, and does not depend on their order', () => {
    fc.assert(
      fc.property(pairs(GAP_QUERIES), (list) => {
        const gap = learnGap(list, DEFAULT) ?? -1
        const weight = 60 / (60 + list.length)
        expect(gap).toBeGreaterThanOrEqual(DEFAULT * weight - 1e-9)
        expect(gap).toBeLessThanOrEqual(DEFAULT * weight + 1 - weight + 1e-9)
        expect(learnGap(list.toReversed(), DEFAULT)).toBeCloseTo(gap, 9)
      }),
    )
  })

  it('never rises when gains fall', () => {
    fc.assert(
      fc.property(
        pairs(GAP_QUERIES, 60),
        fc.array(share, { minLength: 60, maxLength: 60 }),
        (list, losses) => {
          const worse = list.map(({ gap, gain }, index) => ({ gap, gain: gain - (losses[index] ?? 0) }))
          expect(learnGap(worse, DEFAULT) ?? -1).toBeLessThanOrEqual((learnGap(list, DEFAULT) ?? -1) + 1e-9)
        },
      ),
    )
  })
})
