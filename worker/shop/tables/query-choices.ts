import { suggestable } from '../../search/suggest/may-suggest.ts'
import { nameKey } from '../../search/text/name-key.ts'

/**
 * What shoppers chose after a search, by visitors as keyed hashes. Kept where the words might be shown to others, as
 * `query_visit` is: who searched for somebody's telephone number leaves nothing here.
 */

/** A product counts as an answer to a query once so many visitors have chosen it. */
const VISITORS_LEAST = 3
const CHOSEN_MOST = 20

const KEPT_DAYS = 60
const DAY_MS = 24 * 3600 * 1000

const keyOf = (query: string): string | null => {
  const text = suggestable(query)
  return text === null ? null : nameKey(text)
}

/** Notes that a visitor searched for something and chose a product. `at`: milliseconds since the epoch. */
export function noteChoice(
  sql: SqlStorage,
  visitorHash: string,
  choice: { readonly market: string; readonly query: string; readonly product: string; readonly at: number },
): void {
  const key = keyOf(choice.query)
  if (key === null) return
  sql.exec(
    `INSERT INTO query_choice (market, query_key, product, visitor, day) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET day = max(day, excluded.day)`,
    choice.market,
    key,
    choice.product,
    visitorHash,
    Math.floor(choice.at / DAY_MS),
  )
}

/** How many visitors chose each product after this search, most first; products that too few chose are left out. */
export function chosenFor(sql: SqlStorage, market: string, query: string): ReadonlyMap<string, number> {
  const key = keyOf(query)
  if (key === null) return new Map()
  return new Map(
    sql
      .exec<{ product: string; visitors: number }>(
        `SELECT product, count(*) AS visitors FROM query_choice WHERE market = ? AND query_key = ?
         GROUP BY product HAVING count(*) >= ${VISITORS_LEAST} ORDER BY visitors DESC, product LIMIT ${CHOSEN_MOST}`,
        market,
        key,
      )
      .toArray()
      .map(({ product, visitors }) => [product, visitors]),
  )
}

/** Forgets choices of long ago. `now`: milliseconds since the epoch. */
export function expireChoices(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM query_choice WHERE day < ?', Math.floor(now / DAY_MS) - KEPT_DAYS)
}

/** Forgets what a visitor chose. */
export function forgetChoices(sql: SqlStorage, visitorHash: string): void {
  sql.exec('DELETE FROM query_choice WHERE visitor = ?', visitorHash)
}
