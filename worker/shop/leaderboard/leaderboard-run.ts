import type { BudgetReason } from '../../contract/vocabulary.ts'

/** The comparison a shop keeps. Times are milliseconds since the epoch. */
export interface LeaderboardRun {
  readonly id: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly paused_until: number
  readonly paused_by: BudgetReason | null
  readonly lease: string | null
  readonly leased_until: number
  /** Turns in a row in which the shop could not be searched. */
  readonly failures: number
  readonly last_error: string | null
}

type Columns = { [Name in keyof LeaderboardRun]: LeaderboardRun[Name] }

export const readRun = (sql: SqlStorage): LeaderboardRun | null =>
  sql.exec<Columns>('SELECT * FROM leaderboard_run').toArray()[0] ?? null

export function changeRun(sql: SqlStorage, changes: Partial<LeaderboardRun>): void {
  const names = Object.keys(changes) as (keyof LeaderboardRun)[]
  // Names come from the interface above, never from a caller's text.
  const set = names.map((name) => `${name} = ?`).join(', ')
  sql.exec(`UPDATE leaderboard_run SET ${set}`, ...names.map((name) => changes[name] ?? null))
}
