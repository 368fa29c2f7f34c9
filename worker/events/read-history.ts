import { z } from 'zod'
import { consents } from '../contract/vocabulary.ts'
import type { SessionEvents } from '../ports/event-store.ts'
import { err, ok, type Result } from '../result.ts'
import { readEvent } from './read-event.ts'

const people = z.looseObject({
  visitor: z.string().max(100).nullish(),
  session: z.string().min(1).max(100),
  /** Not stated: it is the shop that answers for its own history. */
  consent: z.enum(consents).nullish(),
})

const sentences: Readonly<Record<string, string>> = {
  id_invalid:
    'id is missing or not a text of at most 100 characters: an event needs one, so that it is counted once',
  name_unknown: 'the name is not one of the events that are kept',
  time_invalid: 'the time cannot be read: write ISO 8601 with a zone, or milliseconds since 1970',
  time_too_early: 'older than the shop keeps its events',
  time_too_late: 'the time lies in the future',
  items_missing: 'this event needs a product in items',
  items_invalid: 'items cannot be read: an item needs an item_id',
}

/**
 * One line of a shop's history: a storefront event with `visitor` and `session`. Pure.
 * @param lateMs how old it may be, in milliseconds
 */
export function readHistory(
  fields: Readonly<Record<string, unknown>>,
  { market, now, lateMs }: { readonly market: string; readonly now: number; readonly lateMs: number },
): Result<SessionEvents, { field: string; message: string }> {
  const who = people.safeParse(fields)
  if (!who.success) {
    const field = String(who.error.issues[0]?.path[0] ?? '')
    return err({ field, message: `${field} cannot be used` })
  }
  const event = readEvent(fields, { arrivedAt: now, offset: 0, lateMs })
  if (!event.ok) {
    const { code, field } = event.error
    return err({ field, message: sentences[code] ?? `${field} cannot be used` })
  }
  const { visitor, session, consent } = who.data
  return ok({
    session,
    visitor: consent === 'denied' || !visitor ? null : visitor,
    market,
    arrivedAt: now,
    events: [event.value],
  })
}
