import type { Hit } from '../../contract/search.ts'
import type { Found } from '../../ports/retriever.ts'

/** Ids of a list's hits and of those beyond its page. */
const listed = ({ hits, beyond }: Found) => [...hits, ...beyond]

/**
 * What was found first, in the order of a second, wider look: its cards and order, every product of either, and what
 * of it the page already shows. Nothing of the first is lost. Pure.
 */
export function joinFound(first: Found, second: Found, cardsMost: number): Found {
  const onPage = new Set(first.hits.map(({ id }) => id))
  const others = new Map<string, Hit>()
  for (const hit of [...listed(second), ...first.beyond]) if (!onPage.has(hit.id)) others.set(hit.id, hit)
  const fresh = new Map(listed(second).map((hit) => [hit.id, hit]))
  // An order kept of the cards of one look is none of both.
  const { keptOrder: _, ...wider } = second
  const cards = new Map([...second.cards, ...first.cards].map((card) => [card.id, card]))
  return {
    ...wider,
    // Which words of the query a card marks may differ; what the page shows stays as it is.
    hits: first.hits.map((hit) => fresh.get(hit.id) ?? hit),
    beyond: [...others.values()],
    cards: [...cards.values()].slice(0, cardsMost),
  }
}
