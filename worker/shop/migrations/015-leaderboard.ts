import type { Migration } from './migration.ts'

export const leaderboard: Migration = {
  id: '015_leaderboard',
  statements: [
    // The one comparison of models that is kept. Times are milliseconds since the epoch.
    `CREATE TABLE leaderboard_run (
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
    // Queries with their grades as they were at its start, as JSON.
    `CREATE TABLE leaderboard_query (
      position INTEGER PRIMARY KEY,
      query TEXT NOT NULL,
      grades TEXT NOT NULL,
      done INTEGER NOT NULL DEFAULT 0
    )`,
    // `failures`: calls in a row without an answer; `stopped`: why it is asked no further.
    `CREATE TABLE leaderboard_contender (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      owner TEXT NOT NULL,
      model TEXT NOT NULL,
      price TEXT,
      failures INTEGER NOT NULL DEFAULT 0,
      stopped TEXT,
      answered_by TEXT
    ) WITHOUT ROWID`,
    // `contender` is empty for the first stage; `cards` tells the products that were ordered.
    `CREATE TABLE leaderboard_score (
      position INTEGER NOT NULL,
      contender TEXT NOT NULL,
      cards TEXT NOT NULL,
      outcome TEXT NOT NULL,
      ndcg REAL NOT NULL,
      judged INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      concordant INTEGER NOT NULL,
      pairs INTEGER NOT NULL,
      latency_ms INTEGER,
      tokens_in INTEGER,
      tokens_out INTEGER,
      counted INTEGER,
      PRIMARY KEY (position, contender)
    ) WITHOUT ROWID`,
  ],
}
