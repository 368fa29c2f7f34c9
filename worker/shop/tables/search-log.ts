import type { SearchLogEntry } from '../../ports/shop-store.ts'

/** How long a search is remembered. */
const SEARCH_LOG_DAYS = 90
const DAY_MS = 24 * 3600 * 1000

export function insertSearch(sql: SqlStorage, entry: SearchLogEntry): void {
  sql.exec(
    `INSERT INTO search_log (at, query, understood, hits, total, answer, mode, took_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.at,
    entry.query,
    JSON.stringify(entry.understood),
    JSON.stringify(entry.hits),
    entry.total,
    entry.answer,
    entry.mode,
    entry.tookMs,
  )
}

export function expireSearches(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM search_log WHERE at < ?', now - SEARCH_LOG_DAYS * DAY_MS)
}
