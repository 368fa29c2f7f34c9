import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountOf,
  brokenBound,
  limitOf,
  nothing,
  partOf,
  type Bounds,
} from '../../../worker/metering/budget.ts'

const free = { tokens: null, cost: null }
const bounds = (parts: Partial<Bounds> = {}): Bounds => ({
  day: free,
  month: free,
  allowance: null,
  ...parts,
})
const unspent = { day: nothing, month: nothing, allowance: 0 }

describe('partOf', () => {
  it.each([
    [{ tokens: 1_001, cost: null }, 0.5, { tokens: 500, cost: null }],
    [{ tokens: null, cost: 3 }, 0.5, { tokens: null, cost: 1 }],
    [{ tokens: 0, cost: 0 }, 0.5, { tokens: 0, cost: 0 }],
    [{ tokens: 7, cost: 9 }, 1, { tokens: 7, cost: 9 }],
  ])('%o, share %d', (limit, share, part) => {
    expect(partOf(limit, share)).toEqual(part)
  })
})

describe('amountOf', () => {
  it.each([
    // Fifteen cents a million in, sixty out.
    [{ input: 0.15, output: 0.6 }, { prompt: 1_000_000, completion: 0 }, 150_000_000],
    [{ input: 0.15, output: 0.6 }, { prompt: 700, completion: 23 }, 105_000 + 13_800],
    [{ input: 0.0001, output: 0 }, { prompt: 1, completion: 0 }, 1],
    [{ input: 0.1, output: 0.2 }, { prompt: 3, completion: 3 }, 900],
    [null, { prompt: 700, completion: 23 }, 0],
  ])('is exact in billionths of a dollar (%j)', (price, tokens, cost) => {
    expect(amountOf(price, tokens)).toEqual({ tokens: tokens.prompt + tokens.completion, cost })
  })

  it('is a whole number, never below the true sum and less than one above it', () => {
    const millionths = fc.integer({ min: 0, max: 1_000_000_000 })
    const tokens = fc.integer({ min: 0, max: 200_000 })
    fc.assert(
      fc.property(millionths, millionths, tokens, tokens, (priceIn, priceOut, prompt, completion) => {
        const { cost } = amountOf({ input: priceIn / 1e6, output: priceOut / 1e6 }, { prompt, completion })
        expect(Number.isSafeInteger(cost)).toBe(true)
        // Prices are millionths of a dollar here, so the true sum is a whole number of thousandths of a billionth.
        const exact = BigInt(priceIn) * BigInt(prompt) + BigInt(priceOut) * BigInt(completion)
        const above = BigInt(cost) * 1000n - exact
        expect(above).toBeGreaterThanOrEqual(-1n)
        expect(above).toBeLessThan(1000n)
      }),
    )
  })
})

describe('brokenBound', () => {
  it.each([
    ['day_tokens', bounds({ day: { tokens: 99, cost: null } }), true],
    ['month_tokens', bounds({ month: { tokens: 99, cost: null } }), true],
    ['day_money', bounds({ day: { tokens: null, cost: 49 } }), true],
    ['month_money', bounds({ month: { tokens: null, cost: 49 } }), true],
    ['allowance', bounds({ allowance: 99 }), true],
    ['price_unknown', bounds({ month: { tokens: null, cost: 50 } }), false],
    [undefined, bounds({ day: { tokens: 100, cost: 50 }, month: { tokens: 100, cost: 50 } }), true],
    [undefined, bounds(), false],
  ])('names the bound that would break: %s', (because, limits, isPriced) => {
    expect(brokenBound(unspent, { tokens: 100, cost: 50 }, limits, isPriced)).toBe(because)
  })

  it('takes 0 for nothing at all, and what is left out for no limit', () => {
    const wanted = { tokens: 1, cost: 1 }
    expect(brokenBound(unspent, wanted, bounds({ day: limitOf({ tokens: 0 }) }), true)).toBe('day_tokens')
    expect(brokenBound(unspent, wanted, bounds({ day: limitOf({ money: 0 }) }), true)).toBe('day_money')
    expect(brokenBound(unspent, wanted, bounds({ day: limitOf({}) }), true)).toBeUndefined()
  })

  it('lets no mix of calls, answers and losses go over a limit, and none below nothing', () => {
    const step = fc.record({
      most: fc.record({ tokens: fc.integer({ min: 1, max: 500 }), cost: fc.integer({ min: 0, max: 500 }) }),
      /** What a call comes to as a share of the most, and how many others begin before it ends; lost: it never ends. */
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      lasts: fc.nat(20),
      isLost: fc.boolean(),
    })
    const limits = fc.record({ tokens: fc.nat(3_000), cost: fc.nat(3_000) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), limits, (steps, day) => {
        let spent = nothing
        const under: { at: number; back: typeof nothing }[] = []
        steps.forEach(({ most, share, lasts, isLost }, index) => {
          for (const { at, back } of under) {
            if (at === index) spent = { tokens: spent.tokens - back.tokens, cost: spent.cost - back.cost }
          }
          const spending = { day: spent, month: spent, allowance: 0 }
          if (!brokenBound(spending, most, bounds({ day }), true)) {
            spent = { tokens: spent.tokens + most.tokens, cost: spent.cost + most.cost }
            const used = { tokens: Math.floor(most.tokens * share), cost: Math.floor(most.cost * share) }
            if (!isLost) {
              under.push({
                at: index + 1 + lasts,
                back: { tokens: most.tokens - used.tokens, cost: most.cost - used.cost },
              })
            }
          }
          expect(spent.tokens).toBeLessThanOrEqual(day.tokens)
          expect(spent.cost).toBeLessThanOrEqual(day.cost)
          expect(Math.min(spent.tokens, spent.cost)).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })
})
