import type { EventRejection } from '../../contract/vocabulary.ts'
import type { FloodGate } from '../../events/flood-gate.ts'
import { learnFrom, type SessionInterest } from '../../events/session-interest.ts'
import type { EventLearner, StoredEvent } from '../../ports/event-learner.ts'
import type { ReadEvent, SessionEvents } from '../../ports/event-store.ts'
import { askForFold } from './fold-job.ts'
import { hasEvent, insertEvent, internItems } from './event-row.ts'
import { intern } from './interned.ts'
import { notePlaced } from './orders.ts'

/** What storing history needs besides the database. */
export interface HistoryStoring {
  readonly storage: DurableObjectStorage
  readonly learners: readonly EventLearner[]
  /** Where the learners' failures are told. */
  readonly report: (error: unknown) => void
}

export interface Storing extends HistoryStoring {
  /** null: history, which comes as fast as it is read. */
  readonly gate: FloodGate | null
  /** The visitor as `hashVisitor` makes it; null: not known. */
  readonly visitorHash: string | null
}

export interface Stored {
  readonly refused: readonly { readonly place: number; readonly code: EventRejection }[]
  /** Events that were not there before. */
  readonly fresh: number
}

/**
 * Keeps a session's events and what is to be known at once of them, in the caller's transaction. An event whose id is
 * there counts as kept and changes nothing.
 */
export function storeEvents(sql: SqlStorage, batch: SessionEvents, storing: Storing): Stored {
  const refused: { place: number; code: EventRejection }[] = []
  const shopper = batch.visitor ?? batch.session
  const fresh: ReadEvent[] = []
  const ids = new Set<string>()
  batch.events.forEach((event, place) => {
    if (ids.has(event.id) || hasEvent(sql, event.id)) return
    if (storing.gate && !storing.gate.pass(shopper, batch.arrivedAt)) {
      refused.push({ place, code: 'flood' })
      return
    }
    ids.add(event.id)
    fresh.push(event)
  })
  if (fresh.length > 0) {
    teach(storing, writeFresh(sql, batch, fresh, storing.visitorHash))
    askForFold(sql, batch.arrivedAt)
  }
  return { refused, fresh: fresh.length }
}

/** Writes new events; returns what is to be learnt from them. */
function writeFresh(
  sql: SqlStorage,
  batch: SessionEvents,
  fresh: readonly ReadEvent[],
  visitorHash: string | null,
): StoredEvent[] {
  const session = intern(sql, 'event_session', batch.session)
  const visitor = batch.visitor === null ? null : knowVisitor(sql, batch.visitor, visitorHash)
  if (visitor !== null) sql.exec('INSERT OR IGNORE INTO event_link VALUES (?, ?)', visitor, session)
  const market = batch.market === firstMarket(sql) ? null : batch.market
  const taught: StoredEvent[] = []
  let interest = readInterest(sql, session)
  for (const event of fresh) {
    const judged = learnFrom(interest, {
      name: event.name,
      products: event.items.map(({ product }) => product),
    })
    interest = judged.next
    insertEvent(sql, event, {
      session,
      visitor,
      products: internItems(sql, event.items),
      learnt: judged.learns,
      market,
    })
    if (judged.learns) taught.push(...asStored(batch, event))
    if (event.name === 'purchase' && event.transactionId !== undefined) {
      notePlaced(sql, event, { transactionId: event.transactionId, session })
    }
  }
  writeInterest(sql, session, interest)
  return taught
}

const asStored = (
  { session, visitor }: SessionEvents,
  { name, at, items, requestId }: ReadEvent,
): StoredEvent[] =>
  items.map(({ product }) => ({
    session,
    visitor,
    name,
    product,
    at,
    ...(requestId === undefined ? {} : { request_id: requestId }),
  }))

/** What is learnt can be learnt again; the events cannot be had again. So a learner that fails does not take them along. */
function teach({ storage, learners, report }: Storing, events: readonly StoredEvent[]): void {
  if (events.length === 0) return
  for (const learner of learners) {
    try {
      storage.transactionSync(() => learner.onEventsStored(events))
    } catch (error) {
      report(error)
    }
  }
}

function knowVisitor(sql: SqlStorage, visitor: string, hash: string | null): number {
  const id = intern(sql, 'event_visitor', visitor)
  if (hash !== null) sql.exec('UPDATE event_visitor SET hash = ? WHERE id = ? AND hash IS NULL', hash, id)
  return id
}

const firstMarket = (sql: SqlStorage): string | undefined =>
  sql.exec<{ id: string }>('SELECT id FROM market ORDER BY position LIMIT 1').toArray()[0]?.id

function readInterest(sql: SqlStorage, session: number): SessionInterest {
  const { interests, viewed } = sql
    .exec<{ interests: number; viewed: string | null }>(
      `SELECT s.interests, p.key AS viewed FROM event_session s LEFT JOIN event_product p ON p.id = s.last_view
       WHERE s.id = ?`,
      session,
    )
    .one()
  return { itemEvents: interests, lastView: viewed }
}

function writeInterest(sql: SqlStorage, session: number, { itemEvents, lastView }: SessionInterest): void {
  sql.exec(
    `UPDATE event_session SET interests = ?1, last_view = (SELECT id FROM event_product WHERE key = ?2)
     WHERE id = ?3 AND interests <> ?1`,
    itemEvents,
    lastView,
    session,
  )
}
