import type { EventKind } from './event-kinds.ts'

/**
 * The steps of a session in the bytes they are stored as, oldest first: 32 bits each, the item's number in the low
 * thirty and what was done in the high two.
 */

const KIND_SHIFT = 30
const ITEM_MASK = 2 ** KIND_SHIFT - 1

/** A session longer than this is no shopper, or no longer about one wish: what comes after is not learnt. */
export const STEPS_MOST = 50

export const stepOf = (item: number, kind: EventKind): number => ((kind << KIND_SHIFT) | item) >>> 0

export const itemOfStep = (step: number): number => step & ITEM_MASK

export const kindOfStep = (step: number): EventKind => Math.min(2, step >>> KIND_SHIFT) as EventKind

/** The stored form of numbers: 32 bits each. */
export const packNumbers = (numbers: ArrayLike<number>): ArrayBuffer => new Uint32Array(numbers).buffer

/** Reads stored numbers without copying them; null is none, and what does not fill 32 bits at the end is left out. */
export const readNumbers = (bytes: ArrayBuffer | null): Uint32Array<ArrayBuffer> =>
  bytes === null ? new Uint32Array(0) : new Uint32Array(bytes, 0, bytes.byteLength >> 2)

/** The list with one more at its end; the oldest go where there are more than `most`. */
export function appendNumber(
  list: Uint32Array<ArrayBuffer>,
  number: number,
  most: number,
): Uint32Array<ArrayBuffer> {
  const kept = list.subarray(Math.max(0, list.length - (most - 1)))
  const grown = new Uint32Array(kept.length + 1)
  grown.set(kept)
  grown[kept.length] = number
  return grown
}
