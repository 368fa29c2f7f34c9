/** Counts what a second allows: up to `burst` at once, refilled at `perSecond`. In memory, exact for its holder. */
export class TokenBucket {
  #tokens = Number.POSITIVE_INFINITY
  #at = 0

  /** Takes one token. Returns 0 when there was one, else the seconds until there is. */
  take(perSecond: number, burst: number, now: number): number {
    if (!Number.isFinite(perSecond)) return 0
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) / 1000) * perSecond)
    this.#at = now
    if (this.#tokens >= 1) {
      this.#tokens -= 1
      return 0
    }
    return Math.ceil((1 - this.#tokens) / perSecond)
  }
}
