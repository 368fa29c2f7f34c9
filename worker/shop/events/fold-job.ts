/** The job that folds events into what reads need. */
export const EVENTS_JOB = 'events'

/** Events come in bursts, and nobody waits for what they are folded into. */
const FOLD_WAIT_MS = 2_000

/** Puts the job in line; one that waits already keeps its time. `now`: milliseconds since the epoch. */
export function askForFold(sql: SqlStorage, now: number): void {
  sql.exec('INSERT OR IGNORE INTO job (name, due_at) VALUES (?, ?)', EVENTS_JOB, now + FOLD_WAIT_MS)
}
