/** The job that sends word to the consumer who asks a model about products. */
export const ENRICH_JOB = 'enrich'

/**
 * Puts the job in line where the merchant has switched it on; one that waits already keeps its time, which may be a
 * pause the model needs.
 */
export function askForEnrichment(sql: SqlStorage, dueAt: number): void {
  sql.exec(
    `INSERT OR IGNORE INTO job (name, due_at)
     SELECT ?, ? WHERE EXISTS (SELECT 1 FROM shop WHERE json_extract(settings, '$.models.enrich'))`,
    ENRICH_JOB,
    dueAt,
  )
}

/** When the shop speaks up again if it hears nothing until then: a consumer may have been killed. */
export function awaitEnrichment(sql: SqlStorage, dueAt: number): void {
  sql.exec('INSERT OR REPLACE INTO job (name, due_at) VALUES (?, ?)', ENRICH_JOB, dueAt)
}

/** Nothing is left to do until products change. */
export function endEnrichment(sql: SqlStorage): void {
  sql.exec('DELETE FROM job WHERE name = ?', ENRICH_JOB)
}

export const isEnrichmentOn = (sql: SqlStorage): boolean =>
  sql.exec(`SELECT 1 FROM shop WHERE json_extract(settings, '$.models.enrich')`).toArray().length > 0
