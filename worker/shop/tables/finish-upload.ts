import { startsWithMark, transcodeFile } from './import-file.ts'
import { chunkCount, dropWorkingRows, readImport, updateImport } from './imports.ts'

/** An upload that never ended is forgotten after this long. */
const UPLOAD_MOST_MS = 24 * 3600 * 1000

/** The whole file is here: stored as UTF-8 from now on and put in line. */
export function finishUpload(sql: SqlStorage, id: string, encoding: string): void {
  const row = readImport(sql, id)
  if (row?.status !== 'uploading') return
  // Behind a byte order mark UTF-8 is believed, not proven: what does not fit is replaced before it is counted.
  const bytes =
    encoding === 'utf-8' && !startsWithMark(sql, id)
      ? sql
          .exec<{ n: number | null }>('SELECT sum(length(bytes)) AS n FROM import_chunk WHERE import = ?', id)
          .one().n
      : transcodeFile(sql, id, encoding, chunkCount(sql, id))
  updateImport(sql, id, {
    status: 'running',
    stage: 'reading',
    bytes: bytes ?? 0,
    detected: JSON.stringify({ encoding, format: row.format }),
  })
}

export function expireUploads(sql: SqlStorage, now: number): void {
  const abandoned = sql
    .exec<{ id: string }>(
      `SELECT id FROM import WHERE status = 'uploading' AND created_at < ?`,
      now - UPLOAD_MOST_MS,
    )
    .toArray()
  for (const { id } of abandoned) dropUpload(sql, id)
}

/** Forgets an upload that was refused or broke off; an import that has begun is left alone. */
export function dropUpload(sql: SqlStorage, id: string): void {
  if (readImport(sql, id)?.status !== 'uploading') return
  dropWorkingRows(sql, id)
  sql.exec('DELETE FROM import WHERE id = ?', id)
}
