import { encodeColumns, type PartProduct } from '../../search/document/part-columns.ts'
import { BUCKETS, PART_ROWS, encodePostings } from '../../search/document/postings.ts'
import { TermVector } from '../../search/document/term-vector.ts'

/**
 * The index by terms on disk. Rows of `product` are cut into parts by their number, and a part is built anew as a
 * whole when enough of its rows have changed; until then a search reads those rows themselves.
 */

export const partOf = (row: number): number => Math.floor(row / PART_ROWS)

/** Parts of one bucket lie side by side, so that a term is read in one go. */
const KEY_PARTS = 2 ** 24
export const postingsKey = (bucket: number, part: number): number => bucket * KEY_PARTS + part
export const partOfKey = (key: number): number => key % KEY_PARTS

type Row = [
  row: number,
  catalogue: number,
  market: string,
  adult: number,
  availability: string,
  price: number | null,
  vector: ArrayBuffer,
]

function readPart(sql: SqlStorage, part: number): PartProduct[] {
  const cursor = sql.exec(
    `SELECT row, catalogue, market, adult, availability, price, vector FROM product
     WHERE row >= ? AND row < ? AND visibility = 'public'`,
    part * PART_ROWS,
    (part + 1) * PART_ROWS,
  )
  return Array.from(cursor.raw<Row>(), ([row, catalogue, market, adult, availability, price, vector]) => ({
    place: row % PART_ROWS,
    catalogue,
    market,
    adult: adult !== 0,
    soldOut: availability === 'out_of_stock',
    price,
    vector: new TermVector(vector),
  }))
}

/** Rows that differ from their parts. */
export const changedRows = (sql: SqlStorage): number =>
  sql.exec<{ n: number }>('SELECT count(*) AS n FROM product_change').one().n

/** Builds one part anew from its rows as they are. The caller's transaction holds it together. */
function buildPart(sql: SqlStorage, part: number): void {
  const products = readPart(sql, part)
  const { seq } = sql.exec<{ seq: number }>('SELECT max(seq) AS seq FROM product_change').one()
  const buckets = encodePostings(new Map(products.map(({ place, vector }) => [place, vector])))
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const bytes = buckets.get(bucket)
    const key = postingsKey(bucket, part)
    if (bytes) sql.exec('INSERT OR REPLACE INTO index_postings (key, bytes) VALUES (?, ?)', key, bytes)
    else sql.exec('DELETE FROM index_postings WHERE key = ?', key)
  }
  const { bytes, markets } = encodeColumns(products)
  const catalogues = products.map(({ catalogue }) => catalogue)
  sql.exec(
    `INSERT OR REPLACE INTO index_part (part, built, first_catalogue, last_catalogue, markets, columns)
     VALUES (?, ?, ?, ?, ?, ?)`,
    part,
    seq,
    products.length === 0 ? 0 : Math.min(...catalogues),
    products.length === 0 ? 0 : Math.max(...catalogues),
    JSON.stringify(markets),
    bytes,
  )
  sql.exec('DELETE FROM product_change WHERE row >= ? AND row < ?', part * PART_ROWS, (part + 1) * PART_ROWS)
}

/** Builds the part of the oldest change. False when nothing has changed. */
export function buildNextPart(sql: SqlStorage): boolean {
  const oldest = sql.exec<{ row: number }>('SELECT row FROM product_change ORDER BY seq LIMIT 1').toArray()[0]
  if (!oldest) return false
  buildPart(sql, partOf(oldest.row))
  return true
}

/** Fewer changed rows slow a search down less than building their parts costs. */
export const CHANGES_MANY = 500

/** An import that adds rows fills one part after the other; one that changes rows here and there touches them all. */
const PARTS_FEW = 4

/**
 * Builds one part when it is time to. False when it is not: too little has changed, or, while products are still being
 * changed (`isBusy`), not yet a part's worth in one place.
 */
export function buildIndex(sql: SqlStorage, isBusy: boolean): boolean {
  const changes = changedRows(sql)
  if (!isBusy) return changes >= CHANGES_MANY && buildNextPart(sql)
  if (changes < PART_ROWS || changes >= 2 * PART_ROWS) return false
  const { parts } = sql
    .exec<{ parts: number }>(`SELECT count(DISTINCT row / ${PART_ROWS}) AS parts FROM product_change`)
    .one()
  return parts <= PARTS_FEW && buildNextPart(sql)
}
