import { err, ok, type Result } from '../../result.ts'
import type { StaleList } from '../../ports/shop-store.ts'

/** The lists a merchant tunes by hand. */
export type TuningList = 'synonyms' | 'rules' | 'grades'

/** Goes up with every change; 0 before the first. */
export function listVersion(sql: SqlStorage, list: TuningList): number {
  return (
    sql.exec<{ version: number }>('SELECT version FROM tuning WHERE list = ?', list).toArray()[0]?.version ??
    0
  )
}

/** The entries in their order. They were checked against the contract when they were written. */
export function readList<Entry>(sql: SqlStorage, list: TuningList): Entry[] {
  return sql
    .exec<{ body: string }>('SELECT body FROM tuning_entry WHERE list = ? ORDER BY position', list)
    .toArray()
    .map(({ body }) => JSON.parse(body) as Entry)
}

/**
 * Replaces a whole list; the caller's transaction makes that one step.
 * @returns the new version; a failure, with nothing changed, when the list is no more the one of `ifVersion`
 */
export function replaceList(
  sql: SqlStorage,
  list: TuningList,
  entries: readonly unknown[],
  ifVersion: number | undefined,
): Result<number, StaleList> {
  const before = listVersion(sql, list)
  if (ifVersion !== undefined && ifVersion !== before) return err({ kind: 'stale', version: before })
  sql.exec('DELETE FROM tuning_entry WHERE list = ?', list)
  entries.forEach((entry, position) => {
    sql.exec(
      'INSERT INTO tuning_entry (list, position, body) VALUES (?, ?, ?)',
      list,
      position,
      JSON.stringify(entry),
    )
  })
  sql.exec('INSERT OR REPLACE INTO tuning (list, version) VALUES (?, ?)', list, before + 1)
  return ok(before + 1)
}
