import { EVENTS } from '../contract/vocabulary.ts'

const MINUTE_MS = 60_000
/** Counted at once; beyond it all start afresh, which only errs on the friendly side. */
const COUNTED_MOST = 20_000

/**
 * How many new events one shopper may bring in a minute. In memory: a brake that a restart forgets, while what is stored
 * is exact in any case.
 */
export class FloodGate {
  #minute = 0
  #counts = new Map<string, number>()

  /** Whether one more event of this shopper passes; counts it if it does. `now`: milliseconds since the epoch. */
  pass(shopper: string, now: number): boolean {
    const minute = Math.floor(now / MINUTE_MS)
    if (minute !== this.#minute || this.#counts.size >= COUNTED_MOST) this.#counts = new Map()
    this.#minute = minute
    const count = this.#counts.get(shopper) ?? 0
    if (count >= EVENTS.perVisitorMinute) return false
    this.#counts.set(shopper, count + 1)
    return true
  }
}
