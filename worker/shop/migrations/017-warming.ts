import type { Migration } from './migration.ts'

export const warming: Migration = {
  id: '017_warming',
  statements: [
    // Orders of cards that a model gave before anybody asked. `key`: intent and model; `cards`: what it is of.
    `CREATE TABLE warm_order (
      key TEXT PRIMARY KEY,
      cards TEXT NOT NULL,
      answer TEXT NOT NULL,
      made_at INTEGER NOT NULL
    ) WITHOUT ROWID`,
    // The last run. Times are milliseconds since the epoch.
    `CREATE TABLE warm_run (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      paused_until INTEGER NOT NULL DEFAULT 0,
      paused_by TEXT,
      lease TEXT,
      leased_until INTEGER NOT NULL DEFAULT 0,
      failures INTEGER NOT NULL DEFAULT 0,
      last_error TEXT
    )`,
    // Its queries. `wants_order`: it is among those that get one; `expansion`, `ordering`: what came of each, NULL while
    // nothing has; `passes`: places of `cards` as the model ordered them so far, as JSON; `failures`: answers too late.
    `CREATE TABLE warm_query (
      position INTEGER PRIMARY KEY,
      market TEXT NOT NULL,
      query TEXT NOT NULL,
      wants_order INTEGER NOT NULL,
      done INTEGER NOT NULL DEFAULT 0,
      failures INTEGER NOT NULL DEFAULT 0,
      expansion TEXT,
      ordering TEXT,
      cards TEXT,
      passes TEXT NOT NULL DEFAULT '[]'
    )`,
  ],
}
