import type { VectorStore } from '../../ports/vector-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** The shop's vectors through its object. What arrives over RPC is a plain copy. */
export function createDurableVectorStore(shops: DurableObjectNamespace<ShopObject>): VectorStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    nextVectorWork: async (shop, request) => of(shop).nextVectorWork(request),
    storeVectors: async (shop, batch) => of(shop).storeVectors(batch),
    failVectors: async (shop, batch) => of(shop).failVectors(batch),
    endVectorTurn: async (shop, more) => of(shop).endVectorTurn(more),
    requestVectors: async (shop) => of(shop).requestVectors(),
    vectorStatus: async (shop) => of(shop).vectorStatus(),
  }
}
