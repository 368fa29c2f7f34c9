import type { QueryVector } from '../../ports/retriever.ts'
import { SEMANTIC_PRODUCTS, nearness, type SemanticMatch } from '../../search/rank/fuse-semantic.ts'
import type { NoVectors, VectorIndex } from '../vectors/vector-index.ts'
import { withRows } from './find-candidates.ts'
import { conditions, type Restriction } from './restriction.ts'
import type { Pool, Shelf } from './shelf.ts'

/** Vectors looked at: those of the second turn only when a narrow filter let too few of the first pass. */
const TURNS = [600, 6_000]

/**
 * The products nearest in meaning that a search may show, best first. Vectors are of all the shop's products; which of
 * them are live, in this market and within the filters, the tables say.
 */
function semanticMatches(
  sql: SqlStorage,
  index: VectorIndex,
  catalogue: number,
  vector: QueryVector,
  restriction: Restriction,
): SemanticMatch[] | NoVectors {
  const where = conditions(restriction)
  const text = where.map((condition) => condition.sql).join(' AND ')
  const values = where.flatMap((condition) => condition.values)
  let found: SemanticMatch[] = []
  for (const most of TURNS) {
    const near = index.nearest(vector, most)
    if (typeof near === 'string') return near
    const cosines = new Map(near.map(({ slot, cosine }) => [slot, cosine]))
    found = sql
      .exec<{ slot: number; row: number }>(
        `SELECT v.slot AS slot, p.row AS row FROM json_each(?) AS near
         CROSS JOIN product_vector v ON v.slot = near.value
         CROSS JOIN product p ON p.catalogue = ? AND p.market = v.market AND p.id = v.id
         WHERE ${text} LIMIT ?`,
        JSON.stringify([...cosines.keys()]),
        catalogue,
        ...values,
        SEMANTIC_PRODUCTS,
      )
      .toArray()
      .map(({ slot, row }) => ({ row, cosine: cosines.get(slot) ?? 0 }))
    if (found.length === SEMANTIC_PRODUCTS || near.length < most) break
  }
  return found
}

/** A pool with the products nearest to the query in it, and how near each is; null where there are no vectors to ask. */
export function joinByMeaning(
  shelf: Shelf,
  index: VectorIndex,
  pool: Pool,
  vector: QueryVector,
  restriction: Restriction,
): { readonly pool: Pool; readonly nearness: ReadonlyMap<number, number> } | null {
  const matches = semanticMatches(shelf.sql, index, shelf.catalogue, vector, restriction)
  if (typeof matches === 'string') return null
  const rows = matches.map(({ row }) => row)
  return { pool: withRows(shelf, pool, rows, restriction), nearness: nearness(matches) }
}
