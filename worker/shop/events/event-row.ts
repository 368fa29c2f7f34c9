import { eventNames, type EventName } from '../../contract/vocabulary.ts'
import type { EventItem, ReadEvent } from '../../ports/event-store.ts'
import { intern } from './interned.ts'
import { packId, unpackId } from './event-id.ts'

/** What few events have, as JSON; short names, because there are a million of them. */
interface Detail {
  /** Products by number, with how many and at what price where that is said. */
  readonly i?: readonly (readonly [product: number, quantity?: number | null, price?: number | null])[]
  readonly s?: string
  readonly r?: string
  readonly v?: number
  readonly c?: string
  readonly t?: string
  /** The market, where it is not the first. */
  readonly m?: string
}

export interface EventRow {
  readonly seq: number
  readonly session: number
  readonly visitor: number | null
  readonly at: number
  readonly market: string | null
  readonly event: ReadEvent
}

export type RawEventRow = {
  seq: number
  id: ArrayBuffer | string
  session: number
  visitor: number | null
  name: number
  at: number
  product: number | null
  detail: string | null
}

/** The columns of `RawEventRow`. */
export const EVENT_COLUMNS = 'seq, id, session, visitor, name, at, product, detail'

const isPlain = ({ quantity, price }: EventItem): boolean => quantity === undefined && price === undefined

function detailOf(
  { items, search, requestId, value, currency, transactionId }: ReadEvent,
  products: readonly number[],
  market: string | null,
): string | null {
  const isOne = items.length === 1 && items.every(isPlain)
  const detail: Detail = {
    ...(items.length === 0 || isOne
      ? {}
      : {
          i: items.map((item, index) =>
            isPlain(item)
              ? ([products[index] ?? 0] as const)
              : ([products[index] ?? 0, item.quantity ?? null, item.price ?? null] as const),
          ),
        }),
    ...(search === undefined ? {} : { s: search }),
    ...(requestId === undefined ? {} : { r: requestId }),
    ...(value === undefined ? {} : { v: value }),
    ...(currency === undefined ? {} : { c: currency }),
    ...(transactionId === undefined ? {} : { t: transactionId }),
    ...(market === null ? {} : { m: market }),
  }
  const text = JSON.stringify(detail)
  return text === '{}' ? null : text
}

/** Writes an event unless one of its id is there; false: there was. */
export function insertEvent(
  sql: SqlStorage,
  event: ReadEvent,
  of: {
    readonly session: number
    readonly visitor: number | null
    readonly products: readonly number[]
    readonly learnt: boolean
    /** null: the shop's first. */
    readonly market: string | null
  },
): boolean {
  return (
    sql
      .exec(
        `INSERT OR IGNORE INTO event (id, session, visitor, name, at, product, learnt, detail)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
        packId(event.id),
        of.session,
        of.visitor,
        eventNames.indexOf(event.name),
        event.at,
        of.products.length === 1 ? (of.products[0] ?? null) : null,
        of.learnt ? 1 : 0,
        detailOf(event, of.products, of.market),
      )
      .toArray().length > 0
  )
}

/** Whether an event of this id is kept. */
export const hasEvent = (sql: SqlStorage, id: string): boolean =>
  sql.exec('SELECT 1 FROM event WHERE id = ?', packId(id)).toArray().length > 0

/** Rows as events again. */
export function readRows(sql: SqlStorage, rows: readonly RawEventRow[]): EventRow[] {
  const details = rows.map(({ detail }) => (detail === null ? {} : (JSON.parse(detail) as Detail)))
  const numbers = new Set(
    rows.flatMap(({ product }, index) => [
      ...(product === null ? [] : [product]),
      ...(details[index]?.i ?? []).map(([number]) => number),
    ]),
  )
  const products = new Map(
    sql
      .exec<{ id: number; key: string }>(
        'SELECT id, key FROM event_product WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify([...numbers]),
      )
      .toArray()
      .map(({ id, key }) => [id, key]),
  )
  return rows.map(({ seq, id, session, visitor, name, at, product }, index) => {
    const { i, s, r, v, c, t, m } = details[index] ?? {}
    const items = i ?? (product === null ? [] : [[product] as const])
    return {
      seq,
      session,
      visitor,
      at,
      market: m ?? null,
      event: {
        id: unpackId(id),
        name: nameAt(name),
        at,
        items: items.map(([number, quantity, price]) => ({
          product: products.get(number) ?? '',
          ...(typeof quantity === 'number' ? { quantity } : {}),
          ...(typeof price === 'number' ? { price } : {}),
        })),
        ...(s === undefined ? {} : { search: s }),
        ...(r === undefined ? {} : { requestId: r }),
        ...(v === undefined ? {} : { value: v }),
        ...(c === undefined ? {} : { currency: c }),
        ...(t === undefined ? {} : { transactionId: t }),
      },
    }
  })
}

/** Names are only ever appended, so a number that is stored has one. */
function nameAt(place: number): EventName {
  const name = eventNames[place]
  if (name === undefined) throw new Error(`an event of the unknown name ${place}`)
  return name
}

/** The numbers of an event's products. */
export const internItems = (sql: SqlStorage, items: readonly EventItem[]): number[] =>
  items.map(({ product }) => intern(sql, 'event_product', product))
