import type { WarmQuery } from '../ports/warming-store.ts'
import { nameKey } from '../search/text/name-key.ts'

export interface Pickable {
  /** Ids of the shop's markets, the default first. */
  readonly markets: readonly string[]
  /** Queries the merchant shows before anything is typed, in any market. */
  readonly own: readonly string[]
  /** What shoppers search for and find, most of them first. */
  readonly popular: readonly { readonly market: string; readonly query: string }[]
  readonly isBlocked: (text: string) => boolean
}

/** One of each list in turn, and what is left of the longer. */
const inTurn = <T>(left: readonly T[], right: readonly T[]): T[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    ...left.slice(index, index + 1),
    ...right.slice(index, index + 1),
  ]).flat()

/**
 * The queries to have ready, each once in a market, those that most shoppers will see or type first: the merchant's and
 * the shoppers' in turn, so that neither crowds the other out. The first of them get an order. Pure.
 */
export function pickQueries(
  { markets, own, popular, isBlocked }: Pickable,
  most: { readonly queries: number; readonly orders: number },
): WarmQuery[] {
  const owned = own.flatMap((query) => markets.map((market) => ({ market, query })))
  const sold = new Set(markets)
  const taken = new Set<string>()
  return inTurn(
    owned,
    popular.filter(({ market }) => sold.has(market)),
  )
    .filter(({ market, query }) => {
      const name = nameKey(query)
      const key = JSON.stringify([market, name])
      if (name === '' || taken.has(key) || isBlocked(query)) return false
      taken.add(key)
      return true
    })
    .slice(0, most.queries)
    .map((picked, place) => ({ ...picked, wantsOrder: place < most.orders }))
}
