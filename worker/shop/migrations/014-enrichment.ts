import type { Migration } from './migration.ts'

export const enrichment: Migration = {
  id: '014_enrichment',
  statements: [
    // Where the enrichment stands. `run`: the model, prompt and vocabulary it stands there with.
    `CREATE TABLE enrich_state (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      run TEXT NOT NULL,
      looked_to INTEGER NOT NULL DEFAULT 0,
      batch INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      paused_until INTEGER NOT NULL DEFAULT 0,
      leased_until INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      budget TEXT,
      estimated INTEGER NOT NULL DEFAULT 0
    )`,
    // What a model wrote about a product; by id, not by row, for a replaced catalogue has the same goods.
    // `key`: what the answer depends on; `text`: what the model was shown; `seen`: the product it was made from.
    `CREATE TABLE product_enrichment (
      market TEXT NOT NULL,
      id TEXT NOT NULL,
      run TEXT NOT NULL,
      key TEXT NOT NULL,
      text TEXT NOT NULL,
      seen TEXT NOT NULL,
      failed INTEGER NOT NULL,
      written INTEGER NOT NULL,
      tags TEXT NOT NULL,
      wishes TEXT NOT NULL,
      PRIMARY KEY (market, id)
    ) WITHOUT ROWID`,
    `CREATE INDEX product_enrichment_id ON product_enrichment (id)`,
  ],
}
