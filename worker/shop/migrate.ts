import { migrations } from './migrations.ts'
import type { Migration } from './migrations/migration.ts'

const applied = (sql: SqlStorage) =>
  sql
    .exec<{ id: string }>('SELECT id FROM migration ORDER BY seq')
    .toArray()
    .map(({ id }) => id)

/** True once the shop has been created here: an address somebody made up must not grow a database. */
export function isMigrated(sql: SqlStorage): boolean {
  return (
    sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'`).toArray().length > 0
  )
}

/**
 * Brings the shop's schema to the code's. Throws when the database has been through migrations this code does
 * not know in this order: an older version must not write into a newer shop.
 */
export function migrate(storage: DurableObjectStorage, list: readonly Migration[] = migrations): void {
  const { sql } = storage
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS migration (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)')
    const done = applied(sql)
    done.forEach((id, index) => {
      if (list[index]?.id !== id)
        throw new Error(`migration ${id} is not the one this version expects at ${index}`)
    })
    for (const migration of list.slice(done.length)) {
      for (const statement of migration.statements) sql.exec(statement)
      sql.exec('INSERT INTO migration (id) VALUES (?)', migration.id)
    }
  })
}
