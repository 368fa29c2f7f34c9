import type { EnrichmentStore } from '../../ports/enrichment-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** What a model has written about a shop's products, through its object. What arrives over RPC is a plain copy. */
export function createDurableEnrichmentStore(shops: DurableObjectNamespace<ShopObject>): EnrichmentStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    nextEnrichment: async (shop, request) => of(shop).nextEnrichment(request),
    storeEnrichment: async (shop, batch) => of(shop).storeEnrichment(batch),
    failEnrichment: async (shop, batch) => of(shop).failEnrichment(batch),
    endEnrichmentTurn: async (shop, more) => of(shop).endEnrichmentTurn(more),
    restartEnrichment: async (shop) => of(shop).restartEnrichment(),
    enrichmentStatus: async (shop, model) => of(shop).enrichmentStatus(model),
  }
}
