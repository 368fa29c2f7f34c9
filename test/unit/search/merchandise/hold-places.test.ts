import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdPlaces } from '../../../../worker/search/merchandise/hold-places.ts'

test('every held item stands in its place when the list is long enough, the rest in order around it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { minLength: 6, maxLength: 6 }),
      (items, chosen, positions) => {
        const held = chosen.map((item, index) => ({ item, position: positions[index] ?? 1 }))
        const placed = holdPlaces(items, held)
        expect(placed).toHaveLength(new Set([...items, ...chosen]).size)
        expect(new Set(placed)).toEqual(new Set([...items, ...chosen]))
        expect(placed.filter((item) => !chosen.includes(item))).toEqual(
          items.filter((item) => !chosen.includes(item)),
        )
        const farthest = Math.max(0, ...held.map(({ position }) => position))
        fc.pre(farthest <= placed.length)
        expect(held.filter(({ item, position }) => placed[position - 1] !== item)).toEqual([])
      },
    ),
  )
})

test('a place past the end is the end, and of two for one place the second follows', () => {
  expect(holdPlaces(['a', 'b'], [{ item: 'x', position: 9 }])).toEqual(['a', 'b', 'x'])
  expect(
    holdPlaces(
      ['a', 'b'],
      [
        { item: 'x', position: 1 },
        { item: 'y', position: 1 },
      ],
    ),
  ).toEqual(['x', 'y', 'a', 'b'])
})
