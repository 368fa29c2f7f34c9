import type { QueryLists } from '../../contract/typing.ts'
import { nameKey } from '../../search/text/name-key.ts'

const listed = (sql: SqlStorage, list: 'blocked' | 'popular'): string[] =>
  sql
    .exec<{ text: string }>('SELECT text FROM query_list WHERE list = ? ORDER BY position', list)
    .toArray()
    .map(({ text }) => text)

/** Queries the merchant never wants suggested, and those to show before anything is typed. */
export const readQueryLists = (sql: SqlStorage): QueryLists => ({
  queries: listed(sql, 'blocked'),
  popular: listed(sql, 'popular'),
})

export function writeQueryLists(sql: SqlStorage, { queries, popular }: QueryLists): void {
  sql.exec('DELETE FROM query_list')
  for (const [list, texts] of [
    ['blocked', queries],
    ['popular', popular],
  ] as const) {
    sql.exec(
      'INSERT INTO query_list (list, position, text) SELECT ?, key, value FROM json_each(?)',
      list,
      JSON.stringify([...new Set(texts)]),
    )
  }
}

/** Tells which texts the merchant has blocked: those that hold a blocked one, whatever the case, spaces and signs. */
export function blockedBy(blocked: readonly string[]): (text: string) => boolean {
  const keys = blocked.map(nameKey).filter((key) => key !== '')
  return (text) => {
    const key = nameKey(text)
    return keys.some((one) => key.includes(one))
  }
}
