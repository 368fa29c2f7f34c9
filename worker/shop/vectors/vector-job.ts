/** The job that sends word to the consumer who asks an embedder. */
export const VECTORS_JOB = 'vectors'

/** Puts the job in line; one that waits already keeps its time, which may be a pause the service asked for. */
export function askForVectors(sql: SqlStorage, dueAt: number): void {
  sql.exec('INSERT OR IGNORE INTO job (name, due_at) VALUES (?, ?)', VECTORS_JOB, dueAt)
}

/** When the shop speaks up again if it hears nothing until then: a consumer may have been killed. */
export function awaitVectors(sql: SqlStorage, dueAt: number): void {
  sql.exec('INSERT OR REPLACE INTO job (name, due_at) VALUES (?, ?)', VECTORS_JOB, dueAt)
}

/** Whether products may still lack vectors. */
export const isEmbedding = (sql: SqlStorage): boolean =>
  sql.exec('SELECT 1 FROM job WHERE name = ?', VECTORS_JOB).toArray().length > 0

/** Nothing is left to do until products change. */
export function endVectors(sql: SqlStorage): void {
  sql.exec('DELETE FROM job WHERE name = ?', VECTORS_JOB)
}
