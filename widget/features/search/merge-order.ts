import type { Hit, OrderEvent } from '../../../worker/contract/search.ts'

/** The hits in a better order, each once: the named ones first, those the order does not know after them. Pure. */
export function mergeOrder(hits: readonly Hit[], { ids, added, reasons }: OrderEvent): Hit[] {
  const known = new Map([...added, ...hits].map((hit) => [hit.id, hit]))
  return [...new Set([...ids, ...known.keys()])].flatMap((id) => {
    const hit = known.get(id)
    const reason = reasons[id]
    return hit ? [reason ? { ...hit, reason } : hit] : []
  })
}

export const isSameOrder = (hits: readonly Hit[], others: readonly Hit[] = []): boolean =>
  hits.length === others.length && hits.every(({ id }, index) => id === others[index]?.id)

/** More hits behind those there are; one that is there already keeps its place. Pure. */
export function appendHits(hits: readonly Hit[], more: readonly Hit[]): Hit[] {
  const known = new Set(hits.map((hit) => hit.id))
  return [...hits, ...more.filter((hit) => !known.has(hit.id))]
}
