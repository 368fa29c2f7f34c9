import type { EventBatch, EventsAnswer } from '../contract/events.ts'
import { EVENTS, type EventRejection } from '../contract/vocabulary.ts'
import type { EventStore, ReadEvent } from '../ports/event-store.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { err, type Result } from '../result.ts'
import { marketOf } from '../shops/market-of.ts'
import { basisFor, mayRecognise } from './consent.ts'
import { clockOffset, momentOf } from './event-time.ts'
import { readEvent } from './read-event.ts'

export interface Arrival {
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
  /** ISO 3166-1, as far as the edge knows it. */
  readonly country: string | undefined
  /** The caller declares itself a program. */
  readonly isBot: boolean
}

/**
 * Reads a batch, keeps what is good of it by one write and says of the rest why not. A visitor who may not be recognised
 * goes no further than this function.
 */
export async function ingestEvents(
  store: EventStore,
  shop: ShopRecord,
  batch: EventBatch,
  { arrivedAt, country, isBot }: Arrival,
): Promise<EventsAnswer> {
  const rejected: { index: number; code: EventRejection }[] = []
  const read: { index: number; event: ReadEvent }[] = []
  const sentAt = batch.sent_at === undefined ? undefined : momentOf(batch.sent_at)
  const context = { arrivedAt, offset: clockOffset(sentAt, arrivedAt), lateMs: EVENTS.lateMs }
  const judge = (value: unknown, index: number): Result<ReadEvent, EventRejection> => {
    if (isBot) return err('bot')
    if (index >= EVENTS.perBatch) return err('too_many')
    const event = readEvent(value, context)
    return event.ok ? event : err(event.error.code)
  }
  for (const [index, value] of batch.events.entries()) {
    const event = judge(value, index)
    if (event.ok) read.push({ index, event: event.value })
    else rejected.push({ index, code: event.error })
  }
  if (read.length > 0) {
    const mayKnow = mayRecognise(batch.consent, basisFor(shop.settings.events, country))
    const refused = await store.store(shop.id, {
      session: batch.session,
      visitor: mayKnow && batch.visitor ? batch.visitor : null,
      market: (marketOf(shop, batch.market) ?? marketOf(shop, undefined))?.id ?? '',
      arrivedAt,
      events: read.map(({ event }) => event),
    })
    for (const { place, code } of refused) rejected.push({ index: read[place]?.index ?? place, code })
  }
  return {
    accepted: batch.events.length - rejected.length,
    rejected: rejected.sort((left, right) => left.index - right.index),
  }
}
