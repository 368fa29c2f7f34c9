/**
 * A circuit breaker as data: it stops asking a server that does not answer and tries again with one request at a
 * time. Pure; the caller keeps the state and tells the time, in milliseconds.
 */

export type Breaker =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly until: number; readonly openings: number }
  /** One probe is under way; if it never comes back, another may go at `until`. */
  | { readonly state: 'half_open'; readonly until: number; readonly openings: number }

/** Failures in a row that open it. */
const FAILURES = 3
/** How long it stays open the first time; doubled at each further opening. */
const OPEN_FIRST_MS = 1_000
const OPEN_MOST_MS = 30_000
/** How long a probe may take. */
const PROBE_MS = 2_000

export const closedBreaker: Breaker = { state: 'closed', failures: 0 }

/** May a request go? The state after the answer, whichever it is. */
export function admit(breaker: Breaker, now: number): { readonly admitted: boolean; readonly next: Breaker } {
  if (breaker.state === 'closed') return { admitted: true, next: breaker }
  if (now < breaker.until) return { admitted: false, next: breaker }
  return {
    admitted: true,
    next: { state: 'half_open', until: now + PROBE_MS, openings: breaker.openings },
  }
}

export const succeeded = (): Breaker => closedBreaker

/** A late failure of a request from before the opening does not prolong it. */
export function failed(breaker: Breaker, now: number): Breaker {
  if (breaker.state === 'open') return breaker
  if (breaker.state === 'closed' && breaker.failures + 1 < FAILURES) {
    return { state: 'closed', failures: breaker.failures + 1 }
  }
  const openings = breaker.state === 'half_open' ? breaker.openings + 1 : 1
  const wait = Math.min(OPEN_FIRST_MS * 2 ** Math.min(openings - 1, 10), OPEN_MOST_MS)
  return { state: 'open', until: now + wait, openings }
}
