/** Orders of cards that a model gave before anybody asked, one for each intent and model; see `keptOrderKey`. */

/** About 150 bytes each. */
const ROWS_MOST = 5_000
/** How many go at once when there are more. */
const ROWS_DROPPED = 500

/** What an order was made of is compared with what is found; that a model would say something else by now is not seen. */
const KEPT_MS = 30 * 24 * 3600 * 1000

export interface KeptOrder {
  /** See `keptOrderCards`. */
  readonly cards: string
  /** As a model writes it. */
  readonly answer: string
}

/** The order kept under a key, whichever cards it is of. `now`: milliseconds since the epoch. */
export function readOrder(sql: SqlStorage, key: string, now: number): KeptOrder | null {
  const [row] = sql
    .exec<{ cards: string; answer: string; made_at: number }>(
      'SELECT cards, answer, made_at FROM warm_order WHERE key = ?',
      key,
    )
    .toArray()
  return !row || row.made_at < now - KEPT_MS ? null : row
}

/** Keeps an order in place of the one that was made of other cards. `now`: milliseconds since the epoch. */
export function writeOrder(sql: SqlStorage, key: string, { cards, answer }: KeptOrder, now: number): void {
  sql.exec(
    'INSERT OR REPLACE INTO warm_order (key, cards, answer, made_at) VALUES (?, ?, ?, ?)',
    key,
    cards,
    answer,
    now,
  )
  const { rows } = sql.exec<{ rows: number }>('SELECT count(*) AS rows FROM warm_order').one()
  if (rows <= ROWS_MOST) return
  sql.exec(
    'DELETE FROM warm_order WHERE key IN (SELECT key FROM warm_order ORDER BY made_at LIMIT ?)',
    ROWS_DROPPED,
  )
}

/** Forgets orders that are too old to be used. */
export function expireOrders(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM warm_order WHERE made_at < ?', now - KEPT_MS)
}
