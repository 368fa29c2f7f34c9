import { expireUploads } from '../tables/finish-upload.ts'
import { oldestRunning } from '../tables/imports.ts'
import { expireSearches } from '../tables/search-log.ts'
import { refreshEvidence } from './import-evidence.ts'
import { putJob, type JobSlice } from './job-queue.ts'
import { runImportSlice } from './run-import.ts'

export const jobs = {
  imports: 'imports',
  evidence: 'evidence',
  expire: 'expire',
  vectors: 'vectors',
} as const

const HOUR_MS = 3600 * 1000

/** Imports run one after the other, in the order they came: what came last is what stands. */
function runImports(sql: SqlStorage, now: number): number | null {
  const id = oldestRunning(sql)
  if (id === null) return null
  runImportSlice(sql, id, now)
  // Products may have come that have no vector yet.
  putJob(sql, jobs.vectors, now)
  return oldestRunning(sql) === null ? null : now
}

function expire(sql: SqlStorage, now: number): number {
  expireSearches(sql, now)
  expireUploads(sql, now)
  return now + HOUR_MS
}

export function jobSlice(sql: SqlStorage, name: string): JobSlice | 'outside' | null {
  switch (name) {
    case jobs.imports:
      return (now) => runImports(sql, now)
    case jobs.evidence:
      return (now) => (refreshEvidence(sql, now) ? now : null)
    case jobs.expire:
      return (now) => expire(sql, now)
    case jobs.vectors:
      return 'outside'
    default:
      return null
  }
}
