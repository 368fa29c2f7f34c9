/** The job that sends word to the consumer who compares models. */
export const LEADERBOARD_JOB = 'leaderboard'

/** When the shop speaks up again if it hears nothing until then: a consumer may have been killed. */
export function awaitLeaderboard(sql: SqlStorage, dueAt: number): void {
  sql.exec('INSERT OR REPLACE INTO job (name, due_at) VALUES (?, ?)', LEADERBOARD_JOB, dueAt)
}

/** Nothing is left to do until a comparison is begun. */
export function endLeaderboard(sql: SqlStorage): void {
  sql.exec('DELETE FROM job WHERE name = ?', LEADERBOARD_JOB)
}
