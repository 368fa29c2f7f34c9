import type { WarmingStore } from '../../ports/warming-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** What a shop has thought out before anybody asks, through its object. What arrives over RPC is a plain copy. */
export function createDurableWarmingStore(shops: DurableObjectNamespace<ShopObject>): WarmingStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    next: async (shop, lease, now) => of(shop).nextWarming(lease, now),
    report: async (shop, report) => of(shop).reportWarming(report),
    endTurn: async (shop, lease, more) => of(shop).endWarmingTurn(lease, more),
    start: async (shop) => of(shop).startWarming(),
    read: async (shop) => of(shop).warmingState(),
  }
}
