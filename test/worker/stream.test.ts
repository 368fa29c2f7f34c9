import { describe, expect, inject, test, vi } from 'vitest'
import { orderEvent, searchResponse } from '../../worker/contract/search.ts'
import { createShop, sendTo, type Row, type StreamedEvent, type TestShop } from './support/worker-shop.ts'

const DEADLINE_MS = 400
/** The contract's half second, and what a busy machine adds. */
const SLACK_MS = 3_000

interface Seen {
  readonly body: { readonly messages: readonly { readonly content: string }[] }
  readonly finishedAt?: number
  readonly disconnectedAt?: number
}

let shops = 0

/** A shop whose worker asks a model that plays one script; `seen` is what that model's server saw. */
async function shopWithModel(script: string, rows: readonly Row[] = goods(30)) {
  shops += 1
  const model = `script:${script}#${shops}-${crypto.randomUUID()}`
  const base = inject('modelServer')
  const send = sendTo({ LLM_BASE_URL: base, LLM_MODEL: model, LLM_API_KEY: 'key-of-the-tests' })
  const shop = await createShop({ locale: 'en', currency: 'USD' }, send)
  await shop.settings({ models: { deadline_ms: DEADLINE_MS } })
  await shop.importRows('products', rows)
  const seen = async (): Promise<Seen[]> => {
    const url = new URL('/requests', base)
    url.searchParams.set('model', model)
    return (await fetch(url)).json()
  }
  return { shop, seen }
}

const goods = (count: number): Row[] =>
  Array.from({ length: count }, (_, row) => ({
    id: `lamp-${row}`,
    title: `Lamp ${row}`,
    price: 10 + row,
    product_type: 'Lighting',
  }))

const names = (events: readonly StreamedEvent[]) => events.map(({ event }) => event)
const dataOf = (events: readonly StreamedEvent[], name: string) =>
  events.find(({ event }) => event === name)?.data

/** What every stream must be, whatever the model does. Returns the ids in the order the shopper ends with. */
function checkStream(events: readonly StreamedEvent[]) {
  expect(names(events).join(' ')).toMatch(/^results (?:order )?done$/)
  const results = searchResponse.strict().parse(dataOf(events, 'results'))
  const shown = results.hits.map(({ id }) => id)
  const orderData = dataOf(events, 'order')
  if (orderData === undefined) return { shown, order: null, done: dataOf(events, 'done') }
  const order = orderEvent.strict().parse(orderData)
  const added = order.added.map(({ id }) => id)
  expect(order.ids.toSorted()).toEqual([...shown, ...added].toSorted())
  expect(new Set(order.ids).size).toBe(order.ids.length)
  return { shown, order, done: dataOf(events, 'done') }
}

async function timed(shop: TestShop, query = 'lamp') {
  const began = Date.now()
  const events = await shop.searchStream(query)
  return { events, took: Date.now() - began }
}

test('an event is an event line, a data line of JSON and a blank line', async () => {
  const { shop } = await shopWithModel('reverse')
  const answer = await shop.searchRaw('lamp', {}, { headers: { Accept: 'text/event-stream' } })
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/event-stream/)
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  const text = await answer.text()
  expect(text).toMatch(/^(?:event: [a-z]+\ndata: [^\r\n]+\n\n)+$/)
  const events = text.trimEnd().split('\n\n')
  expect(events.map((event) => event.split('\n')[0])).toEqual([
    'event: results',
    'event: order',
    'event: done',
  ])
  for (const event of events) expect(JSON.parse(event.split('\n')[1]?.slice(6) ?? '')).toBeTypeOf('object')
})

test('results leave before the model has answered', async () => {
  const { shop, seen } = await shopWithModel('stall')
  const answer = await shop.searchRaw('lamp', {}, { headers: { Accept: 'text/event-stream' } })
  const reader = answer.body?.getReader()
  const first = new TextDecoder().decode((await reader?.read())?.value)
  expect(first).toContain('event: results')
  const asked = await seen()
  expect(asked.every(({ finishedAt }) => finishedAt === undefined)).toBe(true)
  await reader?.cancel()
})

test('a model puts the candidates in its order, those of the next page among them', async () => {
  const { shop, seen } = await shopWithModel('reverse')
  const { events } = await timed(shop)
  const { shown, order, done } = checkStream(events)
  expect(shown).toHaveLength(20)
  // 24 cards go to the model, the last of them comes back first.
  expect(order?.added).toHaveLength(4)
  expect(order?.ids.slice(0, 4).toSorted()).toEqual(order?.added.map(({ id }) => id).toSorted())
  expect(done).toMatchObject({ mode: 'reranked' })
  expect(done).not.toHaveProperty('degraded')
  expect(await seen()).toHaveLength(1)
})

test('the model is told nothing that a shopper may not see, and no secret', async () => {
  const { shop, seen } = await shopWithModel('reverse', [
    ...goods(8),
    { id: 'h', title: 'Lamp hidden prototype', visibility: 'hidden' },
    { id: 'm', title: 'Lamp for members', visibility: 'members' },
    { id: 'x', title: 'Lamp for adults', adult: 'yes' },
  ])
  await shop.importRows('reviews', [{ id: 'r', product_id: 'lamp-1', rating: 5, text: 'Lamp of my aunt' }])
  checkStream((await timed(shop)).events)
  const [asked] = await seen()
  const sent = JSON.stringify(asked?.body)
  expect(sent).toContain('Lamp 3')
  expect(sent).not.toMatch(/prototype|members|adults|aunt|sk_|key-of-the-tests/)
})

describe('whatever the model does, the stream ends in time and in form', () => {
  const better = new Set([
    'reverse',
    'overlap',
    'plain',
    'plain-as-stream',
    'fenced',
    'prose',
    'think',
    'reasoning',
  ])
  const failing = new Set([
    'stall',
    'stall-midway',
    'drip',
    'broken',
    'unknown',
    'unauthorized',
    'redirect',
    'html',
    'huge',
    'hang-up',
    'malformed-plain',
    'declined-in-words',
    'silent',
    'only-invented',
    'busy=3600',
  ])

  test.each([...inject('modelScripts'), 'busy=3600', 'unavailable=3600'])('script %s', async (script) => {
    const { shop } = await shopWithModel(script)
    const plain = await shop.find('lamp')
    const { events, took } = await timed(shop)
    const { shown, order, done } = checkStream(events)
    expect(took).toBeLessThan(DEADLINE_MS + 500 + SLACK_MS)
    expect(shown).toEqual(plain)
    const known = better.has(script) ? 'reranked' : failing.has(script) ? 'failed' : 'either'
    const modes = {
      reranked: { mode: 'reranked' },
      failed: { mode: 'keyword', degraded: ['model'] },
      either: {},
    }
    expect(done).toMatchObject(modes[known])
    expect(done).toMatchObject({ mode: order === null ? 'keyword' : 'reranked' })
  })
})

test('a shopper who leaves takes the model call along', async () => {
  const { shop, seen } = await shopWithModel('stall-midway')
  await shop.settings({ models: { deadline_ms: 5_000 } })
  const answer = await shop.searchRaw('lamp', {}, { headers: { Accept: 'text/event-stream' } })
  const reader = answer.body?.getReader()
  await reader?.read()
  await vi.waitFor(async () => expect(await seen()).toHaveLength(1))
  const left = Date.now()
  await reader?.cancel()
  await vi.waitFor(async () => expect((await seen())[0]?.disconnectedAt).toBeGreaterThan(0), {
    timeout: 4_000,
  })
  // Well before the deadline would have closed it.
  expect(((await seen())[0]?.disconnectedAt ?? 0) - left).toBeLessThan(4_000)
  // The search was made all the same, so the shop's log has it.
  const logged = () =>
    shop.inside((_, { storage }) => storage.sql.exec('SELECT query, mode FROM search_log').toArray())
  await vi.waitFor(async () => expect(await logged()).toEqual([{ query: 'lamp', mode: 'keyword' }]))
})

describe('no model is asked', () => {
  test.each([
    ['on later pages', 'lamp', { offset: 20 }],
    ['for an order the shopper chose', 'lamp', { sort: 'price_asc' }],
    ['for browsing', '', {}],
    ['when hardly anything was found', 'lamp 3 under $0.01', {}],
  ])('%s', async (_, query, parameters) => {
    const { shop, seen } = await shopWithModel('reverse')
    const events = await shop.searchStream(query, parameters)
    expect(names(events)).toEqual(['results', 'done'])
    expect(dataOf(events, 'done')).not.toHaveProperty('degraded')
    expect(await seen()).toEqual([])
  })

  test('where the shop has switched it off', async () => {
    const { shop, seen } = await shopWithModel('reverse')
    await shop.settings({ models: { rerank: false } })
    expect(names(await shop.searchStream('lamp'))).toEqual(['results', 'done'])
    expect(await seen()).toEqual([])
  })

  test('where none is configured', async () => {
    const shop = await createShop()
    await shop.importRows('products', goods(8))
    const events = await shop.searchStream('lamp')
    expect(names(events)).toEqual(['results', 'done'])
    expect(dataOf(events, 'done')).toMatchObject({ mode: 'keyword' })
  })

  test('without a stream to answer on', async () => {
    const { shop, seen } = await shopWithModel('reverse')
    expect((await shop.search('lamp')).mode).toBe('keyword')
    expect(await seen()).toEqual([])
  })
})

test('sold-out goods and unknown prices stay behind, whatever the model prefers', async () => {
  const rows: Row[] = goods(12).map((row, index) => ({
    ...row,
    ...(index % 3 === 0 ? { availability: 'out_of_stock' } : {}),
    ...(index % 3 === 1 ? { price: 0 } : {}),
    description: 'evening light',
  }))
  const { shop } = await shopWithModel('reverse', rows)
  const events = await shop.searchStream('evening light under $500')
  const { order } = checkStream(events)
  const tiers = (order?.ids ?? []).map((id) => {
    const row = rows.find((one) => one['id'] === id)
    return row?.['availability'] === 'out_of_stock' ? 2 : row?.['price'] === 0 ? 1 : 0
  })
  expect(tiers).toHaveLength(12)
  expect(tiers).toEqual(tiers.toSorted((left, right) => left - right))
})

test('a refused request is an error, not a stream', async () => {
  const { shop } = await shopWithModel('reverse')
  const answer = await shop.searchRaw('x'.repeat(301), {}, { headers: { Accept: 'text/event-stream' } })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
  await answer.body?.cancel()
})
