import type { Migration } from './migration.ts'

export const typing: Migration = {
  id: '006_typing',
  statements: [
    // Counts up with every write, so that what is remembered of a catalogue's words can be told from stale.
    `ALTER TABLE catalogue ADD COLUMN changes INTEGER NOT NULL DEFAULT 0`,
    // The words, brands and category paths of a catalogue as the shop writes them.
    `CREATE TABLE catalogue_word (
      catalogue INTEGER NOT NULL,
      market TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('word', 'brand', 'category')),
      key TEXT NOT NULL,
      text TEXT NOT NULL,
      documents INTEGER NOT NULL,
      PRIMARY KEY (catalogue, market, kind, key)
    ) WITHOUT ROWID`,
    // Catalogues from before: their words are counted in the background.
    `CREATE TABLE catalogue_word_fill (catalogue INTEGER PRIMARY KEY, row INTEGER NOT NULL)`,
    `INSERT INTO catalogue_word_fill SELECT id, 0 FROM catalogue`,
    `INSERT OR IGNORE INTO job (name, due_at) SELECT 'words', 0 WHERE EXISTS (SELECT 1 FROM catalogue)`,
    // Other spellings of brands in the merchant's own words.
    `CREATE TABLE brand_spelling (
      brand_key TEXT PRIMARY KEY,
      brand TEXT NOT NULL,
      spellings TEXT NOT NULL
    ) WITHOUT ROWID`,
    // Who searched for what, for telling how many did: visitors as keyed hashes, days since the epoch.
    `CREATE TABLE query_visit (
      market TEXT NOT NULL,
      query_key TEXT NOT NULL,
      visitor TEXT NOT NULL,
      day INTEGER NOT NULL,
      clicked INTEGER NOT NULL,
      PRIMARY KEY (market, query_key, visitor, day)
    ) WITHOUT ROWID`,
    `CREATE INDEX query_visit_day ON query_visit (day)`,
    // What enough visitors searched for and clicked on.
    `CREATE TABLE popular_query (
      market TEXT NOT NULL,
      query_key TEXT NOT NULL,
      text TEXT NOT NULL,
      visitors INTEGER NOT NULL,
      days INTEGER NOT NULL,
      PRIMARY KEY (market, query_key)
    ) WITHOUT ROWID`,
    // Queries that are never suggested, and those the merchant wants shown first.
    `CREATE TABLE query_list (
      list TEXT NOT NULL CHECK (list IN ('blocked', 'popular')),
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (list, position)
    ) WITHOUT ROWID`,
    `CREATE TABLE secret_salt (only INTEGER PRIMARY KEY CHECK (only = 1), salt TEXT NOT NULL)`,
    `INSERT INTO secret_salt VALUES (1, lower(hex(randomblob(32))))`,
  ],
}
