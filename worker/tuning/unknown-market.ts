import type { RulesRequest } from '../contract/tuning.ts'
import type { Market } from '../contract/shops.ts'

/** The first rule for a market the shop does not have; null when there is none. Pure. */
export function unknownMarket(
  rules: RulesRequest['rules'],
  markets: readonly Market[],
): { field: string; message: string } | null {
  const known = new Set(markets.map(({ id }) => id))
  const index = rules.findIndex(({ when }) => when.market !== undefined && !known.has(when.market))
  if (index < 0) return null
  const field = `rules.${index}.when.market`
  return {
    field,
    message: `${field} is not accepted: this shop has the markets ${[...known].join(', ')}. Nothing was saved.`,
  }
}
