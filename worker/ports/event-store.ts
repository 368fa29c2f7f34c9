import type { Erasure } from '../contract/events.ts'
import type { EventName, EventRejection } from '../contract/vocabulary.ts'

export interface EventItem {
  readonly product: string
  readonly quantity?: number
  /** Of one, in major units. */
  readonly price?: number
}

/** An event that has been read: every field is of the right kind, `search` has been through redaction. */
export interface ReadEvent {
  readonly id: string
  readonly name: EventName
  /** Milliseconds since the epoch, no later than its arrival. */
  readonly at: number
  readonly items: readonly EventItem[]
  readonly search?: string
  readonly requestId?: string
  /** Major units of `currency`. */
  readonly value?: number
  readonly currency?: string
  readonly transactionId?: string
}

/** Events of one session as they came together. */
export interface SessionEvents {
  readonly session: string
  /** null: nothing may be kept that recognises the shopper beyond the session. */
  readonly visitor: string | null
  readonly market: string
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
  readonly events: readonly ReadEvent[]
}

/** Events as they are given out again, in the form in which they can be imported. */
export interface ExportedEvents {
  readonly lines: readonly string[]
  /** Where the next page goes on; null: this was the last. */
  readonly next: number | null
}

/** A shop's events. Every call names the shop. */
export interface EventStore {
  /**
   * Keeps events in one transaction: when this answers they are stored, and the same ids again change nothing.
   * Answers which were refused, by their place in `events`.
   */
  store(shop: string, batch: SessionEvents): Promise<{ place: number; code: EventRejection }[]>
  /** A page of the events that came after `after` (0: from the first), of one visitor where one is named. */
  exportEvents(shop: string, after: number, visitor: string | null): Promise<ExportedEvents>
  /** Removes a visitor with all that was kept or derived from them; a repeat finds nothing. */
  eraseVisitor(shop: string, visitor: string): Promise<Erasure>
}
