import type { Erasure } from '../contract/events.ts'
import type { EventRejection } from '../contract/vocabulary.ts'
import { FloodGate } from '../events/flood-gate.ts'
import type { ExportedEvents, SessionEvents } from '../ports/event-store.ts'
import type { Heeded, OrderFigures, OrderMessage } from '../ports/order-store.ts'
import { eraseVisitor } from './events/erase-visitor.ts'
import { exportEvents } from './events/export-events.ts'
import { heedMessage, knowsPaid, orderSecret, saveOrderSecret, sumOrders } from './events/orders.ts'
import { storeEvents } from './events/store-events.ts'
import { hashVisitor } from './tables/query-visits.ts'
import { ShopWork } from './shop-work.ts'

/** The part of a shop's object that is told what happens in the shop: by pages, and by the shop's own server. */
export class ShopEvents extends ShopWork {
  readonly #floods = new FloodGate()

  /** Keeps a batch in one transaction; see `EventStore`. */
  async storeEvents(batch: SessionEvents): Promise<{ place: number; code: EventRejection }[]> {
    if (!this.exists) return []
    const visitorHash = batch.visitor === null ? null : await hashVisitor(this.sql, batch.visitor)
    const { refused } = this.ctx.storage.transactionSync(() =>
      storeEvents(this.sql, batch, { ...this.storing, gate: this.#floods, visitorHash }),
    )
    await this.jobs.resume()
    return [...refused]
  }

  exportEvents(after: number, visitor: string | null): ExportedEvents {
    return exportEvents(this.sql, after, visitor)
  }

  async eraseVisitor(visitor: string): Promise<Erasure> {
    const hash = await hashVisitor(this.sql, visitor)
    return this.ctx.storage.transactionSync(() =>
      eraseVisitor(this.sql, visitor, { hash, learners: this.learners }),
    )
  }

  orderSecret(): string | null {
    return this.exists ? orderSecret(this.sql) : null
  }

  saveOrderSecret(secret: string): void {
    saveOrderSecret(this.sql, secret)
  }

  heedOrder(message: OrderMessage): Heeded {
    return this.ctx.storage.transactionSync(() => heedMessage(this.sql, message, Date.now()))
  }

  orderFigures(days: { readonly from?: string; readonly to?: string }): OrderFigures {
    return { sums: sumOrders(this.sql, days), knowsPaid: knowsPaid(this.sql) }
  }
}
