import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  appendNumber,
  itemOfStep,
  kindOfStep,
  packNumbers,
  readNumbers,
  stepOf,
} from '../../../worker/recommend/packed-steps.ts'

it('keeps an item and what was done with it in 32 bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 30 - 1 }), fc.constantFrom(0, 1, 2), (item, kind) => {
      const [step = 0] = readNumbers(packNumbers([stepOf(item, kind)]))
      expect(itemOfStep(step)).toBe(item)
      expect(kindOfStep(step)).toBe(kind)
    }),
  )
})

it('keeps the newest numbers, in order, and no more than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 10 }), (numbers, most) => {
      let list = new Uint32Array(0)
      for (const number of numbers) list = appendNumber(list, number, most)
      expect([...readNumbers(packNumbers(list))]).toEqual(numbers.slice(-most))
    }),
  )
})

it('reads nothing as nothing', () => {
  expect(readNumbers(null)).toHaveLength(0)
})
