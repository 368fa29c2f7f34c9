import { admit, closedBreaker, failed, succeeded } from '../../breaker.ts'
import type { Outside, OwnRetriever, SearchLink, SearchLinks } from '../../ports/outside-finds.ts'
import type { Retriever, SearchPlan } from '../../ports/retriever.ts'
import type { IndexFailure } from '../../ports/search-index.ts'
import { askServer, hasEmbedder, hasQuestion } from './ask-server.ts'
import { SETTINGS_VERSION } from './index-settings.ts'
import { LinkCache } from './link-cache.ts'

/** How deep pages may go on what the server listed; deeper ones come from the shop's own index, which lists more. */
const DEEPEST = 200

export interface MeilisearchRetrieverOptions {
  readonly url: string
  /** Milliseconds after which a search does without the server. */
  readonly budgetMs: number
  /** The shop's own index, which finds meanwhile, and takes what the server found to look up and rank. */
  readonly embedded: OwnRetriever
  readLinks(shop: string, version: number): Promise<SearchLinks>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** What a failed question says about the server, and what the shop has to see to. */
function verdictOf({ kind }: IndexFailure): { isDown: boolean; trouble?: Outside['trouble'] } {
  switch (kind) {
    case 'unreachable':
    case 'busy':
      return { isDown: true }
    case 'refused':
      return { isDown: false, trouble: 'key_refused' }
    case 'index_missing':
      return { isDown: false, trouble: 'index_missing' }
    case 'rejected':
      return { isDown: false }
  }
}

/** Words to find, in the order a shopper sees relevance in, near the top of the list. */
const isForServer = (plan: SearchPlan): boolean =>
  plan.sort === 'relevance' && plan.offset + plan.limit <= DEEPEST && hasQuestion(plan)

/**
 * Meilisearch and the shop's object find at the same time, the object looks up and ranks what both found: a server that
 * is gone, slow or behind costs products that only it would have found, and nothing else. Every search answers.
 */
export function createMeilisearchRetriever(options: MeilisearchRetrieverOptions): Retriever {
  const { url, budgetMs, embedded } = options
  const links = new LinkCache((shop) => options.readLinks(shop, SETTINGS_VERSION))
  let breaker = closedBreaker

  async function ask(shop: string, plan: SearchPlan, link: SearchLink): Promise<Outside> {
    const { admitted, next } = admit(breaker, options.now())
    breaker = next
    if (!admitted) return {}
    const answer = await askServer(url, link, plan, budgetMs)
    if (answer.ok) {
      breaker = succeeded()
      return { finds: answer.value }
    }
    const { isDown, trouble } = verdictOf(answer.error)
    breaker = isDown ? failed(breaker, options.now()) : succeeded()
    if (!trouble) return {}
    links.distrust(shop, options.now())
    return { trouble }
  }

  return {
    async search(shop, plan, searchesPerSecond) {
      if (!isForServer(plan)) return embedded.search(shop, plan, searchesPerSecond)
      const link = await linkOf(shop, plan.market)
      // Its first index is still being built: the shop's own index is what it has, nothing is amiss.
      if (link === 'never') return embedded.search(shop, plan, searchesPerSecond)
      const asked = link === 'lost' ? Promise.resolve<Outside>({}) : ask(shop, plan, link)
      const hasMeaning = link !== 'lost' && hasEmbedder(plan, link)
      const search = embedded.begin(shop, plan, searchesPerSecond, hasMeaning)
      const outside = await asked
      const found = await search.finish(outside)
      if (!found.ok || outside.finds) return found
      return { ok: true, value: { ...found.value, degraded: ['meilisearch'] } }
    },
  }

  async function linkOf(shop: string, market: string): Promise<SearchLink | 'never' | 'lost'> {
    try {
      return await links.find(shop, market, options.now())
    } catch {
      // The shop's object says itself what is wrong with it when it is asked to search.
      return 'never'
    }
  }
}
