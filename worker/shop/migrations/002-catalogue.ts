import type { Migration } from './migration.ts'

export const catalogue: Migration = {
  id: '002_catalogue',
  statements: [
    // One row a generation; `live` is the one shoppers see, `replace` builds the next beside it.
    `CREATE TABLE catalogue (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      state TEXT NOT NULL CHECK (state IN ('building', 'held', 'live', 'retired')),
      import TEXT,
      created_at INTEGER NOT NULL,
      products INTEGER NOT NULL DEFAULT 0,
      indexed INTEGER NOT NULL DEFAULT 0,
      lengths TEXT NOT NULL DEFAULT '[0,0,0,0,0]'
    )`,
    `CREATE UNIQUE INDEX catalogue_live ON catalogue (state) WHERE state = 'live'`,
    // A product's texts, prices and links may differ per market, so a row belongs to one market.
    `CREATE TABLE product (
      row INTEGER PRIMARY KEY,
      catalogue INTEGER NOT NULL,
      market TEXT NOT NULL,
      id TEXT NOT NULL,
      digest TEXT NOT NULL,
      body TEXT NOT NULL,
      brand TEXT NOT NULL,
      brand_key TEXT NOT NULL,
      category TEXT NOT NULL,
      availability TEXT NOT NULL,
      visibility TEXT NOT NULL,
      adult INTEGER NOT NULL,
      price INTEGER,
      price_until INTEGER,
      created_at INTEGER,
      rating REAL,
      rating_count INTEGER NOT NULL DEFAULT 0,
      facts TEXT NOT NULL,
      stated TEXT NOT NULL,
      vector BLOB NOT NULL
    )`,
    `CREATE UNIQUE INDEX product_id ON product (catalogue, market, id)`,
    `CREATE INDEX product_category ON product (catalogue, market, category)`,
    `CREATE INDEX product_brand ON product (catalogue, brand_key)`,
    `CREATE INDEX product_price_until ON product (price_until) WHERE price_until IS NOT NULL`,
    `CREATE TABLE review (
      id TEXT PRIMARY KEY,
      product_id TEXT NOT NULL,
      digest TEXT NOT NULL,
      import TEXT NOT NULL,
      body TEXT NOT NULL
    ) WITHOUT ROWID`,
    `CREATE INDEX review_product ON review (product_id)`,
    // Products whose reviews changed and whose evidence is to be condensed again.
    `CREATE TABLE stale_evidence (product_id TEXT PRIMARY KEY) WITHOUT ROWID`,
  ],
}
