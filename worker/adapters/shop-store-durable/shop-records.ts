import type { ShopRecord } from '../../ports/shop-store.ts'

/** Keys and settings are asked for on every request; a change reaches other isolates within this time. */
const REMEMBERED_MS = 5_000
/** Shops remembered at once, made-up ones included, so that guessing keys cannot fill the memory. */
const REMEMBERED_SHOPS = 1_000

/** One isolate's memory of shop records. */
class ShopRecords {
  readonly #records = new Map<string, { record: ShopRecord | null; until: number }>()

  get(shop: string): ShopRecord | null | undefined {
    const held = this.#records.get(shop)
    return held && held.until > Date.now() ? held.record : undefined
  }

  set(shop: string, record: ShopRecord | null): void {
    if (this.#records.size >= REMEMBERED_SHOPS) this.#records.clear()
    this.#records.set(shop, { record, until: Date.now() + REMEMBERED_MS })
  }

  forget(shop: string): void {
    this.#records.delete(shop)
  }
}

export const shopRecords = new ShopRecords()
