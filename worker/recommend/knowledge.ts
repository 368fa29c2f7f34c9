import type { PairList } from './packed-pairs.ts'

/** What a shop has learnt of one item. Items are numbers of the shop's own. */
export interface ItemRelations {
  /** Sessions that had it, newest last. */
  readonly sessions: Uint32Array<ArrayBuffer>
  /** What came after it. */
  readonly next: PairList
  /** What was in the same sessions. */
  readonly together: PairList
  /** What was bought by the same shopper at the same time. */
  readonly bought: PairList
}

export interface PastSession {
  readonly id: number
  /** Its last event, in milliseconds since the epoch. */
  readonly at: number
  /** See `packed-steps.ts`. */
  readonly steps: Uint32Array<ArrayBuffer>
}

/** What the scoring reads; storage stands behind it. */
export interface Knowledge {
  relations(item: number): ItemRelations | undefined
  sessions(ids: readonly number[]): readonly PastSession[]
  /** How many sessions have had each of these items. */
  counts(items: Iterable<number>): (item: number) => number
  /** How many sessions there have been. */
  readonly sessionCount: number
}
