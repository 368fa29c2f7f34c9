/**
 * An item's weighted relations to others, bounded and decayed, in the bytes they are stored as: the time the weights are
 * of (64-bit float, milliseconds since the epoch), then a 32-bit id and a 32-bit float weight for each. Adding brings all
 * weights to the time of the newest event; who compares lists brings them to one time with `factorAt`.
 */

const HEAD_BYTES = 8
const PAIR_WORDS = 2

/** A weight below this is what is left of something long past. */
const NOTHING = 1e-6

export class PairList {
  #at: number
  #ids: Uint32Array
  #weights: Float32Array
  #length: number

  private constructor(at: number, bytes: ArrayBuffer, length: number) {
    this.#at = at
    this.#ids = new Uint32Array(bytes, HEAD_BYTES)
    this.#weights = new Float32Array(bytes, HEAD_BYTES)
    this.#length = length
  }

  /** Reads stored bytes without copying them; null is an empty list. */
  static read(bytes: ArrayBuffer | null): PairList {
    if (bytes === null || bytes.byteLength < HEAD_BYTES)
      return new PairList(0, new ArrayBuffer(HEAD_BYTES), 0)
    const words = (bytes.byteLength - HEAD_BYTES) >> 2
    return new PairList(new Float64Array(bytes, 0, 1)[0] ?? 0, bytes, words >> 1)
  }

  get length(): number {
    return this.#length
  }

  /** The time the weights are of, in milliseconds since the epoch. */
  get at(): number {
    return this.#at
  }

  /** By what weights are multiplied to be those of a later time. */
  factorAt(later: number, decayMs: number): number {
    return Math.exp(-Math.max(0, later - this.#at) / decayMs)
  }

  id(index: number): number {
    return this.#ids[PAIR_WORDS * index] ?? 0
  }

  weight(index: number): number {
    return this.#weights[PAIR_WORDS * index + 1] ?? 0
  }

  sum(): number {
    let sum = 0
    for (let index = 0; index < this.#length; index++) sum += this.weight(index)
    return sum
  }

  /**
   * Adds to the weight of an id. An event older than the list counts for what would be left of it; a newer one lets
   * all others decay. Of more than `most` ids the lightest is let go, which may be the new one.
   */
  add(id: number, weight: number, at: number, decayMs: number, most: number): void {
    const added = at < this.#at ? weight * Math.exp((at - this.#at) / decayMs) : weight
    if (at > this.#at) this.#decayTo(at, decayMs)
    const found = this.#indexOf(id)
    if (found >= 0) {
      this.#weights[PAIR_WORDS * found + 1] = this.weight(found) + added
      return
    }
    if (this.#length < most) {
      this.#makeRoom()
      this.#put(this.#length++, id, added)
      return
    }
    const lightest = this.#lightest()
    if (lightest >= 0 && this.weight(lightest) < added) this.#put(lightest, id, added)
  }

  /** Takes back what `add` with the same arguments gave; what is left of an id that has nothing more goes. */
  take(id: number, weight: number, at: number, decayMs: number): void {
    const found = this.#indexOf(id)
    if (found < 0) return
    const left = this.weight(found) - weight * Math.exp(Math.min(0, at - this.#at) / decayMs)
    // Half a percent covers what 32-bit weights lose.
    if (left > 0.005 * weight) this.#put(found, id, left)
    else this.#drop(found)
  }

  /** What is stored. */
  bytes(): ArrayBuffer {
    const bytes = new ArrayBuffer(HEAD_BYTES + 4 * PAIR_WORDS * this.#length)
    new Float64Array(bytes, 0, 1)[0] = this.#at
    new Uint32Array(bytes, HEAD_BYTES).set(this.#ids.subarray(0, PAIR_WORDS * this.#length))
    return bytes
  }

  #indexOf(id: number): number {
    for (let index = 0; index < this.#length; index++) if (this.#ids[PAIR_WORDS * index] === id) return index
    return -1
  }

  #lightest(): number {
    let best = -1
    for (let index = 0; index < this.#length; index++)
      if (best < 0 || this.weight(index) < this.weight(best)) best = index
    return best
  }

  #decayTo(at: number, decayMs: number): void {
    const factor = this.factorAt(at, decayMs)
    this.#at = at
    for (let index = this.#length - 1; index >= 0; index--) {
      const left = this.weight(index) * factor
      if (left < NOTHING) this.#drop(index)
      else this.#weights[PAIR_WORDS * index + 1] = left
    }
  }

  #put(index: number, id: number, weight: number): void {
    this.#ids[PAIR_WORDS * index] = id
    this.#weights[PAIR_WORDS * index + 1] = weight
  }

  #drop(index: number): void {
    const last = --this.#length
    if (index !== last) this.#put(index, this.id(last), this.weight(last))
  }

  /** Room for one more: stored bytes hold exactly what is in them. */
  #makeRoom(): void {
    if (PAIR_WORDS * (this.#length + 1) <= this.#ids.length) return
    const bytes = new ArrayBuffer(HEAD_BYTES + 4 * PAIR_WORDS * (2 * this.#length + 4))
    const grown = new Uint32Array(bytes, HEAD_BYTES)
    grown.set(this.#ids.subarray(0, PAIR_WORDS * this.#length))
    this.#ids = grown
    this.#weights = new Float32Array(bytes, HEAD_BYTES)
  }
}
