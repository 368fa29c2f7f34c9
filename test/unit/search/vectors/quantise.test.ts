import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeRecords,
  encodeRecords,
  quantise,
  recordBytes,
} from '../../../../worker/search/vectors/quantise.ts'

const DIMS = 96

const vector = fc
  .array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: DIMS, maxLength: DIMS })
  .map((numbers) => Float32Array.from(numbers))
  .filter((numbers) => numbers.some((number) => Math.abs(number) > 0.01))

const dot = (left: ArrayLike<number>, right: ArrayLike<number>) =>
  Array.from(left).reduce((sum, number, index) => sum + number * (right[index] ?? 0), 0)

test('a cosine is kept to a hundredth', () => {
  fc.assert(
    fc.property(vector, vector, (left, right) => {
      const exact = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right))
      const [a, b] = [quantise(left), quantise(right)]
      expect(Math.abs(dot(a.values, b.values) * a.scale * b.scale - exact)).toBeLessThan(0.02)
    }),
  )
})

test('the length of a vector says nothing', () => {
  fc.assert(
    fc.property(vector, (numbers) => {
      const half = quantise(numbers.map((number) => number / 2))
      expect([...half.values]).toEqual([...quantise(numbers).values])
      expect(half.scale).toBeCloseTo(quantise(numbers).scale, 6)
    }),
  )
})

test('records come back as they were written, one after the other', () => {
  fc.assert(
    fc.property(fc.array(vector, { maxLength: 5 }), (vectors) => {
      const bytes = encodeRecords(vectors, DIMS)
      expect(bytes.length).toBe(vectors.length * recordBytes(DIMS))
      const { count, scales, values } = decodeRecords(bytes.buffer, DIMS)
      expect(count).toBe(vectors.length)
      vectors.forEach((numbers, index) => {
        const { values: expected, scale } = quantise(numbers)
        expect([...values.subarray(index * DIMS, (index + 1) * DIMS)]).toEqual([...expected])
        expect(scales[index]).toBeCloseTo(scale, 6)
      })
    }),
  )
})
