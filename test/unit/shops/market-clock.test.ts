import { expect, it } from 'vitest'
import { dayBegins, dayOn, zoneMinutes } from '../../../worker/shops/market-clock.ts'

it('begins the day of a Korean or Japanese shop at its own midnight', () => {
  const before = Date.parse('2026-11-30T14:59:59Z')
  expect(dayOn(zoneMinutes('ko'), before)).toBe('2026-11-30')
  expect(dayOn(zoneMinutes('ja'), before + 1000)).toBe('2026-12-01')
  expect(dayOn(zoneMinutes('en'), before + 1000)).toBe('2026-11-30')
  expect(dayOn(zoneMinutes(undefined), before)).toBe('2026-11-30')
  expect(dayBegins(zoneMinutes('ko'), '2026-12-01')).toBe(before + 1000)
  expect(dayBegins(zoneMinutes('en'), '2026-12-01')).toBe(Date.parse('2026-12-01T00:00:00Z'))
})
