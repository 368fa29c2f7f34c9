import type { RecommendRules } from '../../ports/recommender.ts'
import { liveCatalogue } from '../tables/catalogues.ts'

/** A product that may be shown: it is in the live catalogue, public and in stock. */
export interface Showable {
  /** The recommender's number of it. */
  readonly item: number
  readonly id: string
  readonly category: string
  readonly brand: string
}

type Row = { item: number; id: string; category: string; brand: string }

const columns = 'i.id AS item, i.ext AS id, p.category, p.brand_key AS brand'

/** CROSS JOIN keeps the order of the loops: the catalogue is looked up, never walked. */
const inCatalogue = `CROSS JOIN product p ON p.catalogue = ? AND p.market = ? AND p.id = i.ext
  WHERE p.visibility = 'public' AND p.availability <> 'out_of_stock' AND p.adult <= ?`

/** Those of some items that may be shown, by item. */
export function showableItems(
  sql: SqlStorage,
  items: readonly number[],
  rules: RecommendRules,
): Map<number, Showable> {
  const live = liveCatalogue(sql)
  if (!live || items.length === 0) return new Map()
  return new Map(
    sql
      .exec<Row>(
        `SELECT ${columns} FROM json_each(?) j CROSS JOIN rec_item i ON i.id = j.value ${inCatalogue}`,
        JSON.stringify(items),
        live.id,
        rules.market,
        rules.adult ? 1 : 0,
      )
      .toArray()
      .map((row) => [row.item, row]),
  )
}

/** What is popular at present and may be shown, most popular first. */
export function popularProducts(sql: SqlStorage, most: number, rules: RecommendRules): Showable[] {
  const live = liveCatalogue(sql)
  if (!live) return []
  return sql
    .exec<Row>(
      `SELECT ${columns} FROM rec_item i INDEXED BY rec_item_lp ${inCatalogue} AND i.n > 0
       ORDER BY i.lp DESC LIMIT ?`,
      live.id,
      rules.market,
      rules.adult ? 1 : 0,
      most,
    )
    .toArray()
}
