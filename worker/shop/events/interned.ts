/** Tables that stand a number for a long id. */
type Table = 'event_visitor' | 'event_product' | 'event_session'

/** The number of an id; null: it is not known. */
export function numberOf(sql: SqlStorage, table: Table, key: string): number | null {
  const [row] = sql.exec<{ id: number }>(`SELECT id FROM ${table} WHERE key = ?`, key).toArray()
  return row?.id ?? null
}

/** The number of an id, which gets one if it has none. */
export const intern = (sql: SqlStorage, table: Table, key: string): number =>
  numberOf(sql, table, key) ??
  sql.exec<{ id: number }>(`INSERT INTO ${table} (key) VALUES (?) RETURNING id`, key).one().id
