import { addErrors, dropWorkingRows, readImport, updateImport } from '../tables/imports.ts'
import { readStage } from './import-read.ts'
import { foldStage } from './import-fold.ts'
import { evidenceStage } from './import-evidence.ts'
import type { HistoryStoring } from '../events/store-events.ts'
import { ImportRefused, type Stage } from './import-stage.ts'

const stages: Readonly<Record<string, Stage>> = {
  reading: readStage,
  folding: foldStage,
  evidence: evidenceStage,
}

/** How much of the bar each stage fills. */
const share: Readonly<Record<string, readonly [from: number, to: number]>> = {
  reading: [0, 0.4],
  folding: [0.4, 1],
  evidence: [0.4, 1],
}

/**
 * One slice of an import, a few dozen milliseconds of work, inside the caller's transaction: what it did and
 * where it stands are written together, so a kill at any moment loses nothing and repeats nothing.
 */
export function runImportSlice(
  sql: SqlStorage,
  storing: HistoryStoring,
  id: string,
  now: number,
): number | null {
  const row = readImport(sql, id)
  if (!row || row.status !== 'running') return null
  const stage = stages[row.stage]
  if (!stage) throw new Error(`import ${id} stands at an unknown stage: ${row.stage}`)
  try {
    const { changes, next } = stage(sql, row, now, storing)
    const bar = share[row.stage] ?? [0, 1]
    const progress = bar[0] + (bar[1] - bar[0]) * (changes.progress ?? 0)
    if (next === null) {
      updateImport(sql, id, {
        ...changes,
        status: changes.status ?? 'done',
        progress: 1,
        stage: 'done',
        finished_at: now,
      })
      if (changes.status !== 'held') dropWorkingRows(sql, id)
      return null
    }
    updateImport(sql, id, { ...changes, progress, stage: next })
    return now
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    addErrors(sql, id, [{ line: error.line, field: error.field, message: error.message }])
    updateImport(sql, id, { status: 'failed', stage: 'failed', finished_at: now })
    dropWorkingRows(sql, id)
    return null
  }
}
