import type { ExportedEvents } from '../../ports/event-store.ts'
import { EVENT_COLUMNS, readRows, type RawEventRow } from './event-row.ts'

/** Events of one page: some hundred kilobytes. */
const EVENTS_A_PAGE = 1_000

/** A page of events in the order they came, as lines that can be imported again. */
export function exportEvents(sql: SqlStorage, after: number, visitor: string | null): ExportedEvents {
  // One query for both: an unknown visitor has nothing, and no visitor at all means everybody.
  const rows = sql
    .exec<RawEventRow & { session_key: string; visitor_key: string | null }>(
      `SELECT ${EVENT_COLUMNS.split(', ')
        .map((column) => `e.${column}`)
        .join(', ')}, s.key AS session_key, v.key AS visitor_key
       FROM event e JOIN event_session s ON s.id = e.session LEFT JOIN event_visitor v ON v.id = e.visitor
       WHERE e.seq > ?1 AND (?2 IS NULL OR e.session IN
         (SELECT l.session FROM event_link l JOIN event_visitor w ON w.id = l.visitor WHERE w.key = ?2)
         AND (e.visitor IS NULL OR v.key = ?2))
       ORDER BY e.seq LIMIT ${EVENTS_A_PAGE}`,
      after,
      visitor,
    )
    .toArray()
  const lines = readRows(sql, rows).map(({ event }, index) => {
    const { id, name, at, items, search, requestId, value, currency, transactionId } = event
    const visitorKey = rows[index]?.visitor_key ?? null
    return JSON.stringify({
      id,
      name,
      time: new Date(at).toISOString(),
      ...(visitorKey === null ? {} : { visitor: visitorKey }),
      session: rows[index]?.session_key,
      ...(items.length === 0
        ? {}
        : { items: items.map(({ product, ...rest }) => ({ item_id: product, ...rest })) }),
      ...(search === undefined ? {} : { search }),
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(value === undefined ? {} : { value }),
      ...(currency === undefined ? {} : { currency }),
      ...(transactionId === undefined ? {} : { transaction_id: transactionId }),
    })
  })
  return { lines, next: rows.length === EVENTS_A_PAGE ? (rows.at(-1)?.seq ?? null) : null }
}
