import { parseMoney } from './money.ts'
import type { Cells } from './cells.ts'

/** No shop earns more than the price, and none stays one that loses ten times it. */
const MARGIN_LEAST = -10

/** `35%`, `35` or `0.35` as a share of the price; undefined for anything else. */
function marginIn(text: string | undefined): number | undefined {
  const [, digits, percent] = /^(-?\d+(?:[.,]\d+)?)\s*([%％])?$/u.exec(text ?? '') ?? []
  if (digits === undefined) return undefined
  const number = Number(digits.replace(',', '.'))
  const share = percent !== undefined || Math.abs(number) > 1 ? number / 100 : number
  return share >= MARGIN_LEAST && share <= 1 ? share : undefined
}

/**
 * What a product costs the shop, in minor units of its currency, and the margin the source states, as a share of the
 * price. Unreadable ones and costs in another currency are left out: a rule then does not mean the product.
 */
export function costOf(
  cells: Cells,
  currency: string,
): { readonly cost: number | undefined; readonly margin: number | undefined } {
  const money = parseMoney(cells.text('cost_of_goods_sold') ?? '', currency)
  const isOurs = money.ok && (money.value.currency ?? currency) === currency
  return {
    cost: isOurs ? (money.value.minor ?? undefined) : undefined,
    margin: marginIn(cells.text('margin')),
  }
}
