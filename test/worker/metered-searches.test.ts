import { describe, expect, test, vi } from 'vitest'
import type { ModelCall } from '../../worker/contract/ledger.ts'
import { meteredShop, PRICE, type MeteredShop } from './support/metered-shop.ts'
import type { Parameters, StreamedEvent, TestShop } from './support/worker-shop.ts'

const stream = { Accept: 'text/event-stream' }
const names = (events: readonly StreamedEvent[]) => events.map(({ event }) => event)
const done = (events: readonly StreamedEvent[]) =>
  events.find(({ event }) => event === 'done')?.data as { mode: string; degraded?: string[] }

/** Only that many lamps, so that searches differ in their candidates. */
const search = (shop: TestShop, query = 'lamp', parameters: Parameters = {}) =>
  shop.searchStream(query, parameters)

/** Searches that no two answers can be shared between. */
const queries = ['lamp', 'lighting', 'lamp lighting', 'lighting lamp', 'lamp lamp', 'lighting lighting']

/** The ledger once nothing is under way. */
const settledCalls = ({ ledger }: MeteredShop, count: number): Promise<readonly ModelCall[]> =>
  vi.waitFor(async () => {
    const { calls } = await ledger()
    expect(calls.filter(({ verdict }) => verdict !== 'pending')).toHaveLength(count)
    return calls
  })

describe('at the cap', () => {
  test('searches go on by words, and say so, whatever comes at once', async () => {
    const world = await meteredShop('reverse-after=100')
    const { shop, seen, ledger } = world
    await search(shop)
    const [first] = await settledCalls(world, 1)
    // What one call sets aside: estimated tokens in, and every token that may come out.
    const spent = (first?.tokens.in ?? 0) + (first?.tokens.out ?? 0)
    const limit = spent + 2_600
    await shop.settings({ models: { budget: { day: { tokens: limit }, month: {} } } })
    const rest = await Promise.all(queries.slice(1).map((query) => search(shop, query)))
    for (const events of rest) {
      expect(names(events)[0]).toBe('results')
      expect(names(events).at(-1)).toBe('done')
    }
    const refused = rest.filter((events) => done(events).degraded?.includes('budget'))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(rest.length)
    for (const events of refused) {
      expect(names(events)).toEqual(['results', 'done'])
      expect(done(events)).toMatchObject({ mode: 'keyword', degraded: ['budget'] })
    }
    expect(await seen()).toHaveLength(1 + rest.length - refused.length)
    const { budget } = await ledger()
    expect(budget.day.tokens).toBeLessThanOrEqual(limit)
    expect(budget.refused).toBe('day_tokens')
  })

  test('what is remembered is still given', async () => {
    const world = await meteredShop('reverse')
    expect(names(await search(world.shop))).toContain('order')
    await world.shop.settings({ models: { budget: { day: { tokens: 0 }, month: {} } } })
    expect(names(await search(world.shop))).toContain('order')
    expect(done(await search(world.shop, 'lighting')).degraded).toEqual(['budget'])
    expect(await world.seen()).toHaveLength(1)
  })
})

describe('an answer is asked for once', () => {
  test('when it is asked for again, also in other words for the same', async () => {
    const world = await meteredShop('reverse')
    const [first, again, shouted] = [
      await search(world.shop, 'lamp lighting'),
      await search(world.shop, 'lamp lighting'),
      await search(world.shop, '  Lamp,  the LIGHTING'),
    ]
    expect(await world.seen()).toHaveLength(1)
    const orderOf = (events: readonly StreamedEvent[]) => events.find(({ event }) => event === 'order')?.data
    expect(orderOf(again)).toEqual(orderOf(first))
    expect(orderOf(shouted)).toEqual(orderOf(first))
    // The count of what was spared comes along with the next call.
    await search(world.shop, 'lighting')
    await settledCalls(world, 2)
    expect((await world.ledger()).totals).toMatchObject([{ calls: 2, remembered: 2 }])
  })

  test('when many ask at once', async () => {
    const world = await meteredShop('reverse-after=300')
    const all = await Promise.all(Array.from({ length: 20 }, () => search(world.shop)))
    for (const events of all) expect(names(events)).toEqual(['results', 'order', 'done'])
    expect(await world.seen()).toHaveLength(1)
    await settledCalls(world, 1)
    expect((await world.ledger()).totals).toMatchObject([{ calls: 1 }])
  })

  test('and who leaves takes nothing from the others', async () => {
    const world = await meteredShop('reverse-after=800')
    const answer = await world.shop.searchRaw('lamp', {}, { headers: stream })
    const reader = answer.body?.getReader()
    await reader?.read()
    await vi.waitFor(async () => expect(await world.seen()).toHaveLength(1))
    const other = await world.shop.searchRaw('lamp', {}, { headers: stream })
    // It has its results, and asks for the order now.
    await scheduler.wait(200)
    await reader?.cancel()
    expect(await other.text()).toMatch(/event: results[^]*event: order[^]*event: done/)
    expect(await world.seen()).toHaveLength(1)
    expect(await settledCalls(world, 1)).toMatchObject([{ verdict: 'used' }])
  })

  test('but the call ends when the last has left', async () => {
    const world = await meteredShop('stall-midway')
    await world.shop.settings({ models: { deadline_ms: 5_000 } })
    const readers = await Promise.all(
      [1, 2].map(async () => {
        const answer = await world.shop.searchRaw('lamp', {}, { headers: stream })
        const reader = answer.body?.getReader()
        await reader?.read()
        return reader
      }),
    )
    await vi.waitFor(async () => expect(await world.seen()).toHaveLength(1))
    for (const reader of readers) await reader?.cancel()
    await vi.waitFor(async () => expect((await world.seen())[0]?.disconnectedAt).toBeGreaterThan(0), 3_000)
    expect(await settledCalls(world, 1)).toMatchObject([
      { verdict: 'failed:aborted', tokens: { counted: false } },
    ])
  })

  test('a price that has changed is another question', async () => {
    const world = await meteredShop('reverse')
    await search(world.shop)
    await world.shop.importRows('products', [
      { id: 'lamp-3', title: 'Lamp 3', price: 99, product_type: 'Lighting' },
    ])
    await search(world.shop)
    expect(await world.seen()).toHaveLength(2)
  })

  test('never across shops', async () => {
    const [one, two] = [await meteredShop('reverse'), await meteredShop('reverse')]
    await search(one.shop)
    await search(two.shop)
    expect([(await one.seen()).length, (await two.seen()).length]).toEqual([1, 1])
  })

  test('and one that was of no use is not remembered', async () => {
    const world = await meteredShop('only-invented,reverse')
    expect(done(await search(world.shop))).toMatchObject({ degraded: ['model'] })
    expect(names(await search(world.shop))).toContain('order')
  })
})

describe('the ledger tells what came of an answer', () => {
  test.each([
    ['reverse', { verdict: 'used', dropped: {} }],
    ['duplicates', { verdict: 'used', dropped: { duplicate: 3 } }],
    ['invented', { verdict: 'used', dropped: { out_of_range: 4 } }],
    ['nothing', { verdict: 'dropped:no_preference', dropped: {} }],
    ['only-invented', { verdict: 'dropped:no_card', dropped: { out_of_range: 2 } }],
    ['declined-in-words', { verdict: 'dropped:unreadable' }],
    ['declined', { verdict: 'failed:empty' }],
    ['broken', { verdict: 'failed:refused', tokens: { in: 0, out: 0, counted: true } }],
    ['hang-up', { verdict: 'failed:unreachable', tokens: { in: 0, out: 0 } }],
    ['html', { verdict: 'failed:malformed', tokens: { counted: false } }],
    ['stall', { verdict: 'failed:timeout', tokens: { counted: false } }],
  ])('of %s', async (script, line) => {
    const world = await meteredShop(script)
    await world.shop.settings({ models: { deadline_ms: 500 } })
    await search(world.shop)
    expect(await settledCalls(world, 1)).toMatchObject([line])
  })

  test('and keeps what was sent, redacted, only where the shop wants it', async () => {
    const world = await meteredShop('reverse')
    await world.shop.settings({ models: { keep_inputs: true } })
    await search(world.shop, 'lamp for jane@mail.example')
    const [call] = await settledCalls(world, 1)
    expect(call?.input.text).toContain('Lamp 3')
    expect(call?.input.text).toContain('[email]')
    expect(call?.input.text).not.toContain('jane@')
  })

  test('of words that a model added, and counts them apart', async () => {
    const world = await meteredShop('words=lighting+glow,reverse')
    await world.shop.settings({ models: { expand: true } })
    await search(world.shop, 'lamp for a quiet evening of reading')
    const listed = await settledCalls(world, 2)
    expect(listed.map(({ purpose, verdict }) => [purpose, verdict])).toEqual([
      ['rerank', 'used'],
      ['expand', 'used'],
    ])
    expect((await world.ledger()).totals.map(({ purpose, calls }) => [purpose, calls])).toEqual([
      ['expand', 1],
      ['rerank', 1],
    ])
    expect((await world.ledger({ purpose: 'expand' })).calls).toHaveLength(1)
  })

  test('of words that are none', async () => {
    const world = await meteredShop('nothing')
    await world.shop.settings({ models: { expand: true, rerank: false } })
    await search(world.shop, 'lamp for a quiet evening of reading')
    expect(await settledCalls(world, 1)).toMatchObject([{ purpose: 'expand', verdict: 'dropped:no_word' }])
  })

  test('with no cost for a model without a price', async () => {
    const world = await meteredShop('reverse', { price: null })
    await search(world.shop)
    expect(await settledCalls(world, 1)).toMatchObject([{ cost: null, verdict: 'used' }])
  })

  test('and which model it was', async () => {
    const identity = { id: 'ours', owner: 'shop' as const, name: 'solar', price: PRICE }
    const world = await meteredShop('reverse', identity)
    await search(world.shop)
    expect(await settledCalls(world, 1)).toMatchObject([{ endpoint: 'ours', owner: 'shop', model: 'solar' }])
  })
})

describe('no model is asked', () => {
  test('that has failed again and again, for a moment', async () => {
    const world = await meteredShop('broken,broken,broken,reverse')
    for (const query of queries.slice(0, 3))
      expect(done(await search(world.shop, query)).degraded).toEqual(['model'])
    expect(done(await search(world.shop, 'lamp lamp'))).toMatchObject({
      mode: 'keyword',
      degraded: ['model'],
    })
    expect(await world.seen()).toHaveLength(3)
    await vi.waitFor(
      async () => expect(names(await search(world.shop, 'lamp lamp'))).toContain('order'),
      8_000,
    )
    await settledCalls(world, 4)
    expect((await world.ledger()).totals[0]?.rested).toBeGreaterThan(0)
  })

  test('for a visitor who asks too often; others are served', async () => {
    const world = await meteredShop('reverse', {}, { rateLimits: true })
    await world.shop.settings({ models: { visitor_calls_per_minute: 1 } })
    const ask = (visitor: string, query: string) => search(world.shop, query, { visitor })
    const mine = []
    for (const query of queries) mine.push(done(await ask('v1', query)))
    expect(mine.map(({ mode }) => mode)).toEqual([...Array<string>(4).fill('reranked'), 'keyword', 'keyword'])
    expect(mine.at(-1)?.degraded).toEqual(['budget'])
  })

  test('for a shop whose visitors ask too often together', async () => {
    const world = await meteredShop('reverse', {}, { rateLimits: true })
    await world.shop.settings({ models: { shop_calls_per_second: 1 } })
    const all = await Promise.all(queries.map((query, n) => search(world.shop, query, { visitor: `v${n}` })))
    expect(all.some((events) => done(events).degraded?.[0] === 'budget')).toBe(true)
    expect((await world.ledger()).budget.refused).toBe('shop_rate')
  })

  test.each([
    ['a declared crawler', { 'User-Agent': 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)' }],
    ['a page that is fetched ahead', { 'Sec-Purpose': 'prefetch' }],
  ])('for %s, and nothing is missing', async (_, headers) => {
    const world = await meteredShop('reverse')
    const answer = await world.shop.searchRaw('lamp', {}, { headers: { ...stream, ...headers } })
    const text = await answer.text()
    expect(text).not.toContain('event: order')
    expect(text).toContain('"mode":"keyword"')
    expect(text).not.toContain('degraded')
    expect(await world.seen()).toEqual([])
  })

  test('but one for an HTTP library, which is no bot', async () => {
    const world = await meteredShop('reverse')
    const headers = { ...stream, 'User-Agent': 'python-requests/2.32.3' }
    expect(await (await world.shop.searchRaw('lamp', {}, { headers })).text()).toContain('event: order')
  })
})
