import type { Migration } from './migration.ts'

export const recommender: Migration = {
  id: '020_recommender',
  statements: [
    // Products that something was learnt of, whether or not they are in a catalogue now. `n`: sessions that had it;
    // `lp`: logarithm of popularity decayed forward, so that the order never needs to be decayed again. Numbers are
    // never used again: other rows hold them.
    `CREATE TABLE rec_item (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      ext TEXT NOT NULL UNIQUE,
      n INTEGER NOT NULL DEFAULT 0,
      lp REAL NOT NULL
    )`,
    `CREATE INDEX rec_item_lp ON rec_item (lp DESC)`,
    // Packed and bounded (see recommend/packed-pairs.ts, packed-steps.ts): one row read for each product of a context
    // instead of hundreds. `post`: newest sessions; `nxt`: what came after; `co`: same sessions; `orders`: bought along.
    `CREATE TABLE rec_vec (id INTEGER PRIMARY KEY, post BLOB, nxt BLOB, co BLOB, orders BLOB)`,
    // `t`: last event, milliseconds since the epoch.
    `CREATE TABLE rec_session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      visitor TEXT,
      t INTEGER NOT NULL,
      items BLOB NOT NULL
    )`,
    `CREATE INDEX rec_session_t ON rec_session (t)`,
    `CREATE INDEX rec_session_visitor ON rec_session (visitor) WHERE visitor IS NOT NULL`,
    // What the shop's events have taught about how to recommend: rates and gains, as JSON.
    `CREATE TABLE rec_model (k TEXT PRIMARY KEY, v TEXT NOT NULL) WITHOUT ROWID`,
  ],
}
