import type { RequestFilters } from '../../ports/retriever.ts'
import { factNeedle } from '../../search/document/product-facts.ts'
import { TermVector } from '../../search/document/term-vector.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { nameKey } from '../../search/text/name-key.ts'
import { indexTable } from '../tables/catalogues.ts'
import { anyOf } from './match-expression.ts'

/** Products ranked per search. Deeper ones are not looked at: nobody pages there, and each costs time. */
export const POOL = 1000

/**
 * Index entries a search may touch. Cost follows matched entries (about a microsecond each), so a query's
 * commonest words only find candidates while there is room; they still count in the ranking.
 */
const ENTRIES_TOUCHED = 30_000

/** Of which words that the shopper did not say (synonyms, feedback) may take so many: they are to rank more than to find. */
const ADDED_ENTRIES = 5_000

export interface Restriction {
  readonly market: string
  readonly filters: RequestFilters
  /** Minor units, both ends inclusive; products that say "ask" pass. */
  readonly price: { readonly min?: number; readonly max?: number } | undefined
  readonly adult: boolean
  readonly hideSoldOut: boolean
}

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

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

const isOneOf = (column: string, values: readonly string[]): Condition => ({
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  values: [JSON.stringify(values)],
})

function conditions({ market, filters, price, adult, hideSoldOut }: Restriction): Condition[] {
  const all: Condition[] = [
    { sql: 'p.market = ?', values: [market] },
    { sql: `p.visibility = 'public'`, values: [] },
  ]
  for (const range of [price, filters.price]) {
    if (range?.min !== undefined) all.push({ sql: '(p.price IS NULL OR p.price >= ?)', values: [range.min] })
    if (range?.max !== undefined) all.push({ sql: '(p.price IS NULL OR p.price <= ?)', values: [range.max] })
  }
  if (!adult) all.push({ sql: 'p.adult = 0', values: [] })
  if (hideSoldOut) all.push({ sql: `p.availability <> 'out_of_stock'`, values: [] })
  if (filters.brand.length > 0) all.push(isOneOf('p.brand_key', filters.brand.map(nameKey)))
  if (filters.availability.length > 0) all.push(isOneOf('p.availability', filters.availability))
  if (filters.category.length > 0) {
    // "A" holds "A" and everything under "A > ": a range, because LIKE patterns end at 50 bytes here.
    const ranges = filters.category.map(() => '(p.category = ? OR (p.category >= ? AND p.category < ?))')
    all.push({
      sql: `(${ranges.join(' OR ')})`,
      values: filters.category.flatMap((path) => [path, `${path} > `, `${path} >!`]),
    })
  }
  for (const { name, values } of filters.attributes) {
    const needles = values.map(() => 'instr(p.facts, ?) > 0')
    all.push({ sql: `(${needles.join(' OR ')})`, values: values.map((value) => factNeedle(name, value)) })
  }
  return all
}

/** The terms that find candidates: rarest first, while their entries fit into what a search may touch. */
function findingTerms(terms: readonly SearchTerm[]): SearchTerm[] {
  const present = terms
    .filter(({ documents }) => documents > 0)
    .toSorted((left, right) => left.documents - right.documents)
  let touched = 0
  return present.filter(({ documents, word }, index) => {
    if (word < 0 && touched + documents > ADDED_ENTRIES) return false
    touched += documents
    return index === 0 || touched <= ENTRIES_TOUCHED
  })
}

export interface Pool {
  readonly candidates: readonly Candidate[]
  /** Counts all products that match: more than the candidates when the pool is full, and then as dear as finding them. */
  readonly countMatched: () => number
}

const emptyPool: Pool = { candidates: [], countMatched: () => 0 }

/** `held` are candidates that this search has read before: they are not read again. */
function readPool(
  sql: SqlStorage,
  rows: readonly number[],
  held: readonly Candidate[],
  countAll: () => number,
): Pool {
  const known = new Map(held.map((candidate) => [candidate.row, candidate]))
  const missing = rows.filter((row) => !known.has(row))
  // Rows as arrays: an object with twelve names for each of a thousand products costs half as much again.
  const read = sql
    .exec(`SELECT ${fields} FROM json_each(?) JOIN product p ON p.row = value`, JSON.stringify(missing))
    .raw<Columns>()
  for (const columns of read) {
    const candidate = toCandidate(columns)
    known.set(candidate.row, candidate)
  }
  return {
    candidates: rows.flatMap((row) => known.get(row) ?? []),
    countMatched: () => (rows.length < POOL ? rows.length : countAll()),
  }
}

const rowsOf = (cursor: SqlStorageCursor<Record<string, SqlStorageValue>>): number[] =>
  [...cursor.raw<[number]>()].map(([row]) => row)

/** The best `POOL` products by FTS5's own ranking; order among them is left to the ranker. */
export function findCandidates(
  sql: SqlStorage,
  catalogue: number,
  terms: readonly SearchTerm[],
  restriction: Restriction,
  held: readonly Candidate[] = [],
): Pool {
  const finding = findingTerms(terms)
  if (finding.length === 0) return emptyPool
  const where = conditions(restriction)
  const index = indexTable(catalogue)
  const clause = `FROM ${index} JOIN product p ON p.row = ${index}.rowid
    WHERE ${index} MATCH ? AND ${where.map((condition) => condition.sql).join(' AND ')}`
  const values = [anyOf(finding.map(({ term }) => term)), ...where.flatMap((condition) => condition.values)]
  const entries = finding.reduce((sum, { documents }) => sum + documents, 0)
  // What fits as a whole needs no choosing, and FTS5's ranking is the dear part.
  const best = entries <= POOL ? '' : `ORDER BY bm25(${index}, 2.5, 2, 2, 1, 1, 0.7)`
  const rows = rowsOf(sql.exec(`SELECT p.row ${clause} ${best} LIMIT ${POOL}`, ...values))
  return readPool(
    sql,
    rows,
    held,
    () => sql.exec<{ n: number }>(`SELECT count(*) AS n ${clause}`, ...values).one().n,
  )
}

/** Products without a query: what a category page or an attribute tap shows. */
export function browseCandidates(sql: SqlStorage, catalogue: number, restriction: Restriction): Pool {
  const where = conditions(restriction)
  const clause = `FROM product p WHERE p.catalogue = ? AND ${where.map((condition) => condition.sql).join(' AND ')}`
  const values = [catalogue, ...where.flatMap((condition) => condition.values)]
  const rows = rowsOf(
    sql.exec(`SELECT p.row ${clause} ORDER BY p.rating_count DESC, p.id LIMIT ${POOL}`, ...values),
  )
  return readPool(
    sql,
    rows,
    [],
    () => sql.exec<{ n: number }>(`SELECT count(*) AS n ${clause}`, ...values).one().n,
  )
}
