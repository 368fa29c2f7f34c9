import type { LedgerStore } from '../../ports/ledger-store.ts'
import type { ShopObject } from '../../shop/shop-object.ts'

/** The account of a shop's calls to models, in its object. What arrives over RPC is a plain copy. */
export function createDurableLedgerStore(shops: DurableObjectNamespace<ShopObject>): LedgerStore {
  const of = (shop: string) => shops.getByName(shop)
  return {
    reserve: async (shop, call) => of(shop).reserveCall(call),
    settle: async (shop, call) => of(shop).settleCall(call),
    list: async (shop, request) => of(shop).ledger(request),
  }
}
