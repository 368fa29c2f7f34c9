import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import type { Bindings } from '../bindings.ts'

/** What the handlers of a request share. */
export interface AppEnv {
  Bindings: Bindings
  Variables: {
    requestId: string
    /** When the request arrived, milliseconds since the epoch: deadlines count from here. */
    arrivedAt: number
    services: Services
    /** Set once a key has been checked. */
    shop: ShopRecord
  }
}
