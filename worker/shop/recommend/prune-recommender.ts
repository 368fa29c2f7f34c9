import { POPULARITY_DECAY_MS } from '../../recommend/presets.ts'
import { deleteSessions } from './rec-rows.ts'

const DAY_MS = 24 * 3600 * 1000

/** Nobody's neighbours any more. */
const SESSIONS_KEPT_MS = 90 * DAY_MS
const SESSIONS_MOST = 250_000

/** A product that nobody has had for so long is a new one should it come back. */
const ITEMS_KEPT_MS = 180 * DAY_MS

/** Rows that one slice lets go: a few milliseconds. */
const BATCH = 500

/** Returns how many it let go, the oldest first. */
function dropSessions(sql: SqlStorage, before: number, most: number): number {
  const ids = sql
    .exec<{ id: number }>('SELECT id FROM rec_session WHERE t < ? ORDER BY t LIMIT ?', before, most)
    .toArray()
    .map(({ id }) => id)
  deleteSessions(sql, ids)
  return ids.length
}

/** Products that nobody has had for long, or whose every session was taken back. Returns how many went. */
function dropItems(sql: SqlStorage, before: number): number {
  const ids = sql
    .exec<{ id: number }>(
      'SELECT id FROM rec_item WHERE lp < ? ORDER BY lp LIMIT ?',
      before / POPULARITY_DECAY_MS,
      BATCH,
    )
    .toArray()
    .map(({ id }) => id)
  const list = JSON.stringify(ids)
  sql.exec('DELETE FROM rec_vec WHERE id IN (SELECT value FROM json_each(?))', list)
  sql.exec('DELETE FROM rec_item WHERE id IN (SELECT value FROM json_each(?))', list)
  return ids.length
}

/**
 * Lets go of sessions that are old or beyond the newest `most`, and of products long forgotten, a batch at a time; true
 * when there may be more. Lists of an item's sessions may name them for a while: they are replaced by newer ones, and a
 * session that is not there is passed over. `now`: milliseconds since the epoch.
 */
export function pruneRecommender(sql: SqlStorage, now: number, most = SESSIONS_MOST): boolean {
  if (dropSessions(sql, now - SESSIONS_KEPT_MS, BATCH) === BATCH) return true
  const { n } = sql.exec<{ n: number }>('SELECT count(*) AS n FROM rec_session').one()
  if (n > most && dropSessions(sql, Number.MAX_SAFE_INTEGER, Math.min(BATCH, n - most)) === BATCH) return true
  return dropItems(sql, now - ITEMS_KEPT_MS) === BATCH
}
