import type { SearchTerm } from '../../search/rank/score.ts'
import { indexTable } from '../tables/catalogues.ts'
import { anyOf } from './match-expression.ts'
import { conditions, hasColumnsOnly, type Condition, type Restriction } from './restriction.ts'
import { POOL, emptyPool, type Pool, type Shelf } from './shelf.ts'
import { mayBeShown, type StoredCandidate } from './stored-candidate.ts'

/** With some more in hand for those that may not be shown. */
const POOL_AND_SPARE = 1200

/**
 * Index entries a search may touch. Cost follows matched entries (about a microsecond each), so a query's
 * commonest words only find candidates while there is room; they still count in the ranking.
 */
const ENTRIES_TOUCHED = 30_000

const rarestFirst = (terms: readonly SearchTerm[]): SearchTerm[] =>
  terms.filter(({ documents }) => documents > 0).toSorted((left, right) => left.documents - right.documents)

/** The rarest terms, while their entries together are at most so many. */
export function withinEntries(terms: readonly SearchTerm[], most: number): SearchTerm[] {
  let touched = 0
  return rarestFirst(terms).filter(({ documents }) => {
    touched += documents
    return touched <= most
  })
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

/** How many products have any of the terms. */
export const countInFullText = (
  { sql, catalogue }: Shelf,
  terms: readonly SearchTerm[],
  restriction: Restriction,
): number => countRows(sql, matching(catalogue, terms, restriction))

const countRows = (sql: SqlStorage, clause: Condition): number =>
  sql.exec<{ n: number }>(`SELECT count(*) AS n ${clause.sql}`, ...clause.values).one().n

const asPool = ({ sql }: Shelf, candidates: readonly StoredCandidate[], clause: Condition): Pool => ({
  candidates,
  countMatched: () => (candidates.length < POOL ? candidates.length : countRows(sql, clause)),
})

/** Which products first, then what is known of them: sorted along with its columns, a product costs twice as much. */
function readPool(shelf: Shelf, clause: Condition, order: string): Pool {
  const rows = rowsOf(shelf.sql.exec(`SELECT p.row ${clause.sql} ${order} LIMIT ${POOL}`, ...clause.values))
  return asPool(shelf, shelf.candidates.read(rows), clause)
}

const bestFirst = (index: string) => `ORDER BY bm25(${index}, 2.5, 2, 2, 1, 1, 0.7)`

/**
 * The same pool by a shorter way: the index's best, then those of them that pass. Looking at the product of every
 * match costs twice what ranking them does. Null when too many did not pass to be sure of the best `POOL`.
 */
function findUnrestricted(
  { sql, catalogue, candidates }: Shelf,
  finding: readonly SearchTerm[],
  restriction: Restriction,
): StoredCandidate[] | null {
  const index = indexTable(catalogue)
  const rows = rowsOf(
    sql.exec(
      `SELECT rowid FROM ${index} WHERE ${index} MATCH ? ${bestFirst(index)} LIMIT ${POOL_AND_SPARE}`,
      anyOf(finding.map(({ term }) => term)),
    ),
  )
  const passing = candidates.read(rows).filter((candidate) => mayBeShown(candidate, restriction))
  return passing.length >= POOL || rows.length < POOL_AND_SPARE ? passing.slice(0, POOL) : null
}

/**
 * The best `POOL` products by FTS5's own ranking; order among them is left to the ranker. The way to find products
 * while much of a catalogue is not in the index by terms yet, and within filters that few products pass.
 */
export function findInFullText(shelf: Shelf, terms: readonly SearchTerm[], restriction: Restriction): Pool {
  const [rarest] = rarestFirst(terms)
  if (!rarest) return emptyPool
  const affordable = withinEntries(terms, ENTRIES_TOUCHED)
  const finding = affordable.length > 0 ? affordable : [rarest]
  const clause = matching(shelf.catalogue, finding, restriction)
  const entries = finding.reduce((sum, { documents }) => sum + documents, 0)
  // What fits as a whole needs no choosing.
  if (entries <= POOL) return readPool(shelf, clause, '')
  const { price, filters, hideSoldOut } = restriction
  // Next to nothing is ruled out but by market and adult goods.
  const isOpen = hasColumnsOnly(restriction) && !price && !filters.price && !hideSoldOut
  const candidates = isOpen ? findUnrestricted(shelf, finding, restriction) : null
  return candidates
    ? asPool(shelf, candidates, clause)
    : readPool(shelf, clause, bestFirst(indexTable(shelf.catalogue)))
}

/** Every product that has any of the terms, in no order. */
export function rowsWithAny({ sql, catalogue }: Shelf, terms: readonly SearchTerm[]): number[] {
  const index = indexTable(catalogue)
  return rowsOf(
    sql.exec(`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`, anyOf(terms.map(({ term }) => term))),
  )
}

/** Products without a query: what a category page or an attribute tap shows. */
export function browseCandidates(shelf: Shelf, restriction: Restriction): Pool {
  const where = conditions(restriction)
  const clause: Condition = {
    sql: `FROM product p WHERE p.catalogue = ? AND ${where.map((condition) => condition.sql).join(' AND ')}`,
    values: [shelf.catalogue, ...where.flatMap((condition) => condition.values)],
  }
  return readPool(shelf, clause, 'ORDER BY p.rating_count DESC, p.id')
}
