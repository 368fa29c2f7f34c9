import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admit, closedBreaker, failed, succeeded, type Breaker } from '../../worker/breaker.ts'

const after = (count: number, at = 0): Breaker =>
  Array.from({ length: count }).reduce<Breaker>((breaker) => failed(breaker, at), closedBreaker)

describe('the breaker', () => {
  test('lets everything through until three failures in a row', () => {
    expect(admit(after(2), 0).admitted).toBe(true)
    expect(admit(after(3), 0).admitted).toBe(false)
    expect(admit(failed(succeeded(), 0), 0).admitted).toBe(true)
  })

  test('lets one probe through when its time is up, and closes when that succeeds', () => {
    const open = after(3)
    expect(admit(open, 999).admitted).toBe(false)
    const probing = admit(open, 1_000)
    expect(probing.admitted).toBe(true)
    expect(admit(probing.next, 1_001).admitted).toBe(false)
    expect(admit(succeeded(), 1_001).admitted).toBe(true)
  })

  test('stays open twice as long after each failed probe, half a minute at most', () => {
    let breaker = after(3)
    let now = 0
    const waits: number[] = []
    for (let turn = 0; turn < 8; turn++) {
      if (breaker.state === 'closed') throw new Error('closed')
      waits.push(breaker.until - now)
      now = breaker.until
      breaker = failed(admit(breaker, now).next, now)
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  test('asks again when a probe never came back', () => {
    const probing = admit(after(3), 1_000).next
    expect(admit(probing, 2_999).admitted).toBe(false)
    expect(admit(probing, 3_000).admitted).toBe(true)
  })

  const events = fc.array(
    fc.record({ wait: fc.nat({ max: 40_000 }), what: fc.constantFrom('ask', 'fail', 'succeed') }),
  )

  test('whatever happens, a server that is well again is asked within half a minute', () => {
    fc.assert(
      fc.property(events, (story) => {
        let now = 0
        let breaker: Breaker = closedBreaker
        for (const { wait, what } of story) {
          now += wait
          if (what === 'ask') breaker = admit(breaker, now).next
          else breaker = what === 'fail' ? failed(breaker, now) : succeeded()
        }
        expect(admit(breaker, now + 30_000).admitted).toBe(true)
      }),
    )
  })

  test('an open one lets nothing through before its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 50 }), fc.nat({ max: 999 }), (failures, wait) => {
        expect(admit(after(failures), wait).admitted).toBe(false)
      }),
    )
  })
})
