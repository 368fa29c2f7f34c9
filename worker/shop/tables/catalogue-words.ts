import type { Product } from '../../ports/product.ts'
import { productWords, type WordKind } from '../../search/document/product-words.ts'

/** How the counts of words change with some writes: by market, kind and key. */
export type WordChanges = Map<string, { readonly text: string; change: number }>

const addressOf = (market: string, kind: WordKind, key: string): string => JSON.stringify([market, kind, key])

/** Counts a product's words in (`change` 1) or out (−1). */
export function countWords(changes: WordChanges, market: string, product: Product, change: 1 | -1): void {
  for (const { kind, key, text } of productWords(product)) {
    const address = addressOf(market, kind, key)
    const held = changes.get(address)
    if (held) held.change += change
    else changes.set(address, { text, change })
  }
}

/** Writes counted changes: two statements whatever their number. */
export function applyWordChanges(sql: SqlStorage, catalogue: number, changes: WordChanges): void {
  const rows = [...changes].flatMap(([address, { text, change }]) =>
    change === 0 ? [] : [[...(JSON.parse(address) as [string, string, string]), text, change] as const],
  )
  if (rows.length === 0) return
  sql.exec(
    `INSERT INTO catalogue_word (catalogue, market, kind, key, text, documents)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET documents = documents + excluded.documents`,
    catalogue,
    JSON.stringify(rows),
  )
  const fewer = rows.filter(([, , , , change]) => change < 0)
  if (fewer.length === 0) return
  sql.exec(
    `DELETE FROM catalogue_word WHERE documents <= 0 AND (catalogue, market, kind, key) IN
       (SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))`,
    catalogue,
    JSON.stringify(fewer),
  )
}

export interface WordCount {
  readonly key: string
  readonly text: string
  readonly documents: number
}

/** The commonest words, brands or category paths of a market. */
export function commonestWords(
  sql: SqlStorage,
  catalogue: number,
  market: string,
  kind: WordKind,
  most: number,
): WordCount[] {
  return sql
    .exec<{ key: string; text: string; documents: number }>(
      `SELECT key, text, documents FROM catalogue_word WHERE catalogue = ? AND market = ? AND kind = ?
       ORDER BY documents DESC, key LIMIT ?`,
      catalogue,
      market,
      kind,
      most,
    )
    .toArray()
}

export function dropWords(sql: SqlStorage, catalogue: number): void {
  sql.exec('DELETE FROM catalogue_word WHERE catalogue = ?', catalogue)
  sql.exec('DELETE FROM catalogue_word_fill WHERE catalogue = ?', catalogue)
}

/** Products counted in one slice. */
const FILLED_A_SLICE = 300

/**
 * Counts the words of catalogues from before words were counted, a slice at a time. True while there is more.
 * A product that changes meanwhile may be counted twice: its words weigh a little more until its next catalogue.
 */
export function fillWords(sql: SqlStorage): boolean {
  const fill = sql
    .exec<{ catalogue: number; row: number }>('SELECT catalogue, row FROM catalogue_word_fill LIMIT 1')
    .toArray()[0]
  if (!fill) return false
  const products = sql
    .exec<{ row: number; market: string; body: string }>(
      'SELECT row, market, body FROM product WHERE catalogue = ? AND row > ? ORDER BY row LIMIT ?',
      fill.catalogue,
      fill.row,
      FILLED_A_SLICE,
    )
    .toArray()
  const changes: WordChanges = new Map()
  for (const { market, body } of products) countWords(changes, market, JSON.parse(body) as Product, 1)
  applyWordChanges(sql, fill.catalogue, changes)
  sql.exec('UPDATE catalogue SET changes = changes + 1 WHERE id = ?', fill.catalogue)
  const last = products.at(-1)
  if (last && products.length === FILLED_A_SLICE)
    sql.exec('UPDATE catalogue_word_fill SET row = ? WHERE catalogue = ?', last.row, fill.catalogue)
  else sql.exec('DELETE FROM catalogue_word_fill WHERE catalogue = ?', fill.catalogue)
  return true
}
