import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../../worker/search/text/edit-distance.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })

test.each([
  ['lamp', 'lamp', 0],
  ['lamp', 'lmap', 1],
  ['sneekers', 'sneakers', 1],
  ['hedphones', 'headphones', 1],
  ['kitten', 'sitting', 3],
])('counts %s to %s as %i', (left, right, distance) => {
  expect(editDistance(left, right, 5)).toBe(distance)
})

test('is zero only for the same word, and the same both ways', () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      const distance = editDistance(left, right, 10)
      expect(distance === 0).toBe(left === right)
      expect(editDistance(right, left, 10)).toBe(distance)
    }),
  )
})

test('gives up above the limit, and agrees with the full count below it', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (left, right, most) => {
      const full = editDistance(left, right, 20)
      expect(editDistance(left, right, most)).toBe(full > most ? most + 1 : full)
    }),
  )
})
