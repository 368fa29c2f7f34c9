import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  nearestPlaces,
  signDistances,
  wordsOf,
  writeSignBits,
} from '../../../../worker/search/vectors/sign-bits.ts'

const DIMS = 70
const values = fc.int8Array({ minLength: DIMS, maxLength: DIMS })

function bitsOf(vectors: readonly Int8Array[], centre: Int32Array): Int32Array {
  const bits = new Int32Array(vectors.length * wordsOf(DIMS))
  vectors.forEach((vector, index) => writeSignBits(vector, 0, centre, bits, index * wordsOf(DIMS)))
  return bits
}

test('the distance is the number of dimensions on different sides of the mean', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), values, values, (vectors, query, means) => {
      const centre = Int32Array.from(means)
      const distances = new Uint16Array(vectors.length + 1)
      signDistances(bitsOf([query], centre), bitsOf(vectors, centre), vectors.length, distances, 1)
      const isAbove = (vector: Int8Array, dim: number) => (vector[dim] ?? 0) > (centre[dim] ?? 0)
      const expected = vectors.map(
        (vector) =>
          Array.from({ length: DIMS }, (_, dim) => dim).filter(
            (dim) => isAbove(vector, dim) !== isAbove(query, dim),
          ).length,
      )
      expect([...distances]).toEqual([0, ...expected])
    }),
  )
})

test('the nearest places hold the smallest distances, ties and all', () => {
  fc.assert(
    fc.property(
      fc.uint16Array({ max: 40, minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (distances, most) => {
        const places = nearestPlaces(distances, distances.length, most)
        expect(places.length).toBeGreaterThanOrEqual(Math.min(most, distances.length))
        const taken = new Set(places)
        const worst = Math.max(...places.map((place) => distances[place] ?? 0))
        distances.forEach((distance, place) => expect(taken.has(place)).toBe(distance <= worst))
        const nearer = [...distances].filter((distance) => distance < worst).length
        expect(nearer).toBeLessThan(most)
      },
    ),
  )
})
