import type { Candidate } from '../../search/rank/candidate.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { strongTagTerm } from '../../search/knowledge/tag-term.ts'
import { indexTable } from '../tables/catalogues.ts'
import type { CandidateCache } from './candidate-cache.ts'
import { anyOf } from './match-expression.ts'
import { conditions, isOpen, type Condition, type Restriction } from './restriction.ts'
import { mayBeShown } from './stored-candidate.ts'

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

/** Where a search looks: one catalogue of one shop, and what is remembered of its products. */
export interface Shelf {
  readonly sql: SqlStorage
  readonly catalogue: number
  readonly candidates: CandidateCache
}

export interface Pool {
  readonly candidates: readonly Candidate[]
  /** Counts what the first words match: more than the candidates when the pool is full, and then as dear as finding them. */
  readonly countMatched: () => number
}

const emptyPool: Pool = { candidates: [], countMatched: () => 0 }

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

const asPool = ({ sql }: Shelf, candidates: readonly Candidate[], clause: Condition): Pool => ({
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
): Candidate[] | null {
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

/** The best `POOL` products by FTS5's own ranking; order among them is left to the ranker. */
export function findCandidates(shelf: Shelf, terms: readonly SearchTerm[], restriction: Restriction): Pool {
  const present = rarestFirst(terms)
  const [rarest] = present
  if (!rarest) return emptyPool
  const affordable = withinEntries(present, ENTRIES_TOUCHED)
  const finding = affordable.length > 0 ? affordable : [rarest]
  const clause = matching(shelf.catalogue, finding, restriction)
  const entries = finding.reduce((sum, { documents }) => sum + documents, 0)
  // What fits as a whole needs no choosing.
  if (entries <= POOL) return readPool(shelf, clause, '')
  const candidates = isOpen(restriction) ? findUnrestricted(shelf, finding, restriction) : null
  return candidates
    ? asPool(shelf, candidates, clause)
    : readPool(shelf, clause, bestFirst(indexTable(shelf.catalogue)))
}

/** A pool with products that other words bring, rare ones only: the words that found it are not looked up again. */
export function widenPool(
  shelf: Shelf,
  pool: Pool,
  terms: readonly SearchTerm[],
  restriction: Restriction,
): Pool {
  const finding = withinEntries(rarestFirst(terms), ENTRIES_WIDENING)
  if (finding.length === 0) return pool
  const { sql: clause, values } = matching(shelf.catalogue, finding, restriction)
  const held = new Set(pool.candidates.map(({ row }) => row))
  const rows = rowsOf(shelf.sql.exec(`SELECT p.row ${clause}`, ...values)).filter((row) => !held.has(row))
  return { ...pool, candidates: [...pool.candidates, ...shelf.candidates.read(rows)] }
}

/** Products that tags bring to a pool, and index entries that may be looked through for them. */
const TAGGED = 300
const ENTRIES_TAGGED = 5_000

/**
 * A pool with products of the kinds a query names and that serve its concepts, whatever their words. Where many serve
 * them, only those that serve them well.
 */
export function widenByTags(
  shelf: Shelf,
  pool: Pool,
  kinds: readonly SearchTerm[],
  concepts: readonly { readonly concept: string; readonly term: string; readonly documents: number }[],
  restriction: Restriction,
): Pool {
  const entries = concepts.reduce((sum, { documents }) => sum + documents, 0)
  const tags = concepts.map(({ concept, term }) => (entries > ENTRIES_TAGGED ? strongTagTerm(concept) : term))
  const affordable = withinEntries(rarestFirst(kinds), ENTRIES_TAGGED).map(({ term }) => term)
  if (tags.length + affordable.length === 0) return pool
  const where = conditions(restriction)
  const index = indexTable(shelf.catalogue)
  const rows = rowsOf(
    shelf.sql.exec(
      `SELECT p.row FROM ${index} JOIN product p ON p.row = ${index}.rowid
       WHERE ${index} MATCH ? AND ${where.map((condition) => condition.sql).join(' AND ')}
       ORDER BY bm25(${index}) LIMIT ${TAGGED}`,
      anyOf([...tags, ...affordable]),
      ...where.flatMap((condition) => condition.values),
    ),
  )
  const held = new Set(pool.candidates.map(({ row }) => row))
  const added = shelf.candidates.read(rows.filter((row) => !held.has(row)))
  return { ...pool, candidates: [...pool.candidates, ...added] }
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
