import type { ArmFinds } from '../../ports/outside-finds.ts'
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

/** The same as a search server has found it; it may be some changes behind, so the tables have the last word. */
function matchesOutside(
  { sql, catalogue }: Shelf,
  { ids, scores }: ArmFinds,
  restriction: Restriction,
): SemanticMatch[] {
  const where = conditions(restriction)
  const cosines = new Map(ids.map((id, index) => [id, scores[index] ?? 0]))
  return sql
    .exec<{ id: string; row: number }>(
      `SELECT p.id AS id, p.row AS row FROM json_each(?) AS near
       CROSS JOIN product p INDEXED BY product_id ON p.catalogue = ? AND p.market = ? AND p.id = near.value
       WHERE ${where.map((condition) => condition.sql).join(' AND ')}`,
      JSON.stringify([...cosines.keys()]),
      catalogue,
      restriction.market,
      ...where.flatMap((condition) => condition.values),
    )
    .toArray()
    .map(({ id, row }) => ({ row, cosine: cosines.get(id) ?? 0 }))
}

/** Where nearness in meaning comes from: vectors compared here, or what a search server compared. */
export type Meaning =
  | { readonly vector: QueryVector; readonly index: VectorIndex }
  | { readonly finds: ArmFinds }

/** A pool with the products nearest to the query in it, and how near each is; null where there are no vectors to ask. */
export function joinByMeaning(
  shelf: Shelf,
  pool: Pool,
  meaning: Meaning,
  restriction: Restriction,
): { readonly pool: Pool; readonly nearness: ReadonlyMap<number, number> } | null {
  const matches =
    'finds' in meaning
      ? matchesOutside(shelf, meaning.finds, restriction)
      : semanticMatches(shelf.sql, meaning.index, shelf.catalogue, meaning.vector, restriction)
  if (typeof matches === 'string') return null
  const rows = matches.map(({ row }) => row)
  return { pool: withRows(shelf, pool, rows, restriction), nearness: nearness(matches) }
}
