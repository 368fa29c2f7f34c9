import { eventNames, type EventName } from '../../contract/vocabulary.ts'
import { dayOn } from '../../shops/market-clock.ts'
import { shopZone } from '../ledger/shop-clock.ts'
import { noteChoice } from '../tables/query-choices.ts'
import { noteVisit } from '../tables/query-visits.ts'
import { searchOf } from '../tables/search-log.ts'
import { EVENT_COLUMNS, readRows, type EventRow, type RawEventRow } from './event-row.ts'

/** Events folded in one slice: some ten milliseconds. */
const EVENTS_A_SLICE = 250

/** What says that a search has led to something. */
const choices: ReadonlySet<EventName> = new Set<EventName>(['select_item', 'add_to_cart', 'purchase'])

type FoldedRow = RawEventRow & { learnt: number; hash: string | null }

/**
 * Folds the next events: into the sums of their days, and what was searched for and chosen into popular queries and
 * choices. Each event once, because the place where it stands is written with it. True while there are more.
 */
export function foldEvents(sql: SqlStorage): boolean {
  const { seq } = sql.exec<{ seq: number }>('SELECT seq FROM event_fold').one()
  const columns = EVENT_COLUMNS.split(', ').map((column) => `e.${column}`)
  const rows = sql
    .exec<FoldedRow>(
      `SELECT ${columns.join(', ')}, e.learnt, v.hash FROM event e LEFT JOIN event_visitor v ON v.id = e.visitor
       WHERE e.seq > ? ORDER BY e.seq LIMIT ${EVENTS_A_SLICE}`,
      seq,
    )
    .toArray()
  const last = rows.at(-1)
  if (!last) return false
  countDays(sql, rows)
  const chosen = rows.filter(({ name, hash, learnt }) => {
    const what = eventNames[name]
    return what !== undefined && choices.has(what) && hash !== null && learnt === 1
  })
  readRows(sql, chosen).forEach((row, index) => foldChoice(sql, row, chosen[index]?.hash ?? ''))
  sql.exec('UPDATE event_fold SET seq = ?', last.seq)
  return rows.length === EVENTS_A_SLICE
}

function countDays(sql: SqlStorage, rows: readonly FoldedRow[]): void {
  const zone = shopZone(sql)
  const counts = new Map<string, { day: string; name: number; events: number }>()
  for (const { at, name } of rows) {
    const day = dayOn(zone, at)
    const key = `${day} ${name}`
    counts.set(key, { day, name, events: (counts.get(key)?.events ?? 0) + 1 })
  }
  for (const { day, name, events } of counts.values()) {
    sql.exec(
      `INSERT INTO event_day (day, name, events) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET events = events + excluded.events`,
      day,
      name,
      events,
    )
  }
}

/** A shopper has found what they searched for: by the words the page tells, else by the search it names. */
function foldChoice(sql: SqlStorage, { event, market, at }: EventRow, visitorHash: string): void {
  const { requestId, search, items } = event
  const logged = requestId === undefined ? null : searchOf(sql, requestId)
  const query = logged?.query ?? search
  if (query === undefined) return
  const where = logged?.market ?? market ?? firstMarket(sql)
  noteVisit(sql, visitorHash, { market: where, query, at, clicked: true })
  for (const { product } of items) noteChoice(sql, visitorHash, { market: where, query, product, at })
}

const firstMarket = (sql: SqlStorage): string =>
  sql.exec<{ id: string }>('SELECT id FROM market ORDER BY position LIMIT 1').one().id
