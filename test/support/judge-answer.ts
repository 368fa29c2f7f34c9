import type { SearchResponse } from '../../worker/contract/search.ts'
import { fold } from '../../worker/search/text/fold.ts'

/** What a measurement says of one answer. Pure, for measuring from Node and for tests inside workerd. */

/** True when one of the products asked for stands within the first `depth` hits. */
export const isFoundWithin = (
  { hits }: Pick<SearchResponse, 'hits'>,
  intended: readonly string[],
  depth: number,
): boolean => hits.slice(0, depth).some(({ id }) => intended.includes(id))

/**
 * True when a query was searched for as it was typed: the answer names no other spelling, and its first hit states
 * every word of the query. `textOf` gives all a product states, or nothing for a product that is not the shop's.
 */
export function isUnchanged(
  response: Pick<SearchResponse, 'hits'>,
  query: string,
  textOf: (id: string) => string | undefined,
): boolean {
  const [first] = response.hits
  if (first === undefined || 'spelling' in response) return false
  const text = fold(textOf(first.id) ?? '')
  return fold(query)
    .split(' ')
    .every((word) => text.includes(word))
}
