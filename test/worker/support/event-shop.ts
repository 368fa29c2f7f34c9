import { runDurableObjectAlarm } from 'cloudflare:test'
import { eventsAnswer, type EventsAnswer } from '../../../worker/contract/events.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { call, type TestShop } from './worker-shop.ts'

/** An event as a page sends it. */
export type PageEvent = Readonly<Record<string, unknown>>

let made = 0

/** A view of a product; each call makes another event unless an id is given. */
export const view = (product: string, more: PageEvent = {}): PageEvent => ({
  id: `event-${made++}`,
  name: 'view_item',
  time: Date.now(),
  items: [{ item_id: product }],
  ...more,
})

export const batchOf = (events: readonly unknown[], more: PageEvent = {}) => ({
  visitor: 'visitor-1',
  session: 'session-1',
  consent: 'granted',
  events,
  ...more,
})

/** Sends a body as the page does. */
export const post = (shop: TestShop, body: string, headers: Readonly<Record<string, string>> = {}) =>
  call(paths.events, {
    method: 'POST',
    parameters: { key: shop.keys.public_key },
    headers: { 'Content-Type': 'text/plain', ...headers },
    body,
  })

/** Sends a batch that must be answered. */
export async function send(
  shop: TestShop,
  batch: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<EventsAnswer> {
  const answer = await post(shop, JSON.stringify(batch), headers)
  if (answer.status !== 202) throw new Error(`not taken: ${answer.status} ${await answer.text()}`)
  return eventsAnswer.strict().parse(await answer.json())
}

/** What a statement finds in the shop's database. */
export const find = <Row extends Record<string, SqlStorageValue>>(
  shop: TestShop,
  statement: string,
): Promise<Row[]> => shop.inside((_, { storage }) => storage.sql.exec<Row>(statement).toArray())

export const count = async (shop: TestShop, table: string): Promise<number> =>
  (await find<{ n: number }>(shop, `SELECT count(*) AS n FROM ${table}`))[0]?.n ?? -1

/** Lets the shop fold what has come, without waiting for its time. */
export async function folded(shop: TestShop): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const waiting = await shop.inside((_, { storage }) => {
      storage.sql.exec(`UPDATE job SET due_at = 1 WHERE name = 'events'`)
      return storage.sql.exec(`SELECT 1 FROM job WHERE name = 'events'`).toArray().length
    })
    if (waiting === 0) return
    await runDurableObjectAlarm(shop.stub)
  }
  throw new Error('events are never folded')
}

/** How often each thing happened, by the sums of the days. */
export async function sums(shop: TestShop): Promise<number> {
  await folded(shop)
  return (await find<{ n: number | null }>(shop, 'SELECT sum(events) AS n FROM event_day'))[0]?.n ?? 0
}
