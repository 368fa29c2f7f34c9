import { TokenBucket } from '../token-bucket.ts'

/** Who causes a call, as far as a page says. Held in memory for its count and nowhere else. */
export interface Caller {
  readonly visitor: string | undefined
  readonly address: string
}

/** Buckets held at once; beyond it all start afresh, which only errs on the friendly side. */
const BUCKETS_MOST = 20_000
/** Shoppers behind one address, of an office or a carrier, share this many visitors' worth. */
const VISITORS_OF_ADDRESS = 4
/** Of a minute's calls, how many may come at once. */
const BURST = 0.5
const BURST_LEAST = 4

/**
 * How often one visitor may cause a call to a model. A visitor's id is the page's word, so its address is counted too.
 * Kept per isolate: a brake, not an account; what a shop may spend is kept exactly in its object.
 */
export class VisitorRates {
  readonly #buckets = new Map<string, TokenBucket>()

  /** Takes one call; false: too many of late. `now`: milliseconds since the epoch. */
  take(shop: string, { visitor, address }: Caller, perMinute: number, now: number): boolean {
    const named = visitor !== undefined && visitor !== ''
    const isAddressFree = this.#takeOne(
      `${shop} a ${address}`,
      perMinute * (named ? VISITORS_OF_ADDRESS : 1),
      now,
    )
    if (!isAddressFree) return false
    return !named || this.#takeOne(`${shop} v ${visitor}`, perMinute, now)
  }

  #takeOne(key: string, perMinute: number, now: number): boolean {
    let bucket = this.#buckets.get(key)
    if (!bucket) {
      if (this.#buckets.size >= BUCKETS_MOST) this.#buckets.clear()
      bucket = new TokenBucket()
      this.#buckets.set(key, bucket)
    }
    return bucket.take(perMinute / 60, Math.max(BURST_LEAST, perMinute * BURST), now) === 0
  }
}
