import type { Erasure } from '../../contract/events.ts'
import type { EventLearner } from '../../ports/event-learner.ts'
import { forgetChoices } from '../tables/query-choices.ts'
import { forgetVisits } from '../tables/query-visits.ts'
import { numberOf } from './interned.ts'

/**
 * Removes a visitor in the caller's transaction: all events of every session they were seen in, also those from before
 * they were recognised, what was searched for and chosen, and what others have learnt. Sums that name nobody stay, and
 * orders stay without the way that led to them.
 */
export function eraseVisitor(
  sql: SqlStorage,
  visitor: string,
  { hash, learners }: { readonly hash: string; readonly learners: readonly EventLearner[] },
): Erasure {
  const number = numberOf(sql, 'event_visitor', visitor)
  const sessions =
    number === null
      ? []
      : sql
          .exec<{ id: number; key: string }>(
            `SELECT s.id, s.key FROM event_link l JOIN event_session s ON s.id = l.session WHERE l.visitor = ?`,
            number,
          )
          .toArray()
  const numbers = JSON.stringify(sessions.map(({ id }) => id))
  // A session that somebody else was seen in, too, keeps what is theirs.
  const events = sql
    .exec(
      `DELETE FROM event WHERE session IN (SELECT value FROM json_each(?1))
       AND (visitor = ?2 OR visitor IS NULL) RETURNING seq`,
      numbers,
      number,
    )
    .toArray().length
  const orders = sql
    .exec(
      'UPDATE shop_order SET session = NULL WHERE session IN (SELECT value FROM json_each(?)) RETURNING transaction_id',
      numbers,
    )
    .toArray().length
  sql.exec('DELETE FROM event_link WHERE visitor = ?', number)
  sql.exec(
    `DELETE FROM event_session WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM event_link l WHERE l.session = event_session.id)`,
    numbers,
  )
  sql.exec('DELETE FROM event_visitor WHERE id = ?', number)
  forgetVisits(sql, hash)
  forgetChoices(sql, hash)
  const keys = sessions.map(({ key }) => key)
  for (const learner of learners) learner.onVisitorErased(visitor, keys)
  return { events, sessions: sessions.length, orders }
}
