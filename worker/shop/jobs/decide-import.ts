import type { DecisionFailure, ImportDecision } from '../../ports/shop-store.ts'
import type { ImportStatus } from '../../contract/catalogue.ts'
import { err, ok, type Result } from '../../result.ts'
import { dropCatalogue, makeLive } from '../tables/catalogues.ts'
import { dropWorkingRows, importStatus, readImport, updateImport } from '../tables/imports.ts'

/** The merchant's word on a held import: the new catalogue goes live, or is dropped and the old one stays. */
export function decideImport(
  sql: SqlStorage,
  id: string,
  decision: ImportDecision,
  now: number,
): Result<ImportStatus, DecisionFailure> {
  const row = readImport(sql, id)
  if (!row || row.status === 'uploading') return err({ kind: 'import_missing' })
  if (row.status !== 'held' || row.catalogue === null) return err({ kind: 'not_held', status: row.status })
  if (decision === 'accept') makeLive(sql, row.catalogue)
  else dropCatalogue(sql, row.catalogue)
  updateImport(sql, id, {
    status: decision === 'accept' ? 'done' : 'failed',
    stage: decision === 'accept' ? 'done' : 'discarded',
    finished_at: now,
  })
  dropWorkingRows(sql, id)
  const status = importStatus(sql, id)
  return status ? ok(status) : err({ kind: 'import_missing' })
}
