import { TYPED_WITHIN_MS } from '../../search/typed-within.ts'

/** Search words that a model has added to wishes: for every shopper of the shop, see `expansionKey`. */

/** About 300 bytes each. */
const ROWS_MOST = 20_000
/** How many go at once when there are more. */
const ROWS_DROPPED = 1_000

/** A shop's goods change: after so long a wish is thought about anew. */
const KEPT_MS = 90 * 24 * 3600 * 1000

/** The words kept for a wish; null when nobody has asked for them yet, or too long ago. */
export function readExpansion(sql: SqlStorage, key: string, now: number): readonly string[] | null {
  const row = sql
    .exec<{ words: string; made_at: number }>('SELECT words, made_at FROM expansion WHERE key = ?', key)
    .toArray()[0]
  if (!row || row.made_at < now - KEPT_MS) return null
  return JSON.parse(row.words) as string[]
}

/** The words kept for the first of these beginnings of a wish that has just been asked about; null: none has. */
export function readBeginning(
  sql: SqlStorage,
  keys: readonly string[],
  now: number,
): readonly string[] | null {
  const rows = sql
    .exec<{ key: string; words: string }>(
      'SELECT key, words FROM expansion WHERE key IN (SELECT value FROM json_each(?)) AND made_at > ?',
      JSON.stringify(keys),
      now - TYPED_WITHIN_MS,
    )
    .toArray()
  const words = keys.flatMap((key) => rows.find((row) => row.key === key)?.words ?? [])[0]
  return words === undefined ? null : (JSON.parse(words) as string[])
}

/** Keeps the words of a wish; an empty list says that a model has none. `now`: milliseconds since the epoch. */
export function writeExpansion(sql: SqlStorage, key: string, words: readonly string[], now: number): void {
  sql.exec(
    'INSERT OR REPLACE INTO expansion (key, words, made_at) VALUES (?, ?, ?)',
    key,
    JSON.stringify(words),
    now,
  )
  const { rows } = sql.exec<{ rows: number }>('SELECT count(*) AS rows FROM expansion').one()
  if (rows <= ROWS_MOST) return
  sql.exec(
    'DELETE FROM expansion WHERE key IN (SELECT key FROM expansion ORDER BY made_at LIMIT ?)',
    ROWS_DROPPED,
  )
}
