import type { Retriever } from '../../ports/retriever.ts'
import { err } from '../../result.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** The retriever that is always there: FTS5 in the shop's own object, one call a search. */
export function createEmbeddedRetriever(
  shops: DurableObjectNamespace<ShopObject>,
  rateLimits: boolean,
): Retriever {
  return {
    async search(shop, plan, searchesPerSecond) {
      try {
        const stub = shops.getByName(shop)
        const limit = rateLimits ? searchesPerSecond : Number.POSITIVE_INFINITY
        return await stub.search(plan, limit)
      } catch (error) {
        return err({
          kind: 'index_unavailable',
          detail: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }
}
