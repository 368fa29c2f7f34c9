import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLACK, WHITE, contrast, opposite, parseColour, readable } from '../../../widget/host-page/colour.ts'
import type { Colour } from '../../../widget/host-page/colour.ts'

const part = fc.integer({ min: 0, max: 255 })
const colour: fc.Arbitrary<Colour> = fc.tuple(part, part, part)

test('measures contrast as WCAG does', () => {
  expect(contrast(BLACK, WHITE)).toBeCloseTo(21)
  expect(contrast([119, 119, 119], WHITE)).toBeCloseTo(4.48, 2)
})

test('makes every text readable on every ground', () => {
  fc.assert(
    fc.property(colour, colour, (text, ground) => {
      expect(contrast(readable(text, ground, 4.5), ground)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('leaves a colour alone that can be read already', () => {
  fc.assert(
    fc.property(colour, colour, (text, ground) => {
      fc.pre(contrast(text, ground) >= 4.5)
      expect(readable(text, ground, 4.5)).toEqual(text)
    }),
  )
})

test('finds a label colour that can be read on any button', () => {
  fc.assert(
    fc.property(colour, (ground) => {
      expect(contrast(opposite(ground), ground)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('reads computed colours and passes over see-through ones', () => {
  expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3])
  expect(parseColour('rgba(1, 2, 3, 0.9)')).toEqual([1, 2, 3])
  expect(parseColour('rgba(0, 0, 0, 0)')).toBeUndefined()
})
