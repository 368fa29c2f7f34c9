import { nameKey } from '../../search/text/name-key.ts'
import { suggestable } from '../../search/suggest/may-suggest.ts'

/**
 * Who searched for what, kept for one purpose: to tell whether so many shoppers searched for something and found it
 * that it may be suggested to others. Visitors are keyed hashes; the key never leaves the shop.
 */

/** A query is suggested after so many visitors clicked on one of its results, on so many days. */
const VISITORS_LEAST = 5
const DAYS_LEAST = 2

const KEPT_DAYS = 60
const DAY_MS = 24 * 3600 * 1000

export interface QueryVisit {
  readonly market: string
  readonly query: string
  /** The visitor's id as the page gives it; only its hash is kept. */
  readonly visitor: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** True when one of the results was clicked. */
  readonly clicked: boolean
}

/** The visitor as the shop remembers them. */
export async function hashVisitor(sql: SqlStorage, visitor: string): Promise<string> {
  const { salt } = sql.exec<{ salt: string }>('SELECT salt FROM secret_salt').one()
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${visitor}`))
  return Array.from(new Uint8Array(bytes).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Notes that a visitor searched, and perhaps clicked. What may never be suggested is not noted at all. */
export function noteVisit(sql: SqlStorage, visitorHash: string, visit: Omit<QueryVisit, 'visitor'>): void {
  const text = suggestable(visit.query)
  if (text === null) return
  const key = nameKey(text)
  sql.exec(
    `INSERT INTO query_visit (market, query_key, visitor, day, clicked) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET clicked = max(clicked, excluded.clicked)`,
    visit.market,
    key,
    visitorHash,
    Math.floor(visit.at / DAY_MS),
    visit.clicked ? 1 : 0,
  )
  if (visit.clicked) recount(sql, visit.market, key, text)
}

function recount(sql: SqlStorage, market: string, key: string, text: string): void {
  const { visitors, days } = sql
    .exec<{ visitors: number; days: number }>(
      `SELECT count(DISTINCT visitor) AS visitors, count(DISTINCT day) AS days FROM query_visit
       WHERE market = ? AND query_key = ? AND clicked = 1`,
      market,
      key,
    )
    .one()
  if (visitors < VISITORS_LEAST || days < DAYS_LEAST) return
  sql.exec(
    `INSERT INTO popular_query (market, query_key, text, visitors, days) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET visitors = excluded.visitors, days = excluded.days`,
    market,
    key,
    text,
    visitors,
    days,
  )
}

/** Forgets old visits, and the queries that too few visitors are left for. */
export function expireVisits(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM query_visit WHERE day < ?', Math.floor(now / DAY_MS) - KEPT_DAYS)
  dropUnpopular(sql)
}

function dropUnpopular(sql: SqlStorage): void {
  sql.exec(
    `DELETE FROM popular_query WHERE
       (SELECT count(DISTINCT visitor) FROM query_visit v
        WHERE v.market = popular_query.market AND v.query_key = popular_query.query_key AND clicked = 1) < ?
       OR (SELECT count(DISTINCT day) FROM query_visit v
        WHERE v.market = popular_query.market AND v.query_key = popular_query.query_key AND clicked = 1) < ?`,
    VISITORS_LEAST,
    DAYS_LEAST,
  )
}

/** Forgets what a visitor searched for, and the queries that too few are left for. */
export function forgetVisits(sql: SqlStorage, visitorHash: string): void {
  sql.exec('DELETE FROM query_visit WHERE visitor = ?', visitorHash)
  dropUnpopular(sql)
}

/** What shoppers of a market search for and find, most visitors first. */
export function popularQueries(sql: SqlStorage, market: string, most: number): string[] {
  return sql
    .exec<{ text: string }>(
      'SELECT text FROM popular_query WHERE market = ? ORDER BY visitors DESC, query_key LIMIT ?',
      market,
      most,
    )
    .toArray()
    .map(({ text }) => text)
}

/** The same in all markets, those of most visitors first. */
export function headQueries(sql: SqlStorage, most: number): { market: string; query: string }[] {
  return sql
    .exec<{ market: string; query: string }>(
      'SELECT market, text AS query FROM popular_query ORDER BY visitors DESC, market, query_key LIMIT ?',
      most,
    )
    .toArray()
}
