import type { OwnRetriever } from '../../ports/outside-finds.ts'
import type { RetrievalFailure } from '../../ports/retriever.ts'
import { err, type Result } from '../../result.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

const unavailable = (error: unknown): Result<never, RetrievalFailure> =>
  err({ kind: 'index_unavailable', detail: error instanceof Error ? error.message : String(error) })

/** The retriever that is always there: the index in the shop's own object, one call a search. */
export function createEmbeddedRetriever(
  shops: DurableObjectNamespace<ShopObject>,
  rateLimits: boolean,
): OwnRetriever {
  const limitOf = (searchesPerSecond: number) => (rateLimits ? searchesPerSecond : Number.POSITIVE_INFINITY)
  return {
    async search(shop, plan, searchesPerSecond) {
      try {
        return await shops.getByName(shop).search(plan, limitOf(searchesPerSecond))
      } catch (error) {
        return unavailable(error)
      }
    },
    begin(shop, plan, searchesPerSecond, hasMeaning) {
      const limits = { searchesPerSecond: limitOf(searchesPerSecond), hasMeaning }
      // Settled at once, so that a failure while the server is still asked is nobody's unhandled rejection.
      const begun = Promise.allSettled([shops.getByName(shop).beginSearch(plan, limits)])
      return {
        async finish(outside) {
          const [started] = await begun
          if (started.status === 'rejected') return unavailable(started.reason)
          try {
            using search = started.value
            return await search.finish(outside)
          } catch (error) {
            return unavailable(error)
          }
        },
      }
    },
  }
}
