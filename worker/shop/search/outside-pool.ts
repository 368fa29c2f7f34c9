import type { WordFinds } from '../../ports/outside-finds.ts'
import { fuseArms, type FusedFind } from '../../search/outside/fuse-arms.ts'
import type { Restriction } from './restriction.ts'
import { POOL, type Pool, type Shelf } from './shelf.ts'
import { mayBeShown } from './stored-candidate.ts'

export interface OutsidePool extends Pool {
  /** How well each product was found, by row. */
  readonly worths: ReadonlyMap<number, FusedFind>
  /** False: the server matched more than it listed. */
  readonly isWhole: boolean
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
  const isWhole = arms.every(({ ids, matched }) => matched <= ids.length)
  const words = arms.find(({ arm }) => arm === 'words')
  return {
    candidates,
    worths,
    isWhole,
    // What the server counted stands for what lies beyond its list, and only there.
    countMatched: () => (isWhole ? candidates.length : Math.max(words?.matched ?? 0, candidates.length)),
  }
}
