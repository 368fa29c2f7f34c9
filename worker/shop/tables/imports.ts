import type { ImportStatus, RowError } from '../../contract/catalogue.ts'
import type { ImportFormat, ImportKind, ImportMode } from '../../contract/vocabulary.ts'
import type { NewImport } from '../../ports/shop-store.ts'

/** `uploading` is not yet the shop's: only from `running` on is the file sure to be read to its end. */
export type ImportState = 'uploading' | 'running' | 'held' | 'done' | 'failed'

export interface ImportRow {
  readonly id: string
  readonly kind: ImportKind
  readonly mode: ImportMode
  readonly format: ImportFormat
  readonly market: string
  readonly status: ImportState
  readonly stage: string
  readonly checkpoint: string
  readonly detected: string | null
  readonly bytes: number
  readonly bytes_read: number
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  readonly changed: number
  readonly removed: number
  readonly progress: number
  readonly catalogue: number | null
  readonly held_because: string | null
  readonly created_at: number
  readonly finished_at: number | null
}

const ERRORS_KEPT = 1000

export function insertImport(sql: SqlStorage, request: NewImport, now: number): void {
  sql.exec(
    `INSERT INTO import (id, kind, mode, format, market, status, stage, checkpoint, created_at)
     VALUES (?, ?, ?, ?, ?, 'uploading', 'uploading', '{}', ?)`,
    request.id,
    request.kind,
    request.mode,
    request.format,
    request.market,
    now,
  )
}

export function readImport(sql: SqlStorage, id: string): ImportRow | null {
  const row = sql.exec('SELECT * FROM import WHERE id = ?', id).toArray()[0]
  return row ? (row as unknown as ImportRow) : null
}

/** Changes named columns of an import; the names come from this code, never from outside. */
export function updateImport(
  sql: SqlStorage,
  id: string,
  changes: Partial<Omit<{ -readonly [column in keyof ImportRow]: ImportRow[column] }, 'id'>>,
): void {
  const columns = Object.keys(changes)
  const assignments = columns.map((column) => `${column} = ?`).join(', ')
  sql.exec(`UPDATE import SET ${assignments} WHERE id = ?`, ...Object.values(changes), id)
}

export function addErrors(sql: SqlStorage, id: string, errors: readonly RowError[]): void {
  if (errors.length === 0) return
  const { n } = sql.exec<{ n: number }>('SELECT count(*) AS n FROM import_error WHERE import = ?', id).one()
  errors.slice(0, Math.max(0, ERRORS_KEPT - n)).forEach(({ line, field, message }, index) => {
    sql.exec(
      'INSERT INTO import_error (import, seq, line, field, message) VALUES (?, ?, ?, ?, ?)',
      id,
      n + index,
      line,
      field,
      message,
    )
  })
}

export function listImportIds(sql: SqlStorage, most: number): string[] {
  return sql
    .exec<{ id: string }>(
      `SELECT id FROM import WHERE status <> 'uploading' ORDER BY created_at DESC, id LIMIT ?`,
      most,
    )
    .toArray()
    .map(({ id }) => id)
}

/** What the shop sees of an import; null while its upload is not complete. */
export function importStatus(sql: SqlStorage, id: string): ImportStatus | null {
  const row = readImport(sql, id)
  if (!row || row.status === 'uploading') return null
  const errors = sql
    .exec<{ line: number; field: string; message: string }>(
      'SELECT line, field, message FROM import_error WHERE import = ? ORDER BY line, seq',
      id,
    )
    .toArray()
  return {
    import: row.id,
    kind: row.kind,
    mode: row.mode,
    status: row.status,
    ...(row.detected === null
      ? {}
      : { detected: JSON.parse(row.detected) as NonNullable<ImportStatus['detected']> }),
    read: row.read,
    accepted: row.accepted,
    rejected: row.rejected,
    changed: row.changed,
    removed: row.removed,
    progress: row.progress,
    stage: row.stage,
    errors,
    ...(row.held_because === null ? {} : { held_because: row.held_because }),
    created_at: new Date(row.created_at).toISOString(),
    ...(row.finished_at === null ? {} : { finished_at: new Date(row.finished_at).toISOString() }),
  }
}

/** The file's bytes and half-read parts are no longer needed. */
export function dropWorkingRows(sql: SqlStorage, id: string): void {
  sql.exec('DELETE FROM import_chunk WHERE import = ?', id)
  sql.exec('DELETE FROM import_part WHERE import = ?', id)
}

export function putChunk(sql: SqlStorage, id: string, seq: number, bytes: Uint8Array): void {
  sql.exec('INSERT OR REPLACE INTO import_chunk (import, seq, bytes) VALUES (?, ?, ?)', id, seq, bytes)
}

export function chunkAt(sql: SqlStorage, id: string, seq: number): Uint8Array | null {
  const row = sql
    .exec<{ bytes: ArrayBuffer }>('SELECT bytes FROM import_chunk WHERE import = ? AND seq = ?', id, seq)
    .toArray()[0]
  return row ? new Uint8Array(row.bytes) : null
}

export function chunkCount(sql: SqlStorage, id: string): number {
  return sql.exec<{ n: number }>('SELECT count(*) AS n FROM import_chunk WHERE import = ?', id).one().n
}

/** The import whose turn it is; null when none is under way. */
export function oldestRunning(sql: SqlStorage): string | null {
  const row = sql
    .exec<{ id: string }>(`SELECT id FROM import WHERE status = 'running' ORDER BY created_at, id LIMIT 1`)
    .toArray()[0]
  return row?.id ?? null
}
