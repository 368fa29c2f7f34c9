import type { Grade, GradesResponse } from '../../contract/leaderboard.ts'
import type { StaleList } from '../../ports/shop-store.ts'
import { ok, type Result } from '../../result.ts'
import { listVersion, readList, replaceList } from './tuning.ts'

/** The shop's judged queries. */
export const readGrades = (sql: SqlStorage): GradesResponse => ({
  version: listVersion(sql, 'grades'),
  grades: readList<Grade>(sql, 'grades'),
})

/** Replaces them; see `replaceList`. A comparison under way goes on with those it began with. */
export function replaceGrades(
  sql: SqlStorage,
  grades: readonly Grade[],
  ifVersion: number | undefined,
): Result<GradesResponse, StaleList> {
  const replaced = replaceList(sql, 'grades', grades, ifVersion)
  return replaced.ok ? ok(readGrades(sql)) : replaced
}
