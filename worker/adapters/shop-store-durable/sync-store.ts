import type { SyncStore } from '../../ports/sync-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** The outbox and its bookkeeping in the shop's object, one call a step. */
export function createDurableSyncStore(shops: DurableObjectNamespace<ShopObject>): SyncStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    next: async (shop, lease, version) => of(shop).syncNext(lease, version),
    report: async (shop, lease, policy, report) => of(shop).syncReport(lease, policy, report),
    release: async (shop, lease, version) => of(shop).syncRelease(lease, version),
    status: async (shop) => of(shop).syncStatus(),
    reindex: async (shop) => of(shop).reindex(),
  }
}
