import type { Outside } from '../../ports/outside-finds.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../../ports/retriever.ts'
import { err, type Result } from '../../result.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** A retriever that can be told what a search server found: it looks that up and ranks it instead. */
export interface EmbeddedRetriever {
  search(
    shop: string,
    plan: SearchPlan,
    searchesPerSecond: number,
    outside?: Outside,
  ): Promise<Result<Found, RetrievalFailure>>
}

/** The retriever that is always there: FTS5 in the shop's own object, one call a search. */
export function createEmbeddedRetriever(
  shops: DurableObjectNamespace<ShopObject>,
  rateLimits: boolean,
): EmbeddedRetriever {
  return {
    async search(shop, plan, searchesPerSecond, outside) {
      try {
        const stub = shops.getByName(shop)
        const limit = rateLimits ? searchesPerSecond : Number.POSITIVE_INFINITY
        return await stub.search(plan, limit, outside)
      } catch (error) {
        return err({
          kind: 'index_unavailable',
          detail: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }
}
