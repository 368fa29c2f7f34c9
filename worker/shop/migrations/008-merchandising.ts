import type { Migration } from './migration.ts'

export const merchandising: Migration = {
  id: '008_merchandising',
  statements: [
    // One entry a row, because a row ends at 2 MB; a list is replaced as a whole and its version goes up.
    `CREATE TABLE tuning (list TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE tuning_entry (
      list TEXT NOT NULL,
      position INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (list, position)
    ) WITHOUT ROWID`,
    // What a product costs the shop stands apart, so that no query that shows products can bring it along.
    `CREATE TABLE product_cost (
      row INTEGER PRIMARY KEY REFERENCES product (row) ON DELETE CASCADE,
      cost INTEGER,
      margin REAL
    )`,
  ],
}
