import type { Migration } from './migration.ts'

export const readingOrder: Migration = {
  id: '016_reading_order',
  statements: [
    // Products are read in this order: goods of one kind share the tags they are asked about.
    `CREATE INDEX product_reading ON product (catalogue, market, category, id)`,
    // Where the reading stands is a place in that order now, no row; what was written stays.
    `DROP TABLE enrich_state`,
    `CREATE TABLE enrich_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      run TEXT NOT NULL,
      looked_to TEXT NOT NULL DEFAULT '',
      batch INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      paused_until INTEGER NOT NULL DEFAULT 0,
      leased_until INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      budget TEXT,
      estimated INTEGER NOT NULL DEFAULT 0
    )`,
  ],
}
