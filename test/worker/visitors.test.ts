import { describe, expect, test } from 'vitest'
import { erasure } from '../../worker/contract/events.ts'
import { configResponse } from '../../worker/contract/shops.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { EventLearner, StoredEvent } from '../../worker/ports/event-learner.ts'
import { eraseVisitor } from '../../worker/shop/events/erase-visitor.ts'
import { storeEvents } from '../../worker/shop/events/store-events.ts'
import { batchOf, count, find, folded, send, view } from './support/event-shop.ts'
import { call, createShop, errorOf, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000

type Line = Readonly<Record<string, unknown>>

async function exported(shop: TestShop, visitor?: string): Promise<Line[]> {
  const answer = await shop.admin(paths.export, {
    parameters: { kind: 'events', ...(visitor === undefined ? {} : { visitor }) },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('jsonl')
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

const erase = async (shop: TestShop, visitor: string) => {
  const answer = await shop.admin(`${paths.visitors}/${visitor}`, { method: 'DELETE' })
  expect(answer.status).toBe(200)
  return erasure.strict().parse(await answer.json())
}

/** Everything the database holds, as one text: what is not in it is nowhere. */
const dump = (shop: TestShop): Promise<string> =>
  shop.inside((_, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'`,
      )
      .toArray()
      .filter(({ name }) => !name.startsWith('_cf'))
    return JSON.stringify(tables.map(({ name }) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray()))
  })

describe('consent', () => {
  const declared = { default: 'notice', regions: { US: 'none', JP: 'ask_first', DE: 'none' } } as const

  test.each<[string, string, string | null, boolean]>([
    ['granted', 'notice by default', null, true],
    ['not_asked', 'notice by default', null, true],
    ['denied', 'notice by default', null, false],
    ['not_asked', 'asking first', 'JP', false],
    ['granted', 'asking first', 'JP', true],
    ['not_asked', 'nothing to ask', 'US', true],
    ['denied', 'nothing to ask', 'US', false],
    ['not_asked', 'the EEA, whatever is declared', 'DE', false],
    ['granted', 'the EEA, whatever is declared', 'DE', true],
    ['not_asked', 'Tor, where the default holds', 'T1', true],
  ])('%s with %s (%s): the visitor is kept: %s', async (consent, _, country, kept) => {
    const shop = await createShop()
    await shop.settings({ events: { consent: declared } })
    const batch = batchOf([view('p1')], { consent, visitor: 'visitor-of-this-test' })
    const headers: Record<string, string> = country === null ? {} : { 'CF-IPCountry': country }
    expect(await send(shop, batch, headers)).toEqual({ accepted: 1, rejected: [] })
    await folded(shop)
    expect(await count(shop, 'event')).toBe(1)
    expect((await dump(shop)).includes('visitor-of-this-test')).toBe(kept)
    expect(await count(shop, 'event_session')).toBe(1)
  })

  test('of a shop that has declared nothing is asked first', async () => {
    const shop = await createShop()
    await send(shop, batchOf([view('p1')], { consent: undefined }))
    expect([await count(shop, 'event'), await count(shop, 'event_visitor')]).toEqual([1, 0])
  })

  test('given in the middle of a session holds from then on', async () => {
    const shop = await createShop()
    await send(shop, batchOf([view('p1')], { consent: 'not_asked' }))
    await send(shop, batchOf([view('p2')]))
    await send(shop, batchOf([view('p3')], { consent: 'denied' }))
    const visitors = await find(shop, 'SELECT visitor IS NOT NULL AS known FROM event ORDER BY seq')
    expect(visitors).toEqual([{ known: 0 }, { known: 1 }, { known: 0 }])
  })

  test('is read by the page from its region', async () => {
    const shop = await createShop()
    await shop.settings({ events: { consent: declared } })
    const basis = async (country: string) => {
      const answer = await call(paths.config, {
        parameters: { key: shop.keys.public_key },
        headers: { 'CF-IPCountry': country },
      })
      return configResponse.parse(await answer.json()).consent_basis
    }
    expect([await basis('FR'), await basis('US'), await basis('KR')]).toEqual(['ask_first', 'none', 'notice'])
  })

  test('settings that name no country are refused', async () => {
    const shop = await createShop()
    const answer = await shop.admin(paths.settings, {
      method: 'PATCH',
      body: JSON.stringify({ events: { consent: { default: 'none', regions: { Korea: 'none' } } } }),
    })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toContain('events.consent.regions')
  })
})

describe('erasure', () => {
  test('removes a person and what was derived from them, and nobody else', async () => {
    const shop = await createShop()
    const search = { search: 'blue cup', name: 'select_item' }
    await send(shop, batchOf([view('p0')], { consent: 'not_asked', session: 'a1', visitor: 'anna' }))
    await send(shop, batchOf([view('p1', search), view('p2')], { session: 'a1', visitor: 'anna' }))
    await send(shop, batchOf([view('p3')], { session: 'a2', visitor: 'anna' }))
    await send(
      shop,
      batchOf([view('p1', { name: 'purchase', transaction_id: 'T-1', value: 10, currency: 'KRW' })], {
        session: 'a2',
        visitor: 'anna',
      }),
    )
    await send(shop, batchOf([view('p1', search), view('p4')], { session: 'b1', visitor: 'bert' }))
    await folded(shop)
    const before = await exported(shop)
    expect(before).toHaveLength(7)
    expect(await exported(shop, 'anna')).toHaveLength(5)
    expect([await count(shop, 'query_choice'), await count(shop, 'query_visit')]).toEqual([2, 2])

    expect(await erase(shop, 'anna')).toEqual({ events: 5, sessions: 2, orders: 1 })

    const after = await exported(shop)
    expect(after).toEqual(before.filter(({ session }) => session === 'b1'))
    expect(await exported(shop, 'anna')).toEqual([])
    expect(await exported(shop, 'bert')).toHaveLength(2)
    expect([await count(shop, 'query_choice'), await count(shop, 'query_visit')]).toEqual([1, 1])
    const everything = await dump(shop)
    expect(['anna', '"a1"', '"a2"'].filter((trace) => everything.includes(trace))).toEqual([])
    expect(everything).toContain('bert')
    expect(await find(shop, 'SELECT transaction_id, session FROM shop_order')).toEqual([
      { transaction_id: 'T-1', session: null },
    ])
    expect(await erase(shop, 'anna')).toEqual({ events: 0, sessions: 0, orders: 0 })
  })

  test('of nobody and without the secret key does nothing', async () => {
    const shop = await createShop()
    expect(await erase(shop, "nobody' OR 1=1 --")).toEqual({ events: 0, sessions: 0, orders: 0 })
    expect((await call(`${paths.visitors}/x`, { method: 'DELETE' })).status).toBe(401)
    expect((await call(paths.export, { parameters: { kind: 'events' } })).status).toBe(401)
  })
})

describe('who learns from events', () => {
  const learner = (told: StoredEvent[], erased: unknown[], fails = false): EventLearner => ({
    onEventsStored(events) {
      told.push(...events)
      if (fails) throw new Error('cannot learn')
    },
    onVisitorErased: (visitor, sessions) => void erased.push([visitor, sessions.toSorted()]),
  })
  const read = (id: string, product: string, name: StoredEvent['name'] = 'view_item') => ({
    id,
    name,
    at: Date.now(),
    items: [{ product }],
  })

  test('is told of each event once, and of an erasure, inside the transaction', async () => {
    const shop = await createShop()
    const { told, erased, failures } = await shop.inside((_, { storage }) => {
      const seen: StoredEvent[] = []
      const gone: unknown[] = []
      const errors: unknown[] = []
      const storing = {
        storage,
        learners: [learner(seen, gone), learner([], [], true)],
        report: (error: unknown) => void errors.push(error),
        gate: null,
        visitorHash: null,
      }
      const events = [
        read('1', 'a'),
        read('2', 'a'),
        read('3', 'b', 'view_item_list'),
        { ...read('4', 'b'), requestId: 'r1' },
      ]
      const batch = { session: 's', visitor: 'v', market: 'main', arrivedAt: Date.now(), events }
      for (let turn = 0; turn < 3; turn++) {
        storage.transactionSync(() => storeEvents(storage.sql, batch, storing))
      }
      storage.transactionSync(() => eraseVisitor(storage.sql, 'v', { hash: 'h', learners: storing.learners }))
      return { told: seen, erased: gone, failures: errors.length }
    })
    expect(told.map(({ product, request_id }) => [product, request_id])).toEqual([
      ['a', undefined],
      ['b', 'r1'],
    ])
    expect(told[0]).toMatchObject({ session: 's', visitor: 'v', name: 'view_item' })
    expect(erased).toEqual([['v', ['s']]])
    expect(failures).toBe(1)
    expect(await count(shop, 'event')).toBe(0)
  })
})

describe('history', () => {
  const now = Date.now()
  const line = (at: number, more: Line = {}): Line => ({
    id: `h-${at}`,
    name: 'view_item',
    time: new Date(now - at * 60_000).toISOString(),
    visitor: `v${at % 5}`,
    session: `s${at % 20}`,
    items: [{ item_id: `p${at % 7}` }],
    ...more,
  })

  test('is read line by line, bad ones are named, and the same file again changes nothing', async () => {
    const shop = await createShop()
    const rows = [
      ...Array.from({ length: 600 }, (_, at) => line(at)),
      line(600, { name: 'page_view' }),
      line(601, { session: '' }),
      line(602, { time: new Date(now - 200 * DAY).toISOString() }),
      line(603, { id: 'h-1' }),
    ]
    const first = await shop.importRows('events', rows)
    expect(first).toMatchObject({ status: 'done', read: 604, accepted: 601, rejected: 3, changed: 600 })
    expect(first.errors.map(({ line: at, field }) => [at, field])).toEqual([
      [601, 'name'],
      [602, 'session'],
      [603, 'time'],
    ])
    expect([await count(shop, 'event'), await count(shop, 'event_session')]).toEqual([600, 20])
    const again = await shop.importRows('events', rows)
    expect(again).toMatchObject({ status: 'done', accepted: 601, changed: 0 })
    expect(await count(shop, 'event')).toBe(600)
    await folded(shop)
    expect(await find(shop, 'SELECT sum(events) AS n FROM event_day')).toEqual([{ n: 600 }])
  })

  test('comes out as it went in', async () => {
    const [from, to] = await Promise.all([createShop(), createShop()])
    await from.importRows('events', [
      line(1, { search: 'cup', request_id: 'r1' }),
      line(2, {
        id: '9b2d1b4e-6a55-4c1f-9a57-0c9c1f0f3f11',
        name: 'purchase',
        items: [{ item_id: 'p1', quantity: 2, price: 5.5 }, { item_id: 'p2' }],
        value: 11,
        currency: 'USD',
        transaction_id: 'T-9',
      }),
      line(3, { consent: 'denied' }),
    ])
    const out = await exported(from)
    expect(out).toHaveLength(3)
    expect(out[1]).toEqual({
      id: '9b2d1b4e-6a55-4c1f-9a57-0c9c1f0f3f11',
      name: 'purchase',
      time: new Date(now - 120_000).toISOString(),
      visitor: 'v2',
      session: 's2',
      items: [{ item_id: 'p1', quantity: 2, price: 5.5 }, { item_id: 'p2' }],
      value: 11,
      currency: 'USD',
      transaction_id: 'T-9',
    })
    expect(out[2]).not.toHaveProperty('visitor')
    expect(await to.importRows('events', out)).toMatchObject({ accepted: 3, rejected: 0, changed: 3 })
    expect(await exported(to)).toEqual(out)
  })

  test('is exported page by page', async () => {
    const shop = await createShop()
    await shop.importRows(
      'events',
      Array.from({ length: 2_500 }, (_, at) => line(at)),
    )
    const out = await exported(shop)
    expect(out).toHaveLength(2_500)
    expect(new Set(out.map(({ id }) => id)).size).toBe(2_500)
  })

  test('is added to and never replaced', async () => {
    const shop = await createShop()
    const answer = await shop.admin(paths.imports, {
      method: 'POST',
      parameters: { kind: 'events', mode: 'replace' },
      body: '{}',
    })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe('mode')
  })
})
