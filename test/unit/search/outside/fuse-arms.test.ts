import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WordFinds } from '../../../../worker/ports/outside-finds.ts'
import { fuseArms } from '../../../../worker/search/outside/fuse-arms.ts'
import { outsideValue } from '../../../../worker/search/rank/outside-value.ts'

const finds = (arm: WordFinds['arm'], ...ids: string[]): WordFinds => ({
  arm,
  ids,
  scores: ids.map(() => 1),
  matched: ids.length,
})

describe('fusing arms', () => {
  test('a product that leads every arm is worth 1', () => {
    expect(fuseArms([finds('words', 'a', 'b'), finds('spelling', 'a')])[0]).toEqual({
      id: 'a',
      worth: 1,
    })
  })

  test('what two arms found stands before what one did', () => {
    const order = fuseArms([finds('words', 'a', 'b'), finds('spelling', 'b', 'c')]).map(({ id }) => id)
    expect(order).toEqual(['b', 'a', 'c'])
  })

  const arm = fc.record({
    arm: fc.constantFrom('words' as const, 'spelling' as const),
    ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 10 }),
  })

  test('each product comes once, best first, worth between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(arm, { minLength: 1, maxLength: 6 }), (arms) => {
        const fused = fuseArms(arms.map((one) => finds(one.arm, ...one.ids)))
        expect(fused.map(({ id }) => id).toSorted()).toEqual(
          [...new Set(arms.flatMap(({ ids }) => ids))].toSorted(),
        )
        for (const { worth } of fused) {
          expect(worth).toBeGreaterThan(0)
          expect(worth).toBeLessThanOrEqual(1 + 1e-9)
        }
        const worths = fused.map(({ worth }) => worth)
        expect(worths).toEqual(worths.toSorted((left, right) => right - left))
      }),
    )
  })
})

describe('the value of what was found outside', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const value = fc.double({ min: 0, max: 100, noNaN: true })
  const some = fc.double({ min: 0.1, max: 100, noNaN: true })

  test('never takes anything away, and never lifts above the best literal score', () => {
    fc.assert(
      fc.property(value, share, some, (own, worth, best) => {
        const lifted = outsideValue(own, worth, best)
        expect(lifted).toBeGreaterThanOrEqual(own)
        expect(lifted).toBeLessThanOrEqual(Math.max(own, best))
      }),
    )
  })

  test('grows with the worth, and keeps even the last above the floor', () => {
    fc.assert(
      fc.property(value, share, share, some, (own, left, right, best) => {
        const [less, more] = left < right ? [left, right] : [right, left]
        expect(outsideValue(own, more, best)).toBeGreaterThanOrEqual(outsideValue(own, less, best))
        expect(outsideValue(0, less + 0.001, best)).toBeGreaterThanOrEqual(best * 0.1)
      }),
    )
  })

  test('is the worth itself where no product has a word of the query', () => {
    expect(outsideValue(0, 0.4, 0)).toBe(0.4)
  })
})
