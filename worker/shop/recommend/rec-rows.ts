import type { ItemRelations, PastSession } from '../../recommend/knowledge.ts'
import { PairList } from '../../recommend/packed-pairs.ts'
import { packNumbers, readNumbers } from '../../recommend/packed-steps.ts'

/** Reads and writes of the recommender's tables. Lists go in as JSON: a statement takes a hundred values only. */

export interface ItemRow {
  readonly id: number
  /** The product's id. */
  readonly ext: string
  /** Sessions that had it. */
  n: number
  /** Logarithm of popularity, decayed forward. */
  lp: number
}

export interface StoredSession {
  readonly id: number
  readonly key: string
  visitor: string | null
  at: number
  steps: Uint32Array<ArrayBuffer>
}

/** An item's relations as they are held while they are written to. */
export interface HeldRelations extends ItemRelations {
  sessions: Uint32Array<ArrayBuffer>
}

type RelationColumns = {
  post: ArrayBuffer | null
  nxt: ArrayBuffer | null
  co: ArrayBuffer | null
  orders: ArrayBuffer | null
}

export const relationsOfRow = (row: RelationColumns): HeldRelations => ({
  sessions: readNumbers(row.post),
  next: PairList.read(row.nxt),
  together: PairList.read(row.co),
  bought: PairList.read(row.orders),
})

export function readItems(sql: SqlStorage, exts: readonly string[]): ItemRow[] {
  return sql
    .exec<{ id: number; ext: string; n: number; lp: number }>(
      'SELECT id, ext, n, lp FROM rec_item WHERE ext IN (SELECT value FROM json_each(?))',
      JSON.stringify(exts),
    )
    .toArray()
}

export function readItemsById(sql: SqlStorage, ids: readonly number[]): ItemRow[] {
  return sql
    .exec<{ id: number; ext: string; n: number; lp: number }>(
      'SELECT id, ext, n, lp FROM rec_item WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    .toArray()
}

/** Items with what is known of them: all a context needs, in one query. */
export function readContext(
  sql: SqlStorage,
  exts: readonly string[],
): { item: ItemRow; relations: HeldRelations }[] {
  return sql
    .exec<{ id: number; ext: string; n: number; lp: number } & RelationColumns>(
      `SELECT i.id, i.ext, i.n, i.lp, v.post, v.nxt, v.co, v.orders
       FROM json_each(?) j JOIN rec_item i ON i.ext = j.value LEFT JOIN rec_vec v ON v.id = i.id`,
      JSON.stringify(exts),
    )
    .toArray()
    .map((row) => ({
      item: { id: row.id, ext: row.ext, n: row.n, lp: row.lp },
      relations: relationsOfRow(row),
    }))
}

export function readRelations(sql: SqlStorage, ids: readonly number[]): Map<number, HeldRelations> {
  return new Map(
    sql
      .exec<{ id: number } & RelationColumns>(
        'SELECT id, post, nxt, co, orders FROM rec_vec WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(ids),
      )
      .toArray()
      .map((row) => [row.id, relationsOfRow(row)]),
  )
}

export function readCounts(sql: SqlStorage, ids: readonly number[]): [id: number, n: number][] {
  return Array.from(
    sql
      .exec('SELECT id, n FROM rec_item WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
      .raw<[number, number]>(),
  )
}

export function readSessions(sql: SqlStorage, ids: readonly number[]): PastSession[] {
  const rows = sql
    .exec(
      'SELECT id, t, items FROM rec_session WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
    .raw<[number, number, ArrayBuffer]>()
  return Array.from(rows, ([id, at, items]) => ({ id, at, steps: readNumbers(items) }))
}

type SessionColumns = { id: number; key: string; visitor: string | null; t: number; items: ArrayBuffer }

const fromColumns = ({ id, key, visitor, t, items }: SessionColumns): StoredSession => ({
  id,
  key,
  visitor,
  at: t,
  steps: readNumbers(items),
})

export function readSessionsByKey(sql: SqlStorage, keys: readonly string[]): StoredSession[] {
  return sql
    .exec<SessionColumns>(
      'SELECT id, key, visitor, t, items FROM rec_session WHERE key IN (SELECT value FROM json_each(?))',
      JSON.stringify(keys),
    )
    .toArray()
    .map(fromColumns)
}

export function readSessionsOfVisitor(sql: SqlStorage, visitor: string): StoredSession[] {
  return sql
    .exec<SessionColumns>('SELECT id, key, visitor, t, items FROM rec_session WHERE visitor = ?', visitor)
    .toArray()
    .map(fromColumns)
}

export function insertItem(sql: SqlStorage, ext: string): ItemRow {
  return sql
    .exec<{ id: number; ext: string; n: number; lp: number }>(
      // An id with a zero character is not found by way of JSON though it is there.
      `INSERT INTO rec_item (ext, n, lp) VALUES (?, 0, ?)
       ON CONFLICT (ext) DO UPDATE SET n = n RETURNING id, ext, n, lp`,
      ext,
      NEVER,
    )
    .one()
}

/** The popularity of what nobody looks at: less than any time could give. */
export const NEVER = -1e9

export function insertSession(sql: SqlStorage, key: string, at: number): StoredSession {
  const row = sql
    .exec<SessionColumns>(
      `INSERT INTO rec_session (key, t, items) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET t = t RETURNING id, key, visitor, t, items`,
      key,
      at,
      new ArrayBuffer(0),
    )
    .one()
  return fromColumns(row)
}

export function writeItem(sql: SqlStorage, { id, n, lp }: ItemRow): void {
  sql.exec('UPDATE rec_item SET n = ?, lp = ? WHERE id = ?', n, lp, id)
}

export function writeSession(sql: SqlStorage, { id, visitor, at, steps }: StoredSession): void {
  sql.exec(
    'UPDATE rec_session SET visitor = ?, t = ?, items = ? WHERE id = ?',
    visitor,
    at,
    packNumbers(steps),
    id,
  )
}

const bytesOrNull = (list: PairList): ArrayBuffer | null => (list.length === 0 ? null : list.bytes())

export function writeRelations(sql: SqlStorage, id: number, held: HeldRelations): void {
  sql.exec(
    'INSERT OR REPLACE INTO rec_vec (id, post, nxt, co, orders) VALUES (?, ?, ?, ?, ?)',
    id,
    packNumbers(held.sessions),
    bytesOrNull(held.next),
    bytesOrNull(held.together),
    bytesOrNull(held.bought),
  )
}

export function deleteSessions(sql: SqlStorage, ids: readonly number[]): void {
  sql.exec('DELETE FROM rec_session WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}
