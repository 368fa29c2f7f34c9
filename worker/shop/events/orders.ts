import { parseMoney } from '../../catalogue/money.ts'
import type { OrderState } from '../../contract/vocabulary.ts'
import type { ReadEvent } from '../../ports/event-store.ts'
import type { Heeded, OrderMessage, OrderSum } from '../../ports/order-store.ts'
import { dayBegins } from '../../shops/market-clock.ts'
import { shopZone } from '../ledger/shop-clock.ts'
import { marketCurrency } from '../tables/market-currency.ts'

type OrderRow = { state: OrderState; value: number | null; currency: string; refunded: number }

const readOrder = (sql: SqlStorage, transactionId: string): OrderRow | undefined =>
  sql
    .exec<OrderRow>(
      'SELECT state, value, currency, refunded FROM shop_order WHERE transaction_id = ?',
      transactionId,
    )
    .toArray()[0]

/** An amount in minor units; null where none is stated. */
function minorOf(value: number | undefined, currency: string): number | null {
  if (value === undefined) return null
  const read = parseMoney(value, currency)
  return read.ok ? (read.value.minor ?? 0) : null
}

/** The currency of the shop's first market, for pages that do not say. */
const usualCurrency = (sql: SqlStorage): string => {
  const [first] = sql.exec<{ id: string }>('SELECT id FROM market ORDER BY position LIMIT 1').toArray()
  return (first && marketCurrency(sql, first.id)) ?? 'USD'
}

/**
 * A page says that an order was placed. It is counted once whatever comes first: of an order that is paid already a page
 * adds who placed it, and changes nothing else.
 */
export function notePlaced(
  sql: SqlStorage,
  { at, value, currency = usualCurrency(sql) }: ReadEvent,
  { transactionId, session }: { readonly transactionId: string; readonly session: number },
): void {
  sql.exec(
    `INSERT INTO shop_order (transaction_id, state, value, currency, placed_at, session) VALUES (?, 'placed', ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET placed_at = ifnull(placed_at, excluded.placed_at),
       session = ifnull(session, excluded.session)`,
    transactionId,
    minorOf(value, currency),
    currency,
    at,
    session,
  )
}

/** Heeds a signed message of the shop's server, once. `now`: milliseconds since the epoch. */
export function heedMessage(sql: SqlStorage, message: OrderMessage, now: number): Heeded {
  if (sql.exec('SELECT 1 FROM order_message WHERE id = ?', message.id).toArray().length > 0) return 'repeated'
  const before = readOrder(sql, message.transactionId)
  // What a page said gives way; what the server said before must be of the same money.
  if (before && before.state !== 'placed' && before.currency !== message.currency) return 'other_currency'
  sql.exec('INSERT INTO order_message VALUES (?, ?)', message.id, now)
  if (message.type === 'paid') notePaid(sql, message)
  else noteRefund(sql, message, before)
  return 'heeded'
}

/** What the server says stands above what a page said; an order is paid once, however often it is told. */
function notePaid(sql: SqlStorage, { transactionId, value, currency, at }: OrderMessage): void {
  sql.exec(
    `INSERT INTO shop_order (transaction_id, state, value, currency, paid_at) VALUES (?, 'paid', ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, currency = excluded.currency,
       paid_at = ifnull(paid_at, excluded.paid_at),
       state = CASE WHEN refunded > 0 AND refunded >= excluded.value THEN 'refunded' ELSE 'paid' END`,
    transactionId,
    minorOf(value, currency),
    currency,
    at,
  )
}

/**
 * Amounts of several refunds add up. One may come before the payment it belongs to, because both arrive by their own way;
 * that there is one says that the order was paid.
 */
function noteRefund(
  sql: SqlStorage,
  { transactionId, value, currency, at }: OrderMessage,
  before: OrderRow | undefined,
): void {
  const known = before?.currency === currency ? before.value : null
  const refunded = (before?.refunded ?? 0) + (minorOf(value, currency) ?? 0)
  sql.exec(
    `INSERT INTO shop_order (transaction_id, state, value, currency, refunded, paid_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT DO UPDATE SET state = ?2, value = ?3, currency = ?4, refunded = ?5, paid_at = ifnull(paid_at, ?6)`,
    transactionId,
    known !== null && refunded >= known ? 'refunded' : 'paid',
    known,
    currency,
    refunded,
    at,
  )
}

/**
 * What orders of these days come to, by state and currency. Each order is in one state, so no sum holds what another
 * holds. Days are those of the shop's clock, both included; an order belongs to the day it was placed, else paid.
 */
export function sumOrders(
  sql: SqlStorage,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): OrderSum[] {
  const zone = shopZone(sql)
  return sql
    .exec<{ state: OrderState; currency: string; orders: number; value: number; refunded: number }>(
      `SELECT state, currency, count(*) AS orders, sum(ifnull(value, 0)) AS value, sum(refunded) AS refunded
       FROM shop_order WHERE ifnull(ifnull(placed_at, paid_at), 0) >= ? AND ifnull(ifnull(placed_at, paid_at), 0) < ?
       GROUP BY state, currency ORDER BY state, currency`,
      from === undefined ? 0 : dayBegins(zone, from),
      to === undefined ? Number.MAX_SAFE_INTEGER : dayBegins(zone, to) + 24 * 3600 * 1000,
    )
    .toArray()
}

/** Whether the shop's server has ever said that an order was paid. */
export const knowsPaid = (sql: SqlStorage): boolean =>
  sql.exec(`SELECT 1 FROM shop_order WHERE state <> 'placed' LIMIT 1`).toArray().length > 0

/** What the shop's server signs its messages with; null: none was made yet. */
export const orderSecret = (sql: SqlStorage): string | null =>
  sql.exec<{ secret: string }>('SELECT secret FROM order_secret').toArray()[0]?.secret ?? null

/** Makes another secret the valid one: what was signed with the last is refused from now on. */
export function saveOrderSecret(sql: SqlStorage, secret: string): void {
  sql.exec('INSERT OR REPLACE INTO order_secret VALUES (1, ?)', secret)
}
