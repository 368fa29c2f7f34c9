import type { Browse } from '../../ports/shop-store.ts'
import { readFacts } from '../../search/document/product-facts.ts'

/** Products whose facts are counted for the row to tap; more would not change which are commonest. */
const COUNTED = 2_000
const CATEGORIES = 12
const ATTRIBUTES = 12

/** An attribute value worth tapping is neither rare nor on nearly everything. */
const rareBelow = 3
const commonAbove = 0.5

export const emptyBrowse: Browse = { categories: [], attributes: [] }

/** Departments and common attribute values of a market, most products first. */
export function readBrowse(sql: SqlStorage, catalogue: number, market: string): Browse {
  const rows = sql
    .exec<{ category: string; facts: string }>(
      `SELECT category, facts FROM product WHERE catalogue = ? AND market = ? AND visibility = 'public' AND adult = 0 LIMIT ?`,
      catalogue,
      market,
      COUNTED,
    )
    .toArray()
  const categories = new Map<string, number>()
  const facts = new Map<string, number>()
  for (const row of rows) {
    const department = row.category.split(' > ')[0] ?? ''
    if (department !== '') categories.set(department, (categories.get(department) ?? 0) + 1)
    for (const [name, value] of readFacts(row.facts)) {
      const key = JSON.stringify([name, value])
      facts.set(key, (facts.get(key) ?? 0) + 1)
    }
  }
  const mostFirst = (counts: ReadonlyMap<string, number>) =>
    [...counts].toSorted((left, right) => right[1] - left[1])
  return {
    categories: mostFirst(categories)
      .slice(0, CATEGORIES)
      .map(([value, count]) => ({ value, count })),
    attributes: mostFirst(facts)
      .filter(([, count]) => count >= rareBelow && count <= rows.length * commonAbove)
      .slice(0, ATTRIBUTES)
      .map(([key, count]) => {
        const [name, value] = JSON.parse(key) as [string, string]
        return { name, value, count }
      }),
  }
}
