import type { OrderState } from '../contract/vocabulary.ts'

/** What the shop's own server says of an order; its signature has been checked. */
export interface OrderMessage {
  /** Unique in the shop: the same id again is the same message. */
  readonly id: string
  readonly type: 'paid' | 'refunded'
  readonly transactionId: string
  /** Major units of `currency`: the whole order, or what was given back this time. */
  readonly value: number
  readonly currency: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

/**
 * What came of a message. `repeated`: it was heeded before. `other_currency`: the server has said another currency of this
 * order, and nothing was changed.
 */
export type Heeded = 'heeded' | 'repeated' | 'other_currency'

/** Orders of one state and currency; amounts in minor units. */
export interface OrderSum {
  readonly state: OrderState
  readonly currency: string
  readonly orders: number
  readonly value: number
  readonly refunded: number
}

export interface OrderFigures {
  readonly sums: readonly OrderSum[]
  /** False: the shop's server has never spoken, and placed orders are all there is. */
  readonly knowsPaid: boolean
}

/** A shop's orders. Every call names the shop. */
export interface OrderStore {
  /** What messages are signed with; null: the shop does not exist or has made none. */
  secret(shop: string): Promise<string | null>
  saveSecret(shop: string, secret: string): Promise<void>
  /** Heeds a message in one transaction. */
  heed(shop: string, message: OrderMessage): Promise<Heeded>
  /** Days of the shop's clock, `2026-11-23`, both included. */
  figures(shop: string, days: { readonly from?: string; readonly to?: string }): Promise<OrderFigures>
}
