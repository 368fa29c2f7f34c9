import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TokenBucket } from '../../worker/token-bucket.ts'

test('lets a burst through, then as much as is refilled', () => {
  const bucket = new TokenBucket()
  const take = (now: number) => bucket.take(2, 3, now)
  expect([take(1000), take(1000), take(1000)]).toEqual([0, 0, 0])
  expect(take(1000)).toBe(1)
  expect(take(1500)).toBe(0)
  expect(take(1500)).toBeGreaterThan(0)
})

test('never lets more through than burst and refill together', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 }),
      (perSecond, burst, pauses) => {
        const bucket = new TokenBucket()
        let now = 1_000_000
        let taken = 0
        for (const pause of pauses) {
          now += pause
          if (bucket.take(perSecond, burst, now) === 0) taken += 1
        }
        const seconds = pauses.slice(1).reduce((sum, pause) => sum + pause, 0) / 1000
        expect(taken).toBeLessThanOrEqual(burst + seconds * perSecond + 1e-6)
      },
    ),
  )
})

test('says how long to wait, and means it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (perSecond, burst) => {
      const bucket = new TokenBucket()
      let wait = 0
      while (wait === 0) wait = bucket.take(perSecond, burst, 5000)
      expect(bucket.take(perSecond, burst, 5000 + wait * 1000)).toBe(0)
    }),
  )
})

test('without a limit never waits, and takes up a limit that comes later', () => {
  const bucket = new TokenBucket()
  const none = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 100; turn++) expect(bucket.take(none, none, 1000)).toBe(0)
  const limited = Array.from({ length: 5 }, () => bucket.take(1, 2, 1000))
  expect(limited.filter((wait) => wait === 0)).toHaveLength(2)
})

test('a clock that steps back takes nothing away', () => {
  const bucket = new TokenBucket()
  expect(bucket.take(1, 3, 10_000)).toBe(0)
  expect(bucket.take(1, 3, 4_000)).toBe(0)
  expect(bucket.take(1, 3, 4_000)).toBe(0)
})
