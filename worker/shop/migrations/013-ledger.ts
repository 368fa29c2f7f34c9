import type { Migration } from './migration.ts'

export const ledger: Migration = {
  id: '013_ledger',
  statements: [
    // Every call to a model, from the moment that its cost is set aside. `expires_at` is null once it has ended; `cost`
    // is in billionths of a dollar, as in model_day.
    `CREATE TABLE model_call (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      day TEXT NOT NULL,
      purpose TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      owner TEXT NOT NULL,
      model TEXT NOT NULL,
      price_in REAL,
      price_out REAL,
      input_sha256 TEXT NOT NULL,
      input_bytes INTEGER NOT NULL,
      input TEXT,
      tokens_in INTEGER NOT NULL DEFAULT 0,
      tokens_out INTEGER NOT NULL DEFAULT 0,
      counted INTEGER NOT NULL DEFAULT 0,
      cost INTEGER NOT NULL DEFAULT 0,
      latency_ms INTEGER,
      first_byte_ms INTEGER,
      verdict TEXT NOT NULL,
      dropped TEXT NOT NULL DEFAULT '{}',
      request_id TEXT NOT NULL,
      expires_at INTEGER
    )`,
    `CREATE INDEX model_call_pending ON model_call (expires_at) WHERE expires_at IS NOT NULL`,
    `CREATE INDEX model_call_input ON model_call (at) WHERE input IS NOT NULL`,
    `CREATE INDEX model_call_at ON model_call (at)`,
    // What the calls of a day came to: budgets are judged by it, and it outlives the calls.
    `CREATE TABLE model_day (
      day TEXT NOT NULL,
      purpose TEXT NOT NULL,
      owner TEXT NOT NULL,
      calls INTEGER NOT NULL DEFAULT 0,
      tokens_in INTEGER NOT NULL DEFAULT 0,
      tokens_out INTEGER NOT NULL DEFAULT 0,
      cost INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      dropped INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0,
      remembered INTEGER NOT NULL DEFAULT 0,
      joined INTEGER NOT NULL DEFAULT 0,
      rested INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (day, purpose, owner)
    ) WITHOUT ROWID`,
  ],
}
