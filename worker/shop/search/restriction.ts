import type { RequestFilters, SearchPlan } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import { factNeedle } from '../../search/document/product-facts.ts'
import { nameKey } from '../../search/text/name-key.ts'

/** Which products a search may show at all. */
export interface Restriction {
  readonly market: string
  readonly filters: RequestFilters
  /** Minor units, both ends inclusive; products that say "ask" pass. */
  readonly price: { readonly min?: number; readonly max?: number } | undefined
  readonly adult: boolean
  readonly hideSoldOut: boolean
}

/** What a plan and its wishes rule out. */
export function restrictionOf(plan: SearchPlan, wishes: readonly Wish[]): Restriction {
  const budget = wishes.find(({ effect, hard }) => effect.type === 'price' && hard)?.effect
  return {
    market: plan.market,
    filters: plan.filters,
    price: budget?.type === 'price' ? budget : undefined,
    adult: plan.adult,
    hideSoldOut: plan.soldOut === 'hidden',
  }
}

/** A piece of SQL over `product p`, with the values of its question marks. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

const isOneOf = (column: string, values: readonly string[]): Condition => ({
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  values: [JSON.stringify(values)],
})

/** The restriction as conditions that all have to hold. */
export function conditions({ market, filters, price, adult, hideSoldOut }: Restriction): Condition[] {
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

/** True when market, adult goods, price and stock are all that it asks about: what an index keeps of every product. */
export const hasColumnsOnly = ({ filters }: Restriction): boolean =>
  [filters.brand, filters.category, filters.availability, filters.attributes].every(
    ({ length }) => length === 0,
  )
