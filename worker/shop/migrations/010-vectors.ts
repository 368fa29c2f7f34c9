import type { Migration } from './migration.ts'

export const vectors: Migration = {
  id: '010_vectors',
  statements: [
    // Where the back-fill stands. Vectors of one model only are kept: two models' say nothing about each other.
    `CREATE TABLE vector_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      model TEXT NOT NULL,
      dims INTEGER,
      next_slot INTEGER NOT NULL DEFAULT 0,
      looked_to INTEGER NOT NULL DEFAULT 0,
      batch INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      paused_until INTEGER NOT NULL DEFAULT 0,
      leased_until INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      budget TEXT,
      estimated INTEGER NOT NULL DEFAULT 0
    )`,
    // By id, not by row: a replaced or restored catalogue has the same goods and needs no new vectors.
    `CREATE TABLE product_vector (
      market TEXT NOT NULL,
      id TEXT NOT NULL,
      digest TEXT NOT NULL,
      seen TEXT NOT NULL,
      slot INTEGER,
      PRIMARY KEY (market, id)
    ) WITHOUT ROWID`,
    `CREATE UNIQUE INDEX product_vector_slot ON product_vector (slot) WHERE slot IS NOT NULL`,
    `CREATE TABLE vector_free (slot INTEGER PRIMARY KEY)`,
    // Records slot after slot, up to a megabyte: fifty reads bring fifty thousand vectors into memory.
    `CREATE TABLE vector_block (block INTEGER PRIMARY KEY, data BLOB NOT NULL)`,
  ],
}
