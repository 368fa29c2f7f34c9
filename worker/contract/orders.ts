import { z } from 'zod'
import { orderStates } from './vocabulary.ts'

/** What the shop's own server posts, signed. `time` must lie within five minutes of its arrival: sign again to repeat. */
export const orderMessage = z.object({
  /** Unique in the shop: a repeat is harmless. */
  id: z.string().min(1).max(100),
  /** When it was signed: ISO 8601, or milliseconds since the epoch. */
  time: z.union([z.number(), z.string().max(40)]),
  type: z.enum(['paid', 'refunded']),
  transaction_id: z.string().min(1).max(100),
  /** Major units: of the whole order when paid, of what is given back when refunded. */
  value: z.number().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as KRW or USD'),
})

export const orderMessageAnswer = z.object({
  /** True: the same message came before, and nothing was changed. */
  repeated: z.boolean(),
})

export const orderSecretAnswer = z.object({
  /** Shown this once. */
  secret: z.string(),
  /** Where to post. */
  path: z.string(),
})

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-23')

export const ordersRequest = z.object({ from: day.optional(), to: day.optional() })

export const ordersResponse = z.object({
  /** `placed` where pages are the only source: such figures hold orders that were never paid. */
  best_state: z.enum(['placed', 'paid']),
  /** Each order is in one of them: an order that is paid is not counted as placed any more. */
  orders: z.array(
    z.object({
      state: z.enum(orderStates),
      currency: z.string(),
      orders: z.number().int(),
      /** Major units, before refunds. */
      value: z.number(),
      refunded: z.number(),
    }),
  ),
})
export type OrdersResponse = z.infer<typeof ordersResponse>
