import type { Migration } from './migration.ts'

export const rerankGate: Migration = {
  id: '018_rerank_gate',
  statements: [
    // One endpoint may be compared with more than one number of cards: `id` tells which, `endpoint` is asked.
    `ALTER TABLE leaderboard_contender ADD COLUMN endpoint TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE leaderboard_contender ADD COLUMN cards INTEGER NOT NULL DEFAULT 24`,
    `UPDATE leaderboard_contender SET endpoint = id`,
    // The lead a gate decides by; null: it has nothing to decide about this query.
    `ALTER TABLE leaderboard_query ADD COLUMN gap REAL`,
    // What the last comparison taught about each endpoint, as JSON. Of another model it says nothing.
    `CREATE TABLE rerank_gate (endpoint TEXT PRIMARY KEY, model TEXT NOT NULL, gate TEXT NOT NULL) WITHOUT ROWID`,
  ],
}
