import { searchRequest } from '../../contract/search.ts'
import type { Found, SearchPlan } from '../../ports/retriever.ts'
import type { RerankCards } from '../../ports/rerank-gate.ts'
import type { Services } from '../../ports/services.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { ok, type Result } from '../../result.ts'
import type { SearchFailure } from '../../search/failures.ts'
import { planSearch } from '../../search/plan-search.ts'
import { queryVector } from '../../search/query-vector.ts'

/** Nobody waits at the other end, so a slow embedder makes no difference to what is found. */
const VECTOR_MS = 5_000

export interface JudgedSearch {
  readonly plan: SearchPlan
  readonly found: Found
}

/** What the shop finds for a query before any chat model is asked, with the cards that one would be shown. */
export async function searchJudged(
  services: Services,
  shop: ShopRecord,
  { query, cards }: { readonly query: string; readonly cards: RerankCards },
  now: number,
): Promise<Result<JudgedSearch, SearchFailure>> {
  const planned = planSearch(searchRequest.parse({ q: query }), shop, {
    now,
    cards,
    explain: false,
  })
  if (!planned.ok) return planned
  const embeddings = shop.settings.models.embed_deadline_ms > 0 ? services.embeddingsFor(shop) : null
  const settled: Promise<unknown>[] = []
  const wish = embeddings
    ? await queryVector(embeddings, {
        understanding: planned.value.understanding,
        deadlineAt: now + VECTOR_MS,
        later: (work) => void settled.push(work),
      })
    : null
  await Promise.allSettled(settled)
  const plan = wish?.kind === 'vector' ? { ...planned.value, vector: wish.vector } : planned.value
  const found = await services.retriever.search(shop.id, plan, shop.settings.limits.searches_per_second)
  return found.ok ? ok({ plan, found: found.value }) : found
}

/** The same as it would have been with fewer cards. Pure. */
export function withCards({ plan, found }: JudgedSearch, cards: RerankCards): JudgedSearch {
  const first = new Set([...found.hits, ...found.beyond].slice(0, cards).map(({ id }) => id))
  return {
    plan: { ...plan, cards: Math.min(plan.cards, cards) },
    found: {
      ...found,
      cards: found.cards.filter(({ id }) => first.has(id)),
      beyond: found.beyond.filter(({ id }) => first.has(id)),
    },
  }
}
