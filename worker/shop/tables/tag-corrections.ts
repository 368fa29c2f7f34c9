import type { TagCorrections } from '../../search/document/product-tags.ts'

/** What the merchant said of a product's tags; the same product in every market. */
export function tagCorrections(sql: SqlStorage, product: string): TagCorrections {
  const rows = sql
    .exec<{ tag: string; added: number }>(
      'SELECT tag, added FROM tag_correction WHERE product_id = ?',
      product,
    )
    .toArray()
  const tags = (added: number) => new Set(rows.filter((row) => row.added === added).map(({ tag }) => tag))
  return { added: tags(1), removed: tags(0) }
}

/** Replaces it. The caller writes the product anew, so that searches obey. */
export function saveTagCorrections(
  sql: SqlStorage,
  product: string,
  corrections: { readonly added: readonly string[]; readonly removed: readonly string[] },
): void {
  sql.exec('DELETE FROM tag_correction WHERE product_id = ?', product)
  const put = (tag: string, added: 0 | 1) =>
    sql.exec(
      'INSERT OR REPLACE INTO tag_correction (product_id, tag, added) VALUES (?, ?, ?)',
      product,
      tag,
      added,
    )
  for (const tag of corrections.removed) put(tag, 0)
  for (const tag of corrections.added) put(tag, 1)
}

export const hiddenTags = (sql: SqlStorage): Set<string> =>
  new Set(
    sql
      .exec<{ tag: string }>('SELECT tag FROM tag_hidden')
      .toArray()
      .map(({ tag }) => tag),
  )

export function saveHiddenTags(sql: SqlStorage, tags: readonly string[]): void {
  sql.exec('DELETE FROM tag_hidden')
  sql.exec('INSERT OR IGNORE INTO tag_hidden SELECT value FROM json_each(?)', JSON.stringify(tags))
}
