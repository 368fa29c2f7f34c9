import type { Migration } from './migration.ts'

export const tags: Migration = {
  id: '007_tags',
  statements: [
    // The merchant's word on a product's tags, which beats what its texts say.
    `CREATE TABLE tag_correction (
      product_id TEXT NOT NULL,
      tag TEXT NOT NULL,
      added INTEGER NOT NULL,
      PRIMARY KEY (product_id, tag)
    ) WITHOUT ROWID`,
    `CREATE TABLE tag_hidden (tag TEXT PRIMARY KEY) WITHOUT ROWID`,
    // Products from before carry no tags yet: they are written anew in the background.
    `INSERT OR IGNORE INTO stale_evidence SELECT DISTINCT id FROM product`,
    `INSERT OR IGNORE INTO job (name, due_at) SELECT 'evidence', 0 WHERE EXISTS (SELECT 1 FROM product)`,
  ],
}
