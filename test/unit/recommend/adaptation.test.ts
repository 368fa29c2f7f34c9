import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countTarget,
  gainOf,
  newPool,
  observe,
  type PresetPool,
} from '../../../worker/recommend/preset-pool.ts'
import { applyGate, newGate, watchStep } from '../../../worker/recommend/repeat-gate.ts'

describe('the repeat gate', () => {
  const watched = (steps: readonly [items: number[], item: number][], times: number) => {
    let gate = newGate
    for (let time = 0; time < times; time++)
      for (const [items, item] of steps) gate = watchStep(gate, items, item)
    return gate
  }

  it('is open until something was seen', () => {
    const scores = new Map([
      [1, 0.5],
      [2, 0.5],
    ])
    applyGate(scores, [1, 2], newGate)
    expect([...scores.values()]).toEqual([0.5, 0.5])
  })

  it('shuts where nobody comes back', () => {
    const gate = watched([[[1, 2], 3]], 2_000)
    const scores = new Map([
      [1, 1],
      [2, 1],
      [3, 1],
    ])
    applyGate(scores, [1, 2], gate)
    expect(scores.get(3)).toBe(1)
    expect(scores.get(2)).toBeLessThan(0.05)
    expect(scores.get(1)).toBeLessThan(0.05)
  })

  it('tells staying from going back', () => {
    const gate = watched(
      [
        [[1, 2], 2],
        [[1, 2], 3],
      ],
      500,
    )
    expect(gate.current).toBeCloseTo(0.5, 1)
    expect(gate.earlier).toBeLessThan(0.01)
  })
})

describe('the pool of presets', () => {
  const after = (gains: Record<string, number>, times: number, pool = newPool('a')): PresetPool => {
    for (let time = 0; time < times; time++) pool = observe(pool, gains, time)
    return pool
  }

  it('chooses the better one after fifty observations, and remembers when', () => {
    expect(after({ a: 0.1, b: 0.9 }, 49).chosen).toBe('a')
    const pool = after({ a: 0.1, b: 0.9 }, 50)
    expect(pool.chosen).toBe('b')
    expect(pool.changes).toEqual([{ at: 49, observations: 50, chosen: 'b', gains: pool.gains }])
  })

  it('does not change for one percent, nor for three until they are many', () => {
    expect(after({ a: 0.5, b: 0.505 }, 2_000).chosen).toBe('a')
    expect(after({ a: 0.5, b: 0.515 }, 100).chosen).toBe('a')
    expect(after({ a: 0.5, b: 0.515 }, 2_000).chosen).toBe('b')
  })

  it('goes back to the first when another is no better any more', () => {
    const lucky = after({ a: 0.1, b: 0.9 }, 60)
    expect(lucky.chosen).toBe('b')
    expect(after({ a: 0.5, b: 0.4 }, 800, lucky).chosen).toBe('a')
  })

  it('changes from one other to a better other', () => {
    const pool = after({ a: 0.1, b: 0.5, c: 0.9 }, 3_000, after({ a: 0.1, b: 0.9, c: 0.1 }, 60))
    expect(pool.changes.map(({ chosen }) => chosen)).toEqual(['b', 'c'])
  })

  it('changes back when the shop does', () => {
    const pool = after({ a: 0.9, b: 0.1 }, 5_000, after({ a: 0.1, b: 0.9 }, 200))
    expect(pool.chosen).toBe('a')
    expect(pool.changes.map(({ chosen }) => chosen)).toEqual(['b', 'a'])
  })

  it('looks at one target in eight, later at one in sixty-four', () => {
    const observed = (observations: number) => {
      let pool: PresetPool = { ...newPool('a'), observations }
      let count = 0
      for (let target = 0; target < 640; target++) {
        const counted = countTarget(pool)
        pool = counted.pool
        if (counted.observe) count += 1
      }
      return count
    }
    expect(observed(0)).toBe(80)
    expect(observed(3_000)).toBe(10)
  })

  it('gives the nDCG of the sorted list without what was seen', () => {
    const scores = fc.uniqueArray(fc.tuple(fc.nat(60), fc.double({ min: 0.01, max: 1, noNaN: true })), {
      selector: ([, score]) => score,
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(scores, fc.array(fc.nat(60)), fc.nat(60), (pairs, seenItems, target) => {
        const byItem = new Map(pairs)
        const seen = new Set(seenItems.filter((item) => item !== target))
        const list = [...byItem]
          .filter(([item]) => !seen.has(item))
          .sort(([, left], [, right]) => right - left)
          .map(([item]) => item)
        const rank = list.indexOf(target) + 1
        expect(gainOf(byItem, target, seen)).toBeCloseTo(
          rank === 0 || rank > 20 ? 0 : 1 / Math.log2(rank + 1),
        )
      }),
    )
  })
})
