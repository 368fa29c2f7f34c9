import type { EventStore } from '../../ports/event-store.ts'
import type { OrderStore } from '../../ports/order-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** A shop's events through its object. What arrives over RPC is a plain copy. */
export function createDurableEventStore(shops: DurableObjectNamespace<ShopObject>): EventStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    store: async (shop, batch) => of(shop).storeEvents(batch),
    exportEvents: async (shop, after, visitor) => of(shop).exportEvents(after, visitor),
    eraseVisitor: async (shop, visitor) => of(shop).eraseVisitor(visitor),
  }
}

/** A shop's orders, likewise. */
export function createDurableOrderStore(shops: DurableObjectNamespace<ShopObject>): OrderStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    secret: async (shop) => of(shop).orderSecret(),
    saveSecret: async (shop, secret) => of(shop).saveOrderSecret(secret),
    heed: async (shop, message) => of(shop).heedOrder(message),
    figures: async (shop, days) => of(shop).orderFigures(days),
  }
}
