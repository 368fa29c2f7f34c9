import { readWarmRun } from './warm-run.ts'

/** The job that sends word to the consumer who has words and orders thought out. */
export const WARM_JOB = 'warm'

/** From the beginning of one run to that of the next. */
const RUN_EVERY_MS = 24 * 3600 * 1000

export const isWarmingOn = (sql: SqlStorage): boolean =>
  sql.exec(`SELECT 1 FROM shop WHERE json_extract(settings, '$.models.warm')`).toArray().length > 0

/** When somebody has to look after the run: at once while it is under way, else when the next is due. */
export function warmingDue(sql: SqlStorage, now: number): number {
  const run = readWarmRun(sql)
  return run === null || run.finished_at === null ? now : Math.max(now, run.started_at + RUN_EVERY_MS)
}

/** Puts the job in line where the merchant has switched it on; one that waits already keeps its time. */
export function askForWarming(sql: SqlStorage, now: number): void {
  if (!isWarmingOn(sql)) return
  sql.exec('INSERT OR IGNORE INTO job (name, due_at) VALUES (?, ?)', WARM_JOB, warmingDue(sql, now))
}

/** When the shop speaks up again if it hears nothing until then: a consumer may have been killed. */
export function awaitWarming(sql: SqlStorage, dueAt: number): void {
  sql.exec('INSERT OR REPLACE INTO job (name, due_at) VALUES (?, ?)', WARM_JOB, dueAt)
}

/** Nobody is to come for now. */
export function endWarming(sql: SqlStorage): void {
  sql.exec('DELETE FROM job WHERE name = ?', WARM_JOB)
}
