import { changeBackgroundRun, readBackgroundRun, type BackgroundRun } from '../jobs/background-run.ts'

/** The comparison a shop keeps; null: there is none. */
export const readRun = (sql: SqlStorage): BackgroundRun | null => readBackgroundRun(sql, 'leaderboard_run')

export const changeRun = (sql: SqlStorage, changes: Partial<BackgroundRun>): void =>
  changeBackgroundRun(sql, 'leaderboard_run', changes)
