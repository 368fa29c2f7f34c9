import type { Migration } from './migration.ts'

export const expansions: Migration = {
  id: '012_expansions',
  statements: [
    // Words a model would look for beside a wish's own; the key names the wish, the language, the model and the prompt.
    `CREATE TABLE expansion (key TEXT PRIMARY KEY, words TEXT NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE INDEX expansion_made ON expansion (made_at)`,
  ],
}
