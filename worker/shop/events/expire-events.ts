import { EVENTS } from '../../contract/vocabulary.ts'
import { readShop } from '../tables/shop-record.ts'

/** Events deleted in one slice. */
const EVENTS_A_SLICE = 500
/** Sessions looked at by one statement for whether events are left of them. */
const SESSIONS_AT_ONCE = 500

const DAY_MS = 24 * 3600 * 1000
/** The sums of a day outlive its events. */
const SUM_DAYS = 400
/** A message older than this is not heeded, so its id need not be known any longer. */
const MESSAGE_DAYS = 2

/**
 * Deletes a few of the events that are older than the shop keeps them, and what nothing leads to any more. True while
 * there are more. `now`: milliseconds since the epoch.
 */
export function expireEvents(sql: SqlStorage, now: number): boolean {
  const days = readShop(sql)?.settings.events.retention_days ?? EVENTS.retentionDays
  const gone = sql
    .exec<{ session: number }>(
      `DELETE FROM event WHERE seq IN (SELECT seq FROM event WHERE at < ? ORDER BY at LIMIT ${EVENTS_A_SLICE})
       RETURNING session`,
      now - days * DAY_MS,
    )
    .toArray()
  dropEmptySessions(sql, [...new Set(gone.map(({ session }) => session))])
  sql.exec(
    'DELETE FROM event_day WHERE day < ?',
    new Date(now - SUM_DAYS * DAY_MS).toISOString().slice(0, 10),
  )
  sql.exec('DELETE FROM order_message WHERE at < ?', now - MESSAGE_DAYS * DAY_MS)
  return gone.length === EVENTS_A_SLICE
}

/** Forgets those of these sessions of which no event is left, and visitors who are in none any more. */
export function dropEmptySessions(sql: SqlStorage, sessions: readonly number[]): void {
  for (let from = 0; from < sessions.length; from += SESSIONS_AT_ONCE) {
    const some = JSON.stringify(sessions.slice(from, from + SESSIONS_AT_ONCE))
    const empty = sql
      .exec<{ id: number }>(
        `DELETE FROM event_session WHERE id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM event e WHERE e.session = event_session.id) RETURNING id`,
        some,
      )
      .toArray()
    const numbers = JSON.stringify(empty.map(({ id }) => id))
    sql.exec(
      'UPDATE shop_order SET session = NULL WHERE session IN (SELECT value FROM json_each(?))',
      numbers,
    )
    const visitors = sql
      .exec<{ visitor: number }>(
        'DELETE FROM event_link WHERE session IN (SELECT value FROM json_each(?)) RETURNING visitor',
        numbers,
      )
      .toArray()
    sql.exec(
      `DELETE FROM event_visitor WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM event_link l WHERE l.visitor = event_visitor.id)`,
      JSON.stringify(visitors.map(({ visitor }) => visitor)),
    )
  }
}
