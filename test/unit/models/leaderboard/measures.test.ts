import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  agreement,
  bootstrapInterval,
  judgedOf,
  ndcg,
  percentile,
} from '../../../../worker/models/leaderboard/measures.ts'

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
])

describe('nDCG@10', () => {
  it('is 1 for the ideal order and has the value worked out by hand otherwise', () => {
    expect(ndcg(['a', 'b', 'c', 'd'], grades)).toBe(1)
    // Gains 7, 3, 1: (1/1 + 3/1.58496 + 7/2) / (7/1 + 3/1.58496 + 1/2)
    expect(ndcg(['c', 'b', 'a'], grades)).toBeCloseTo(0.680_606, 5)
  })

  it('counts products without a grade as 0 and what stands below ten not at all', () => {
    const strangers = Array.from({ length: 10 }, (_, index) => `x${index}`)
    expect(ndcg([...strangers, 'a'], grades)).toBe(0)
    expect(ndcg(['x', 'a', 'b', 'c'], grades)).toBeLessThan(1)
  })

  it('cannot be told where nothing is any good', () => {
    expect(ndcg(['d'], new Map([['d', 0]]))).toBeNull()
    expect(ndcg([], new Map())).toBeNull()
    expect(ndcg([], grades)).toBe(0)
  })
})

const graded = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 24 })
  .chain((ids) =>
    fc.record({
      ids: fc.shuffledSubarray(ids, { minLength: ids.length }),
      grades: fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: ids.length, maxLength: ids.length })
        .map((values) => new Map(ids.map((id, index) => [id, values[index] ?? 0]))),
    }),
  )

describe('any list', () => {
  it('has measures within their bounds, best when sorted by grade', () => {
    fc.assert(
      fc.property(graded, ({ ids, grades: of }) => {
        const isTold = ids.some((id) => (of.get(id) ?? 0) > 0)
        const best = ids.toSorted((left, right) => (of.get(right) ?? 0) - (of.get(left) ?? 0))
        expect(ndcg(ids, of) === null).toBe(!isTold)
        expect(ndcg(ids, of) ?? 0).toBeGreaterThanOrEqual(0)
        expect(ndcg(ids, of) ?? 0).toBeLessThanOrEqual(1 + 1e-9)
        expect(ndcg(best, of) ?? 0).toBeCloseTo(isTold ? 1 : 0, 9)
        const { concordant, pairs } = agreement(ids, of)
        const backwards = agreement(ids.toReversed(), of)
        expect(backwards.pairs).toBe(pairs)
        expect(concordant + backwards.concordant).toBe(pairs)
        expect(agreement(best, of).concordant).toBe(pairs)
      }),
    )
  })

  it('gains by a better product moving up past a worse neighbour', () => {
    fc.assert(
      fc.property(graded, fc.nat(), ({ ids, grades: of }, at) => {
        const place = at % (ids.length - 1)
        const [upper = '', lower = ''] = ids.slice(place, place + 2)
        fc.pre((of.get(lower) ?? 0) > (of.get(upper) ?? 0))
        const swapped = ids.with(place, lower).with(place + 1, upper)
        expect(ndcg(swapped, of) ?? 0).toBeGreaterThanOrEqual(ndcg(ids, of) ?? 0)
        expect(agreement(swapped, of).concordant).toBe(agreement(ids, of).concordant + 1)
      }),
    )
  })
})

test('agreement looks at pairs that the grades tell apart, wherever strangers stand', () => {
  expect(agreement(['x', 'a', 'y', 'c', 'b'], grades)).toEqual({ concordant: 2, pairs: 3 })
  expect(agreement(['x', 'y'], grades)).toEqual({ concordant: 0, pairs: 0 })
  expect(agreement(['a', 'e'], new Map([...grades, ['e', 3]]))).toEqual({ concordant: 0, pairs: 0 })
})

test('what of the first ten is judged', () => {
  expect(judgedOf(['a', 'x', 'b'], grades)).toEqual({ judged: 2, shown: 3 })
  expect(judgedOf([], grades)).toEqual({ judged: 0, shown: 0 })
})

test('percentiles are values that were measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(values, 0.5)).toBe(50)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.5)).toBeNull()
})

describe('the interval of a mean', () => {
  it('is the same each time, holds the mean, and is a point when all values are one', () => {
    const values = Array.from({ length: 50 }, (_, index) => Math.sin(index))
    const interval = bootstrapInterval(values)
    expect(bootstrapInterval(values)).toEqual(interval)
    const mean = values.reduce((sum, value) => sum + value, 0) / 50
    expect(interval?.low).toBeLessThan(mean)
    expect(interval?.high).toBeGreaterThan(mean)
    const [point] = [bootstrapInterval(Array.from({ length: 40 }, () => 0.25))]
    expect(point).toEqual({ low: 0.25, high: 0.25 })
    expect(bootstrapInterval([])).toBeNull()
  })

  it('is about as wide as the normal one for many values', () => {
    const values = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 1 : -1))
    const interval = bootstrapInterval(values)
    expect(interval?.low).toBeCloseTo(-0.098, 1)
    expect(interval?.high).toBeCloseTo(0.098, 1)
  })
})
