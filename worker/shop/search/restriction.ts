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

/** A statement takes a hundred values; with more than this, filters go into it as a list, which no index helps. */
const VALUES_MOST = 24

/** "A" holds "A" and everything under "A > ": a range, because LIKE patterns end at 50 bytes here. */
function isUnderOneOf(paths: readonly string[]): Condition {
  const ranges = paths.map((path) => [path, `${path} > `, `${path} >!`])
  const within = (path: string, from: string, to: string) =>
    `(p.category = ${path} OR (p.category >= ${from} AND p.category < ${to}))`
  if (ranges.flat().length <= VALUES_MOST) {
    return { sql: `(${ranges.map(() => within('?', '?', '?')).join(' OR ')})`, values: ranges.flat() }
  }
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(?) WHERE ${within('value ->> 0', 'value ->> 1', 'value ->> 2')})`,
    values: [JSON.stringify(ranges)],
  }
}

/** Each attribute with one of its values. */
function hasFacts(attributes: RequestFilters['attributes']): Condition[] {
  const needles = attributes.map(({ name, values }) => values.map((value) => factNeedle(name, value)))
  if (needles.flat().length <= VALUES_MOST) {
    return needles.map((any) => ({
      sql: `(${any.map(() => 'instr(p.facts, ?) > 0').join(' OR ')})`,
      values: any,
    }))
  }
  return [
    {
      sql: `NOT EXISTS (SELECT 1 FROM json_each(?) AS wanted
        WHERE NOT EXISTS (SELECT 1 FROM json_each(wanted.value) AS one WHERE instr(p.facts, one.value) > 0))`,
      values: [JSON.stringify(needles)],
    },
  ]
}

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
  if (filters.category.length > 0) all.push(isUnderOneOf(filters.category))
  return [...all, ...hasFacts(filters.attributes)]
}

/** True when market, adult goods, price and stock are all that it asks about: what an index keeps of every product. */
export const hasColumnsOnly = ({ filters }: Restriction): boolean =>
  [filters.brand, filters.category, filters.availability, filters.attributes].every(
    ({ length }) => length === 0,
  )
