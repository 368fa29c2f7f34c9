import type { Migration } from './migration.ts'

export const indexByTerms: Migration = {
  id: '005_index_by_terms',
  statements: [
    // Which rows differ from what was last made of them: from their part of the index, and in memory.
    `CREATE TABLE product_change (seq INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL)`,
    ...(['INSERT', 'UPDATE', 'DELETE'] as const).map(
      (event) => `CREATE TRIGGER product_after_${event.toLowerCase()} AFTER ${event} ON product BEGIN
        INSERT INTO product_change (row) VALUES (${event === 'DELETE' ? 'OLD' : 'NEW'}.row);
      END`,
    ),
    // The index by terms, in parts of so many rows (see tables/index-parts.ts). `built` is the change it is up to.
    `CREATE TABLE index_part (
      part INTEGER PRIMARY KEY,
      built INTEGER NOT NULL,
      first_catalogue INTEGER NOT NULL,
      last_catalogue INTEGER NOT NULL,
      markets TEXT NOT NULL,
      columns BLOB NOT NULL
    )`,
    `CREATE TABLE index_postings (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL)`,
    // What was there before this version.
    `INSERT INTO product_change (row) SELECT row FROM product`,
  ],
}
