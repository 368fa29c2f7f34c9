import type { Migration } from './migration.ts'

export const jobsAndLog: Migration = {
  id: '004_jobs_and_log',
  statements: [
    `CREATE TABLE job (
      name TEXT PRIMARY KEY,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID`,
    `CREATE TABLE search_log (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      query TEXT NOT NULL,
      understood TEXT NOT NULL,
      hits TEXT NOT NULL,
      total INTEGER NOT NULL,
      answer TEXT NOT NULL,
      mode TEXT NOT NULL,
      took_ms INTEGER NOT NULL
    )`,
    `CREATE INDEX search_log_at ON search_log (at)`,
  ],
}
