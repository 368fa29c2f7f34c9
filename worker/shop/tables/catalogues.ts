import type { CatalogueEntry } from '../../contract/catalogue.ts'
import { noteOtherCatalogue } from './outbox.ts'
import { fieldCount } from '../../search/document/term-vector.ts'
import { applyWordChanges, dropWords, type WordChanges } from './catalogue-words.ts'

export type CatalogueState = 'building' | 'held' | 'live' | 'retired'

export interface Catalogue {
  readonly id: number
  readonly state: CatalogueState
  readonly products: number
  /** Products in the full-text index: public ones. */
  readonly indexed: number
  /** Sum over the indexed products of the terms in each text field. */
  readonly lengths: readonly number[]
  /** Counts up with every write. */
  readonly changes: number
}

/** How many replaced catalogues can be brought back. */
const RETIRED_KEPT = 3

type Row = {
  id: number
  state: string
  products: number
  indexed: number
  lengths: string
  changes: number
}

const fromRow = (row: Row): Catalogue => ({
  id: row.id,
  state: row.state as CatalogueState,
  products: row.products,
  indexed: row.indexed,
  lengths: JSON.parse(row.lengths) as number[],
  changes: row.changes,
})

const columns = 'id, state, products, indexed, lengths, changes'

export function liveCatalogue(sql: SqlStorage): Catalogue | null {
  const row = sql.exec<Row>(`SELECT ${columns} FROM catalogue WHERE state = 'live'`).toArray()[0]
  return row ? fromRow(row) : null
}

export function readCatalogue(sql: SqlStorage, id: number): Catalogue | null {
  const row = sql.exec<Row>(`SELECT ${columns} FROM catalogue WHERE id = ?`, id).toArray()[0]
  return row ? fromRow(row) : null
}

export function createCatalogue(
  sql: SqlStorage,
  state: CatalogueState,
  importId: string,
  now: number,
): Catalogue {
  const row = sql
    .exec<Row>(
      `INSERT INTO catalogue (state, import, created_at) VALUES (?, ?, ?) RETURNING ${columns}`,
      state,
      importId,
      now,
    )
    .one()
  sql.exec(
    `CREATE VIRTUAL TABLE ${indexTable(row.id)} USING fts5(
      title, brand, category, attributes, description, evidence,
      content='', contentless_delete=1, tokenize='unicode61'
    )`,
  )
  sql.exec(`CREATE VIRTUAL TABLE ${termsTable(row.id)} USING fts5vocab(${indexTable(row.id)}, 'row')`)
  return fromRow(row)
}

/** Name of a catalogue's full-text table. Ids are integers of our own, so the name needs no quoting. */
export const indexTable = (catalogue: number): string => `product_index_${Math.trunc(catalogue)}`
export const termsTable = (catalogue: number): string => `product_terms_${Math.trunc(catalogue)}`

/** What a write of one product changes in the catalogue's sums. */
export interface CatalogueDelta {
  products: number
  indexed: number
  lengths: number[]
  readonly words: WordChanges
}

export const noDelta = (): CatalogueDelta => ({
  products: 0,
  indexed: 0,
  lengths: Array.from({ length: fieldCount }, () => 0),
  words: new Map(),
})

export function applyDelta(sql: SqlStorage, catalogue: number, delta: CatalogueDelta): void {
  const now = readCatalogue(sql, catalogue)
  if (!now) return
  const lengths = now.lengths.map((length, field) => length + (delta.lengths[field] ?? 0))
  sql.exec(
    'UPDATE catalogue SET products = products + ?, indexed = indexed + ?, lengths = ?, changes = changes + 1 WHERE id = ?',
    delta.products,
    delta.indexed,
    JSON.stringify(lengths),
    catalogue,
  )
  applyWordChanges(sql, catalogue, delta.words)
}

export function setState(sql: SqlStorage, catalogue: number, state: CatalogueState): void {
  sql.exec('UPDATE catalogue SET state = ? WHERE id = ?', state, catalogue)
}

/**
 * Makes a built catalogue the live one in one step. The one before it is retired and stays restorable; the oldest
 * beyond those kept is let go.
 */
export function makeLive(sql: SqlStorage, catalogue: number): void {
  sql.exec(`UPDATE catalogue SET state = 'retired' WHERE state = 'live'`)
  setState(sql, catalogue, 'live')
  noteOtherCatalogue(sql)
  for (const surplus of surplusCatalogues(sql)) dropCatalogue(sql, surplus)
}

/** The live catalogue and those that can be restored, newest first. */
export function listCatalogues(sql: SqlStorage): CatalogueEntry[] {
  return sql
    .exec<{ id: number; state: string; products: number; created_at: number }>(
      `SELECT id, state, products, created_at FROM catalogue WHERE state IN ('live', 'retired') ORDER BY id DESC`,
    )
    .toArray()
    .map(({ id, state, products, created_at }) => ({
      id,
      state: state as CatalogueEntry['state'],
      products,
      created_at: new Date(created_at).toISOString(),
    }))
}

/** Retired catalogues beyond the kept ones, oldest first. */
function surplusCatalogues(sql: SqlStorage): number[] {
  return sql
    .exec<{ id: number }>(
      `SELECT id FROM catalogue WHERE state = 'retired' ORDER BY id DESC LIMIT -1 OFFSET ?`,
      RETIRED_KEPT,
    )
    .toArray()
    .map(({ id }) => id)
}

export function dropCatalogue(sql: SqlStorage, catalogue: number): void {
  sql.exec(`DROP TABLE IF EXISTS ${termsTable(catalogue)}`)
  sql.exec(`DROP TABLE IF EXISTS ${indexTable(catalogue)}`)
  sql.exec('DELETE FROM product WHERE catalogue = ?', catalogue)
  dropWords(sql, catalogue)
  sql.exec('DELETE FROM catalogue WHERE id = ?', catalogue)
}
