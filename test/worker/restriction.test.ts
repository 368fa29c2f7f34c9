import { describe, expect, test } from 'vitest'
import type { RequestFilters } from '../../worker/ports/retriever.ts'
import { noFilters } from '../../worker/search/rank/matches-filters.ts'
import { conditions } from '../../worker/shop/search/restriction.ts'
import { shopWith, type TestShop } from './support/worker-shop.ts'

const rows = [
  { id: 'oak', title: 'Oak', price: 1, product_type: 'Home > Tables', attributes: { wood: 'oak' } },
  { id: 'ash', title: 'Ash', price: 1, product_type: 'Home', attributes: { wood: 'ash', finish: 'oil' } },
  { id: 'cup', title: 'Cup', price: 1, product_type: 'Homeware', attributes: { wood: 'none' } },
] as const

/** Ids of what the SQL lets through. */
const passing = (shop: TestShop, filters: Partial<RequestFilters>): Promise<string[]> =>
  shop.inside((_, { storage }) => {
    const { id: market } = storage.sql.exec<{ id: string }>('SELECT id FROM market').one()
    const all = conditions({
      market,
      filters: { ...noFilters, ...filters },
      price: undefined,
      adult: false,
      hideSoldOut: false,
    })
    return storage.sql
      .exec<{ id: string }>(
        `SELECT p.id AS id FROM product p WHERE ${all.map(({ sql }) => sql).join(' AND ')} ORDER BY p.id`,
        ...all.flatMap(({ values }) => values),
      )
      .toArray()
      .map(({ id }) => id)
  })

describe('filters of as many values as a request may have', () => {
  const others = (most: number) => Array.from({ length: most }, (_, at) => `other ${at}`)

  test.each([1, 49])('keep a category and what is under it: %s others', async (most) => {
    const shop = await shopWith(rows)
    expect(await passing(shop, { category: ['Home', ...others(most)] })).toEqual(['ash', 'oak'])
    expect(await passing(shop, { category: others(most) })).toEqual([])
  })

  test.each([1, 49])('keep what has one value of each attribute: %s others', async (most) => {
    const shop = await shopWith(rows)
    const wood = { name: 'wood', values: ['oak', 'ash', ...others(most)] }
    const finish = { name: 'finish', values: [...others(most), 'oil'] }
    expect(await passing(shop, { attributes: [wood] })).toEqual(['ash', 'oak'])
    expect(await passing(shop, { attributes: [wood, finish] })).toEqual(['ash'])
    expect(await passing(shop, { attributes: [{ name: 'wood', values: others(most) }] })).toEqual([])
  })
})
