import type { QueryVector } from '../../ports/retriever.ts'
import { SEMANTIC_PRODUCTS, type SemanticMatch } from '../../search/rank/fuse-semantic.ts'
import type { NoVectors, VectorIndex } from '../vectors/vector-index.ts'
import { conditions, type Restriction } from './restriction.ts'

/** Vectors looked at: those of the second turn only when a narrow filter let too few of the first pass. */
const TURNS = [600, 6_000]

/**
 * The products nearest in meaning that a search may show, best first. Vectors are of all the shop's products; which of
 * them are live, in this market and within the filters, the tables say.
 */
export function semanticMatches(
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
