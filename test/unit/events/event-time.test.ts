import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENTS } from '../../../worker/contract/vocabulary.ts'
import { clockOffset, momentOf, placeInTime } from '../../../worker/events/event-time.ts'

const HOUR = 3600 * 1000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 25, 12)
const placed = (time: number, offset = 0) =>
  placeInTime(time, { offset, arrivedAt: NOW, lateMs: EVENTS.lateMs })

test.each([
  [NOW, NOW],
  [NOW + 0.4, NOW],
  ['2026-11-25T12:00:00Z', NOW],
  ['2026-11-25T21:00:00.250+09:00', NOW + 250],
  [String(NOW), NOW],
  [NOW / 1000, NOW],
])('%s is a moment', (text, at) => {
  expect(momentOf(text)).toBe(at)
})

test.each(['', 'yesterday', '2026-13-45T00:00:00Z', Number.NaN, Number.POSITIVE_INFINITY, -5, 0, 12, 1e300])(
  '%s is none',
  (text) => {
    expect(momentOf(text)).toBeUndefined()
  },
)

describe('a clock that is off', () => {
  test.each([DAY, -DAY, HOUR, -90_000, 0])('by %i ms is put right by when it says it sent', (off) => {
    const happened = NOW - 10 * 60_000
    const offset = clockOffset(NOW - 300 + off, NOW)
    expect(placed(happened + off, offset)).toEqual({ ok: true, value: happened + 300 })
  })

  test('by more than a day is not believed', () => {
    expect(clockOffset(NOW + 3 * DAY, NOW)).toBe(0)
    expect(placed(NOW + 3 * DAY)).toEqual({ ok: false, error: 'time_too_late' })
  })

  test('ahead, without saying when it sent, counts as of its arrival', () => {
    expect(placed(NOW + DAY)).toEqual({ ok: true, value: NOW })
    expect(placed(NOW + 2)).toEqual({ ok: true, value: NOW })
  })
})

describe('an event that comes late', () => {
  test.each([0, HOUR, DAY, 7 * DAY])('by %i ms keeps its time', (late) => {
    expect(placed(NOW - late)).toEqual({ ok: true, value: NOW - late })
  })

  test('by more than a week is refused', () => {
    expect(placed(NOW - 8 * DAY)).toEqual({ ok: false, error: 'time_too_early' })
  })
})

test('whatever is claimed, an event lies between a week before its arrival and its arrival', () => {
  fc.assert(
    fc.property(fc.integer(), fc.option(fc.integer(), { nil: undefined }), (time, sent) => {
      const at = placed(NOW + time, clockOffset(sent === undefined ? undefined : NOW + sent, NOW))
      expect(!at.ok || (at.value <= NOW && at.value >= NOW - 7 * DAY - HOUR)).toBe(true)
    }),
  )
})
