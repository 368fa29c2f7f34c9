import type { EventName } from '../contract/vocabulary.ts'

/** A shopper's interest in one product, as it is stored. An event about several products is one of these for each. */
export interface StoredEvent {
  /** The session's id as the page gives it. */
  readonly session: string
  /** null: the shopper is not recognised beyond the session. */
  readonly visitor: string | null
  readonly name: EventName
  /** A product's id; the catalogue may not have it, or not any more. */
  readonly product: string
  /** Milliseconds since the epoch, by a clock that has been put right. */
  readonly at: number
  /** Of the search or the block that led here. */
  readonly request_id?: string
}

/**
 * Who learns from events in the shop's object. Both calls are made inside the transaction that stores or erases, so that
 * what is learnt and what is stored never differ; they are synchronous and make no outgoing call.
 */
export interface EventLearner {
  /**
   * New events in the order they came; never the same event twice. Repeated views, floods, bots and sessions with too many
   * events are left out. What throws is undone and told to the log; the events stay.
   */
  onEventsStored(events: readonly StoredEvent[]): void
  /** Forgets a visitor and all of these sessions. What throws stops the erasure, which is then asked for again. */
  onVisitorErased(visitor: string, sessions: readonly string[]): void
}
