import type { Migration } from './migration.ts'

export const models: Migration = {
  id: '011_models',
  statements: [
    // Who serves what, and what is forbidden, as JSON; without a row nothing has been set up.
    `CREATE TABLE model_setup (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      version INTEGER NOT NULL,
      setup TEXT NOT NULL
    )`,
    // The key is sealed outside and cannot be opened here. `probe` is what the last one found, as JSON.
    `CREATE TABLE model_endpoint (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      endpoint TEXT NOT NULL,
      sealed_key TEXT,
      key_hint TEXT,
      probe TEXT
    ) WITHOUT ROWID`,
  ],
}
