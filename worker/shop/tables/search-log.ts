import type { SearchLogEntry } from '../../ports/shop-store.ts'

/** How long a search is remembered. */
const SEARCH_LOG_DAYS = 90
const DAY_MS = 24 * 3600 * 1000

export function insertSearch(sql: SqlStorage, entry: SearchLogEntry): void {
  sql.exec(
    `INSERT INTO search_log (at, query, understood, hits, total, answer, mode, took_ms, request_id, market)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.at,
    entry.query,
    JSON.stringify(entry.understood),
    JSON.stringify(entry.hits),
    entry.total,
    entry.answer,
    entry.mode,
    entry.tookMs,
    entry.requestId,
    entry.market,
  )
}

/** The search of which a page tells; null: it is not in the log (any more). */
export function searchOf(sql: SqlStorage, requestId: string): { query: string; market: string } | null {
  const [row] = sql
    .exec<{ query: string; market: string }>(
      'SELECT query, market FROM search_log WHERE request_id = ? AND market IS NOT NULL LIMIT 1',
      requestId,
    )
    .toArray()
  return row ?? null
}

export function expireSearches(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM search_log WHERE at < ?', now - SEARCH_LOG_DAYS * DAY_MS)
}
