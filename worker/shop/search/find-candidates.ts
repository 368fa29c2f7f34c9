import { TermVector } from '../../search/document/term-vector.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { indexTable } from '../tables/catalogues.ts'
import { anyOf } from './match-expression.ts'
import { conditions, isOpen, type Condition, type Restriction } from './restriction.ts'

/** Products ranked per search. Deeper ones are not looked at: nobody pages there, and each costs time. */
export const POOL = 1000

/** With some more in hand for those that may not be shown. */
const POOL_AND_SPARE = 1200

/**
 * Index entries a search may touch. Cost follows matched entries (about a microsecond each), so a query's
 * commonest words only find candidates while there is room; they still count in the ranking.
 */
const ENTRIES_TOUCHED = 30_000

/** The same for words that only widen a pool: few enough to be read whole, without FTS5's ranking. */
const ENTRIES_WIDENING = 300

const fields = `p.row, p.id, p.vector, p.price, p.availability, p.brand, p.category, p.created_at, p.rating,
  p.rating_count, p.facts, p.stated`

/** The values of `fields`, in order. */
type Columns = [
  row: number,
  id: string,
  vector: ArrayBuffer,
  price: number | null,
  availability: string,
  brand: string,
  category: string,
  createdAt: number | null,
  rating: number | null,
  ratingCount: number,
  facts: string,
  stated: string,
]

function toCandidate(columns: Columns): Candidate {
  const [
    row,
    id,
    vector,
    price,
    availability,
    brand,
    category,
    createdAt,
    rating,
    ratingCount,
    facts,
    stated,
  ] = columns
  return {
    row,
    id,
    vector: new TermVector(vector),
    price,
    availability: availability as Candidate['availability'],
    brand,
    category,
    createdAt,
    rating,
    ratingCount,
    facts,
    stated,
  }
}

const rarestFirst = (terms: readonly SearchTerm[]): SearchTerm[] =>
  terms.filter(({ documents }) => documents > 0).toSorted((left, right) => left.documents - right.documents)

/** The first terms, while their entries together are at most so many. */
function withinEntries(terms: readonly SearchTerm[], most: number): SearchTerm[] {
  let touched = 0
  return terms.filter(({ documents }) => {
    touched += documents
    return touched <= most
  })
}

export interface Pool {
  readonly candidates: readonly Candidate[]
  /** Counts what the first words match: more than the candidates when the pool is full, and then as dear as finding them. */
  readonly countMatched: () => number
}

const emptyPool: Pool = { candidates: [], countMatched: () => 0 }

/**
 * What is known of some products, in their order, of at most `POOL` that meet the conditions. Rows come as arrays:
 * an object with twelve names for each of a thousand products costs half as much again.
 */
function readCandidates(
  sql: SqlStorage,
  rows: readonly number[],
  where: readonly Condition[] = [],
): Candidate[] {
  const text = ['TRUE', ...where.map((condition) => condition.sql)].join(' AND ')
  const cursor = sql.exec(
    `SELECT ${fields} FROM json_each(?) JOIN product p ON p.row = value WHERE ${text} LIMIT ${POOL}`,
    JSON.stringify(rows),
    ...where.flatMap((condition) => condition.values),
  )
  return Array.from(cursor.raw<Columns>(), toCandidate)
}

const rowsOf = (cursor: SqlStorageCursor<Record<string, SqlStorageValue>>): number[] =>
  Array.from(cursor.raw<[number]>(), ([row]) => row)

/** What finds products by any of some terms, within a restriction. */
function matching(catalogue: number, terms: readonly SearchTerm[], restriction: Restriction): Condition {
  const where = conditions(restriction)
  const index = indexTable(catalogue)
  return {
    sql: `FROM ${index} JOIN product p ON p.row = ${index}.rowid
      WHERE ${index} MATCH ? AND ${where.map((condition) => condition.sql).join(' AND ')}`,
    values: [anyOf(terms.map(({ term }) => term)), ...where.flatMap((condition) => condition.values)],
  }
}

const countRows = (sql: SqlStorage, clause: Condition): number =>
  sql.exec<{ n: number }>(`SELECT count(*) AS n ${clause.sql}`, ...clause.values).one().n

const asPool = (sql: SqlStorage, candidates: readonly Candidate[], clause: Condition): Pool => ({
  candidates,
  countMatched: () => (candidates.length < POOL ? candidates.length : countRows(sql, clause)),
})

/** Which products first, then what is known of them: sorted along with its columns, a product costs twice as much. */
function readPool(sql: SqlStorage, clause: Condition, order: string): Pool {
  const rows = rowsOf(sql.exec(`SELECT p.row ${clause.sql} ${order} LIMIT ${POOL}`, ...clause.values))
  return asPool(sql, readCandidates(sql, rows), clause)
}

const bestFirst = (index: string) => `ORDER BY bm25(${index}, 2.5, 2, 2, 1, 1, 0.7)`

/**
 * The same pool by a shorter way: the index's best, then those of them that pass. Looking at the product of every
 * match costs twice what ranking them does. Null when too many did not pass to be sure of the best `POOL`.
 */
function findUnrestricted(
  sql: SqlStorage,
  catalogue: number,
  finding: readonly SearchTerm[],
  restriction: Restriction,
): Candidate[] | null {
  const index = indexTable(catalogue)
  const rows = rowsOf(
    sql.exec(
      `SELECT rowid FROM ${index} WHERE ${index} MATCH ? ${bestFirst(index)} LIMIT ${POOL_AND_SPARE}`,
      anyOf(finding.map(({ term }) => term)),
    ),
  )
  const candidates = readCandidates(sql, rows, conditions(restriction))
  return candidates.length === POOL || rows.length < POOL_AND_SPARE ? candidates : null
}

/** The best `POOL` products by FTS5's own ranking; order among them is left to the ranker. */
export function findCandidates(
  sql: SqlStorage,
  catalogue: number,
  terms: readonly SearchTerm[],
  restriction: Restriction,
): Pool {
  const present = rarestFirst(terms)
  const [rarest] = present
  if (!rarest) return emptyPool
  const affordable = withinEntries(present, ENTRIES_TOUCHED)
  const finding = affordable.length > 0 ? affordable : [rarest]
  const clause = matching(catalogue, finding, restriction)
  const entries = finding.reduce((sum, { documents }) => sum + documents, 0)
  // What fits as a whole needs no choosing.
  if (entries <= POOL) return readPool(sql, clause, '')
  const candidates = isOpen(restriction) ? findUnrestricted(sql, catalogue, finding, restriction) : null
  return candidates
    ? asPool(sql, candidates, clause)
    : readPool(sql, clause, bestFirst(indexTable(catalogue)))
}

/** A pool with products that other words bring, rare ones only: the words that found it are not looked up again. */
export function widenPool(
  sql: SqlStorage,
  catalogue: number,
  pool: Pool,
  terms: readonly SearchTerm[],
  restriction: Restriction,
): Pool {
  const finding = withinEntries(rarestFirst(terms), ENTRIES_WIDENING)
  if (finding.length === 0) return pool
  const { sql: clause, values } = matching(catalogue, finding, restriction)
  return withRows(sql, pool, rowsOf(sql.exec(`SELECT p.row ${clause}`, ...values)))
}

/** A pool with these products in it too. The caller has made sure that they may be shown. */
export function withRows(sql: SqlStorage, pool: Pool, rows: readonly number[]): Pool {
  const held = new Set(pool.candidates.map(({ row }) => row))
  const others = rows.filter((row) => !held.has(row))
  return { ...pool, candidates: [...pool.candidates, ...readCandidates(sql, others)] }
}

/** Products without a query: what a category page or an attribute tap shows. */
export function browseCandidates(sql: SqlStorage, catalogue: number, restriction: Restriction): Pool {
  const where = conditions(restriction)
  const clause: Condition = {
    sql: `FROM product p WHERE p.catalogue = ? AND ${where.map((condition) => condition.sql).join(' AND ')}`,
    values: [catalogue, ...where.flatMap((condition) => condition.values)],
  }
  return readPool(sql, clause, 'ORDER BY p.rating_count DESC, p.id')
}
