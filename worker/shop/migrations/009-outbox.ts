import type { Migration } from './migration.ts'

export const outbox: Migration = {
  id: '009_outbox',
  statements: [
    // Changed products whose change a search server has not taken yet; a later change of the same one replaces it.
    `CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      market TEXT NOT NULL,
      id TEXT NOT NULL,
      UNIQUE (market, id)
    )`,
    // Only there while a search server is set up: without a row nothing is written to the outbox.
    `CREATE TABLE search_server (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      endpoint TEXT NOT NULL,
      lease TEXT NOT NULL DEFAULT '',
      lease_until INTEGER NOT NULL DEFAULT 0
    )`,
    // One index a language policy; how it stands, as JSON (see shop/sync/index-state.ts).
    `CREATE TABLE search_index (
      policy TEXT PRIMARY KEY,
      state TEXT NOT NULL
    ) WITHOUT ROWID`,
  ],
}
