import { toMajor } from '../catalogue/money.ts'
import type { OrdersResponse } from '../contract/orders.ts'
import type { OrderFigures } from '../ports/order-store.ts'

/** Figures of orders as the merchant sees them: each with its state, in major units. Pure. */
export const orderFigures = ({ sums, knowsPaid }: OrderFigures): OrdersResponse => ({
  best_state: knowsPaid ? 'paid' : 'placed',
  orders: sums.map(({ state, currency, orders, value, refunded }) => ({
    state,
    currency,
    orders,
    value: toMajor(value, currency),
    refunded: toMajor(refunded, currency),
  })),
})
