import { expect, it } from 'vitest'
import { VisitorRates } from '../../../worker/metering/visitor-rates.ts'

const NOW = 1_795_000_000_000

/** How many of `count` calls at one moment get through. */
const through = (rates: VisitorRates, count: number, visitor: (n: number) => string | undefined, now = NOW) =>
  Array.from({ length: count }, (_, n) =>
    rates.take('shop', { visitor: visitor(n), address: 'a' }, 30, now),
  ).filter(Boolean).length

it('lets half a minute’s worth of one visitor through at once, then as much as a minute allows', () => {
  const rates = new VisitorRates()
  expect(through(rates, 40, () => 'v')).toBe(15)
  expect(through(rates, 40, () => 'v', NOW + 10_000)).toBe(5)
})

it('bounds an address that calls itself ever another visitor', () => {
  expect(through(new VisitorRates(), 500, (n) => `v${n}`)).toBe(60)
})

it('takes an address that names nobody for one visitor', () => {
  expect(through(new VisitorRates(), 100, () => undefined)).toBe(15)
})

it('counts each shop and each visitor by itself', () => {
  const rates = new VisitorRates()
  through(rates, 40, () => 'v')
  expect(rates.take('shop', { visitor: 'w', address: 'b' }, 30, NOW)).toBe(true)
  expect(rates.take('other', { visitor: 'v', address: 'a' }, 30, NOW)).toBe(true)
})
