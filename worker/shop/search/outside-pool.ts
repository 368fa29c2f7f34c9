import type { WordFinds } from '../../ports/outside-finds.ts'
import { fuseArms, type FusedFind } from '../../search/outside/fuse-arms.ts'
import type { OwnFinds } from './find-candidates.ts'
import type { Restriction } from './restriction.ts'
import { POOL, type Pool, type Shelf } from './shelf.ts'
import { mayBeShown } from './stored-candidate.ts'

export interface OutsidePool extends Pool {
  /** How well each product was found, by row. */
  readonly worths: ReadonlyMap<number, FusedFind>
}

/**
 * The products a search server named, looked up in the live catalogue. What it says is a hint: a product that is
 * gone, hidden, of another market or outside a limit by now is not read, and all texts and prices are the shop's.
 */
export function outsidePool(
  { sql, catalogue, candidates: cache }: Shelf,
  arms: readonly WordFinds[],
  restriction: Restriction,
): OutsidePool {
  const found = fuseArms(arms).slice(0, POOL)
  const byId = new Map(found.map((find) => [find.id, find]))
  // The list first and each id by the index: left to itself SQLite reads all products once for each of the list.
  const rows = Array.from(
    sql
      .exec(
        `SELECT p.row, p.id FROM json_each(?)
           CROSS JOIN product p INDEXED BY product_id ON p.catalogue = ? AND p.market = ? AND p.id = value`,
        JSON.stringify([...byId.keys()]),
        catalogue,
        restriction.market,
      )
      .raw<[number, string]>(),
  )
  const worths = new Map(
    rows.flatMap(([row, id]) => {
      const find = byId.get(id)
      return find ? [[row, find] as const] : []
    }),
  )
  const candidates = cache.read([...worths.keys()]).filter((candidate) => mayBeShown(candidate, restriction))
  const words = arms.find(({ arm }) => arm === 'words')
  return {
    candidates,
    worths,
    countMatched: () => Math.max(words?.matched ?? 0, candidates.length),
  }
}

/** What the shop's own index found and, behind it, what only the server did. */
export function joinOutside(own: OwnFinds, outside: OutsidePool): Pool {
  const held = new Set(own.pool.candidates.map(({ row }) => row))
  const candidates = [...own.pool.candidates, ...outside.candidates.filter(({ row }) => !held.has(row))]
  // Where both looked for all of the words the shop's own count is the true one.
  const countMatched = own.isWhole
    ? own.pool.countMatched
    : () => Math.max(outside.countMatched(), candidates.length)
  return { ...own.pool, candidates, countMatched }
}
