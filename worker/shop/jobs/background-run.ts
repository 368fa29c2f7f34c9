import type { BudgetReason } from '../../contract/vocabulary.ts'

/** Work in the background that goes on over many turns, the one of its kind a shop keeps. Times are milliseconds since the epoch. */
export interface BackgroundRun {
  readonly id: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly paused_until: number
  readonly paused_by: BudgetReason | null
  readonly lease: string | null
  readonly leased_until: number
  /** Turns in a row that brought nothing. */
  readonly failures: number
  readonly last_error: string | null
}

type Columns = { [Name in keyof BackgroundRun]: BackgroundRun[Name] }

/** Where runs of each kind are kept. */
type RunTable = 'leaderboard_run' | 'warm_run'

export const readBackgroundRun = (sql: SqlStorage, table: RunTable): BackgroundRun | null =>
  sql
    .exec<Columns>(
      `SELECT id, started_at, finished_at, paused_until, paused_by, lease, leased_until, failures, last_error
       FROM ${table}`,
    )
    .toArray()[0] ?? null

export function changeBackgroundRun(sql: SqlStorage, table: RunTable, changes: Partial<BackgroundRun>): void {
  const names = Object.keys(changes) as (keyof BackgroundRun)[]
  // Names come from the types above, never from a caller's text.
  const set = names.map((name) => `${name} = ?`).join(', ')
  sql.exec(`UPDATE ${table} SET ${set}`, ...names.map((name) => changes[name] ?? null))
}
