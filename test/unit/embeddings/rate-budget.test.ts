import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  burstOf,
  estimateTokens,
  fullBudget,
  settle,
  spend,
  type Rates,
} from '../../../worker/embeddings/rate-budget.ts'

const MINUTE_MS = 60_000
const start = 1_700_000_000_000

const rates: fc.Arbitrary<Rates> = fc.record({
  requestsPerMinute: fc.integer({ min: 6, max: 5_000 }),
  tokensPerMinute: fc.integer({ min: 6_000, max: 1_000_000 }),
})
/** Milliseconds until somebody asks again, and how much of a burst they want. */
const asks = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 300,
  },
)

test('no minute ever sees more than the rates allow, however the asking falls', () => {
  fc.assert(
    fc.property(rates, asks, (limits, calls) => {
      let budget = fullBudget(limits, start)
      let now = start
      const spent: { at: number; requests: number; tokens: number }[] = []
      for (const [pause, share] of calls) {
        now += pause
        const cost = { requests: 1, tokens: burstOf(limits).tokens * share }
        const outcome = spend(budget, limits, cost, now)
        budget = outcome.budget
        if (outcome.waitMs === 0) spent.push({ at: now, ...cost })
      }
      for (const { at } of spent) {
        const minute = spent.filter((call) => call.at >= at && call.at < at + MINUTE_MS)
        const sum = (of: 'requests' | 'tokens') => minute.reduce((total, call) => total + call[of], 0)
        expect(sum('requests')).toBeLessThanOrEqual(limits.requestsPerMinute + 1e-6)
        expect(sum('tokens')).toBeLessThanOrEqual(limits.tokensPerMinute * (1 + 1e-9))
      }
    }),
  )
})

test('the wait it names is enough, and no less would be', () => {
  fc.assert(
    fc.property(rates, fc.double({ min: 0.1, max: 1, noNaN: true }), (limits, share) => {
      const cost = { requests: 1, tokens: burstOf(limits).tokens * share }
      let budget = fullBudget(limits, start)
      let waitMs = 0
      while (waitMs === 0) ({ budget, waitMs } = spend(budget, limits, cost, start))
      // A hair's breadth for the rounding of sums of fractions.
      expect(spend(budget, limits, cost, start + waitMs + 1).waitMs).toBe(0)
      expect(spend(budget, limits, cost, start + waitMs - 2).waitMs).toBeGreaterThan(0)
    }),
  )
})

test('what was guessed too high comes back, what was guessed too low is owed', () => {
  const limits = { requestsPerMinute: 60, tokensPerMinute: 60_000 }
  const { budget } = spend(fullBudget(limits, start), limits, { requests: 1, tokens: 4_000 }, start)
  expect(settle(budget, limits, 4_000, 1_000).tokens).toBe(9_000)
  expect(settle(budget, limits, 4_000, 14_000).tokens).toBe(-4_000)
  expect(spend(settle(budget, limits, 4_000, 14_000), limits, { requests: 1, tokens: 1 }, start).waitMs).toBe(
    Math.ceil((4_001 / 50_000) * MINUTE_MS),
  )
  expect(settle(fullBudget(limits, start), limits, 500, 0).tokens).toBe(burstOf(limits).tokens)
})

test('a clock that steps back gives nothing away', () => {
  const limits = { requestsPerMinute: 60, tokensPerMinute: 60_000 }
  const { budget } = spend(fullBudget(limits, start), limits, { requests: 10, tokens: 10_000 }, start)
  expect(spend(budget, limits, { requests: 1, tokens: 1 }, start - 30_000).waitMs).toBeGreaterThan(0)
})

test('wide letters are a token each, others three to one', () => {
  expect(estimateTokens('소파')).toBe(4)
  expect(estimateTokens('sofabeds!')).toBe(5)
  expect(estimateTokens('')).toBe(2)
})
