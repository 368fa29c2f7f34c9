import type { Migration } from './migration.ts'

export const shop: Migration = {
  id: '001_shop',
  statements: [
    `CREATE TABLE shop (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL,
      public_key TEXT NOT NULL,
      secret_hash TEXT NOT NULL,
      settings TEXT NOT NULL,
      experiment_salt TEXT NOT NULL,
      created_at INTEGER NOT NULL
    )`,
    `CREATE TABLE market (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      locale TEXT NOT NULL,
      currency TEXT NOT NULL,
      origin TEXT,
      path TEXT
    )`,
  ],
}
