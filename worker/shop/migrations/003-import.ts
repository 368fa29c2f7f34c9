import type { Migration } from './migration.ts'

export const imports: Migration = {
  id: '003_import',
  statements: [
    `CREATE TABLE import (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      mode TEXT NOT NULL,
      format TEXT NOT NULL,
      market TEXT NOT NULL,
      status TEXT NOT NULL,
      stage TEXT NOT NULL,
      checkpoint TEXT NOT NULL,
      detected TEXT,
      bytes INTEGER NOT NULL DEFAULT 0,
      bytes_read INTEGER NOT NULL DEFAULT 0,
      read INTEGER NOT NULL DEFAULT 0,
      accepted INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0,
      removed INTEGER NOT NULL DEFAULT 0,
      progress REAL NOT NULL DEFAULT 0,
      catalogue INTEGER,
      held_because TEXT,
      created_at INTEGER NOT NULL,
      finished_at INTEGER
    )`,
    `CREATE TABLE import_chunk (
      import TEXT NOT NULL,
      seq INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (import, seq)
    ) WITHOUT ROWID`,
    `CREATE TABLE import_part (
      import TEXT NOT NULL,
      group_key TEXT NOT NULL,
      seq INTEGER NOT NULL,
      line INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (import, group_key, seq)
    ) WITHOUT ROWID`,
    `CREATE TABLE import_error (
      import TEXT NOT NULL,
      seq INTEGER NOT NULL,
      line INTEGER NOT NULL,
      field TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (import, seq)
    ) WITHOUT ROWID`,
  ],
}
