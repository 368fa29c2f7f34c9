import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PairList } from '../../../worker/recommend/packed-pairs.ts'
import { pairsOf } from './shop-memory.ts'

const DECAY = 1_000

const addition = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
  at: fc.integer({ min: 1, max: 3_000 }),
})

const fewIds = fc.array(fc.tuple(addition, fc.nat(12)), { maxLength: 60 })

const filled = (additions: readonly { id: number; weight: number; at: number }[], most: number) => {
  const list = PairList.read(null)
  for (const { id, weight, at } of additions) list.add(id, weight, at, DECAY, most)
  return list
}

describe('packed pairs', () => {
  it('come back from their bytes as they were', () => {
    fc.assert(
      fc.property(fc.array(addition, { maxLength: 60 }), (additions) => {
        const list = filled(additions, 20)
        const back = PairList.read(list.bytes())
        expect(pairsOf(back)).toEqual(pairsOf(list))
        expect(back.at).toBe(list.at)
        expect(list.bytes().byteLength).toBe(8 + 8 * list.length)
      }),
    )
  })

  it('hold what each id was given, decayed to the newest time', () => {
    fc.assert(
      fc.property(fewIds, (given) => {
        const additions = given.map(([one, id]) => ({ ...one, id }))
        const newest = Math.max(0, ...additions.map(({ at }) => at))
        const expected = new Map<number, number>()
        for (const { id, weight, at } of additions)
          expected.set(id, (expected.get(id) ?? 0) + weight * Math.exp((at - newest) / DECAY))
        const pairs = pairsOf(filled(additions, 20))
        expect(Object.keys(pairs).length).toBe(expected.size)
        for (const [id, weight] of expected) expect(pairs[id]).toBeCloseTo(weight, 3)
      }),
    )
  })

  it('never hold more than they may, nor an id twice', () => {
    fc.assert(
      fc.property(
        fc.array(addition, { maxLength: 100 }),
        fc.integer({ min: 1, max: 8 }),
        (additions, most) => {
          const list = filled(additions, most)
          expect(list.length).toBeLessThanOrEqual(most)
          expect(Object.keys(pairsOf(list)).length).toBe(list.length)
        },
      ),
    )
  })

  it('let the lightest go', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 4, maxLength: 40 }),
        (weights) => {
          const list = filled(
            weights.map((weight) => ({ id: weight, weight, at: 5 })),
            3,
          )
          const heaviest = weights.toSorted((left, right) => right - left).slice(0, 3)
          expect(new Set(Object.keys(pairsOf(list)).map(Number))).toEqual(new Set(heaviest))
        },
      ),
    )
  })

  it('do not let a light newcomer drive out a heavier one', () => {
    const list = filled([{ id: 1, weight: 2, at: 1 }], 1)
    list.add(2, 1, 1, DECAY, 1)
    expect(pairsOf(list)).toEqual({ 1: 2 })
  })

  it('lose what has decayed to nothing', () => {
    const list = filled([{ id: 1, weight: 2, at: 1 }], 5)
    list.add(2, 1, 100 * DECAY, DECAY, 5)
    expect(pairsOf(list)).toEqual({ 2: 1 })
  })

  it('give back what they took: an id that only one gave weight to is gone', () => {
    const list = filled(
      [
        { id: 1, weight: 2, at: 100 },
        { id: 2, weight: 3, at: 100 },
        { id: 1, weight: 1, at: 1_100 },
      ],
      5,
    )
    list.take(2, 3, 100, DECAY)
    list.take(1, 1, 1_100, DECAY)
    list.take(7, 1, 1_100, DECAY)
    expect(Object.keys(pairsOf(list))).toEqual(['1'])
    expect(pairsOf(list)[1]).toBeCloseTo(2 * Math.exp(-1), 4)
  })

  it.each([0, 4, 8, 12])('read %i bytes that are no list as an empty one', (bytes) => {
    expect(PairList.read(new ArrayBuffer(bytes)).length).toBe(0)
  })
})
