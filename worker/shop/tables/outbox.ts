import type { Locale } from '../../contract/vocabulary.ts'

/** The job that sends word of changes to a search server's consumer. */
export const SYNC_JOB = 'sync'

/** Changes that come together go together. */
const GATHER_MS = 300

/** Puts the job in line; one that waits already keeps its time, which may be a pause after a failure. */
export function askForSync(sql: SqlStorage, delayMs = GATHER_MS): void {
  sql.exec(
    `INSERT OR IGNORE INTO job (name, due_at) SELECT '${SYNC_JOB}', ? WHERE EXISTS (SELECT 1 FROM search_server)`,
    Date.now() + delayMs,
  )
}

/**
 * Notes in the writer's own transaction that a product of the live catalogue changed or went. Nothing is written
 * without a search server, or for a catalogue that is not live: going live is noted as a whole.
 */
export function noteChange(sql: SqlStorage, catalogue: number, market: string, id: string): void {
  const { rowsWritten } = sql.exec(
    `INSERT OR REPLACE INTO outbox (market, id) SELECT ?, ?
     WHERE EXISTS (SELECT 1 FROM search_server) AND EXISTS (SELECT 1 FROM catalogue WHERE id = ? AND state = 'live')`,
    market,
    id,
    catalogue,
  )
  if (rowsWritten > 0) askForSync(sql)
}

/** Another catalogue is live: every index is built from it anew, which covers all changes up to now. */
export function noteOtherCatalogue(sql: SqlStorage): void {
  sql.exec('DELETE FROM outbox')
  askForSync(sql, 0)
}

export interface OutboxRow {
  readonly seq: number
  readonly market: string
  readonly id: string
}

/** The oldest changes of some markets. */
export function oldestChanges(sql: SqlStorage, markets: readonly string[], most: number): OutboxRow[] {
  return sql
    .exec<{ seq: number; market: string; id: string }>(
      'SELECT seq, market, id FROM outbox WHERE market IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?',
      JSON.stringify(markets),
      most,
    )
    .toArray()
}

/** Forgets changes that have arrived; a product changed since has a later number and stays. */
export function clearChanges(sql: SqlStorage, markets: readonly string[], upTo: number): void {
  sql.exec(
    'DELETE FROM outbox WHERE seq <= ? AND market IN (SELECT value FROM json_each(?))',
    upTo,
    JSON.stringify(markets),
  )
}

export const countChanges = (sql: SqlStorage, markets: readonly string[]): number =>
  sql
    .exec<{ n: number }>(
      'SELECT count(*) AS n FROM outbox WHERE market IN (SELECT value FROM json_each(?))',
      JSON.stringify(markets),
    )
    .one().n

export const lastChange = (sql: SqlStorage): number =>
  sql.exec<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM outbox').one().seq

/** Markets whose products go into the index of a language. */
export const marketsOf = (sql: SqlStorage, policy: Locale): string[] =>
  sql
    .exec<{ id: string }>('SELECT id FROM market WHERE locale = ? ORDER BY id', policy)
    .toArray()
    .map(({ id }) => id)

/** Forgets all of it: no search server is set up any more. */
export function dropOutbox(sql: SqlStorage): void {
  for (const table of ['outbox', 'search_index', 'search_server']) sql.exec(`DELETE FROM ${table}`)
  sql.exec('DELETE FROM job WHERE name = ?', SYNC_JOB)
}
