import { runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { ledgerResponse } from '../../worker/contract/ledger.ts'
import { orderEvent, searchResponse } from '../../worker/contract/search.ts'
import { WARMING, paths } from '../../worker/contract/vocabulary.ts'
import { consumeJobs } from '../../worker/sync/consume-jobs.ts'
import { warmedShopWith, type WarmedShop } from './support/warmed-shop.ts'
import { createShop, errorOf, reachShop, type Row } from './support/worker-shop.ts'

const gloves: Row[] = Array.from({ length: 8 }, (_, row) => ({
  id: `glove-${row}`,
  title: `Glove ${row}`,
  description: `for a long evening ${'satin '.repeat(row)}`,
  price: 10 + row,
}))
const bolts: Row[] = Array.from({ length: 9 }, (_, row) => ({
  id: `bolt-${row}`,
  title: `Steel bolt M${row}`,
  price: 1 + row,
}))
/** No word of the wish is in it: only a word that a model adds finds it. */
const rows = [...gloves, ...bolts, { id: 'throw', title: 'Merino throw', price: 90 }]

const WISH = 'long evening zorblex'
const NAME = 'steel bolt'
const HELPFUL = 'helpful=merino+throw'

/** A call for words, and one for each sequence of two lists of cards. */
const CALLS = 1 + 2 * WARMING.passes

async function streamed({ shop }: WarmedShop, query: string) {
  const events = await shop.searchStream(query)
  const of = (name: string) => events.find(({ event }) => event === name)?.data
  const order = of('order') === undefined ? null : orderEvent.strict().parse(of('order'))
  return {
    results: searchResponse
      .strict()
      .parse(of('results'))
      .hits.map(({ id }) => id),
    order,
    done: of('done') as { mode: string; degraded?: string[] },
  }
}

/** Titles of the cards of a prompt, as they stood in it. */
const titlesIn = (prompt: string): string[] =>
  Array.from(prompt.matchAll(/^\d+\|([^|]*)\|/gm), ([, title = '']) => title)

/** What the scripted model's answers to these prompts come to by Borda's count, as titles. */
function merged(prompts: readonly string[]): string[] {
  const [found = []] = prompts.map(titlesIn)
  const points = (title: string) =>
    prompts
      .map((prompt) => titlesIn(prompt).toReversed().slice(0, 12).indexOf(title))
      .reduce((sum, rank) => sum + (rank < 0 ? 0 : found.length - rank), 0)
  return found.toSorted((left, right) => points(right) - points(left))
}

const titleOf = new Map(rows.map(({ id, title }) => [id, title]))
const titled = (ids: readonly string[] = []) => ids.map((id) => titleOf.get(id))

describe('warming', () => {
  it('asks nothing until the merchant has switched it on', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH])
    expect(await world.read()).toMatchObject({
      enabled: false,
      state: 'idle',
      queries: { total: 0 },
      calls: 0,
    })
    expect((await world.read()).configured.expand).toContain('helpful')
    expect(await world.turn()).toEqual({ kind: 'done' })
    expect(await world.asked()).toEqual([])
    const waiting = await world.shop.inside((_, { storage }) =>
      storage.sql.exec(`SELECT 1 FROM job WHERE name = 'warm'`).toArray(),
    )
    expect(waiting).toEqual([])
  })

  it('cannot be started without a model, nor by a passer-by', async () => {
    const shop = await createShop()
    const refused = await shop.admin(`${paths.warming}/start`, { method: 'POST' })
    expect(refused.status).toBe(409)
    expect((await errorOf(refused)).code).toBe('conflict')
    expect(await (await shop.admin(paths.warming)).json()).toMatchObject({
      enabled: false,
      configured: { expand: null, rerank: null },
    })
    const passerBy = reachShop({ ...shop.keys, secret_key: shop.keys.public_key })
    expect((await passerBy.admin(paths.warming)).status).toBe(401)
    expect((await passerBy.admin(`${paths.warming}/start`, { method: 'POST' })).status).toBe(401)
  })

  it('asks nothing where a shopper’s search would not: the gate is the same', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    const title = 'Steel bolt M3'
    await world.popular([title])
    await world.start()
    expect(await world.finish()).toMatchObject({ state: 'idle', queries: { total: 1, done: 1 } })
    expect(await world.asked()).toEqual([])
    const { order, done } = await streamed(world, title)
    expect([order, done.mode]).toEqual([null, 'keyword'])
    await world.shop.settings({ models: { rerank_gate: 'off' } })
    await streamed(world, title)
    expect(await world.asked()).not.toEqual([])
  })

  it('makes what is missing and nothing else: words for wishes, orders of what is found', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH, NAME])
    // Too few have searched for it to tell anybody.
    await world.popular(['secret merino plan'], 4)
    expect(await world.start()).toMatchObject({
      enabled: true,
      state: 'running',
      queries: { total: 2, done: 0 },
    })
    const status = await world.finish()
    expect(status).toMatchObject({
      state: 'idle',
      queries: { total: 2, done: 2 },
      expansions: { made: 1, kept: 0 },
      orders: { made: 2, kept: 0 },
      failed: 0,
      calls: CALLS,
      tokens: { in: CALLS * 700, out: CALLS * 23 },
    })
    expect(Date.parse(status.next_run ?? '') - Date.parse(status.started_at ?? '')).toBe(24 * 3600 * 1000)
    const asked = await world.asked()
    expect(asked).toHaveLength(CALLS)
    expect(asked.join('\n')).not.toContain('secret')
    // The same goods each time, in three sequences.
    const sequences = asked.filter((prompt) => prompt.includes(NAME)).map(titlesIn)
    expect(new Set(sequences.map((titles) => titles.toSorted().join())).size).toBe(1)
    expect(new Set(sequences.map((titles) => titles.join())).size).toBe(WARMING.passes)
    // Once more there is nothing to ask.
    await world.start()
    expect(await world.finish()).toMatchObject({
      queries: { total: 2, done: 2 },
      expansions: { made: 0, kept: 1 },
      orders: { made: 0, kept: 2 },
      calls: 0,
    })
    expect(await world.asked()).toHaveLength(CALLS)
  })

  it('spares shoppers every call: words in the first answer, the merged order on the stream', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH, NAME])
    await world.start()
    await world.finish()
    const asked = await world.asked()
    const elsewhere = world.elsewhere()
    const bolt = await streamed(elsewhere, NAME)
    const prompts = asked.filter((prompt) => prompt.includes(NAME))
    expect(titled(bolt.order?.ids)).toEqual(merged(prompts))
    // Not what one call would have said.
    expect(titled(bolt.order?.ids)).not.toEqual(titlesIn(prompts[0] ?? '').toReversed())
    expect(bolt.done).toMatchObject({ mode: 'reranked' })
    const wish = await streamed(elsewhere, 'Long evening, Zorblex')
    expect(wish.results).toContain('throw')
    expect(titled(wish.order?.ids)).toEqual(
      merged(asked.filter((prompt) => prompt.includes(WISH) && prompt.includes('Products:'))),
    )
    expect(wish.order?.added).toEqual([])
    expect(await world.asked()).toHaveLength(CALLS)
    // Another order of the words has its words from this one, and is put in order as ever.
    expect((await streamed(elsewhere, 'zorblex long evening')).results).toContain('throw')
    expect(await world.asked()).toHaveLength(CALLS + 1)
    const answer = await elsewhere.shop.admin(paths.ledger)
    const { calls, totals } = ledgerResponse.parse(await answer.json())
    expect(calls.filter(({ request_id }) => !request_id.startsWith('warming:'))).toHaveLength(1)
    expect(totals.find(({ purpose }) => purpose === 'rerank')?.remembered).toBe(2)
  })

  it('keeps the reasons that were given along the way, and makes orders anew where reasons are asked for', async () => {
    const woven: Row[] = gloves.map((row, at) => ({
      ...row,
      description: `Cut and sewn by hand in workshop number ${at}`,
    }))
    const world = await warmedShopWith(woven, 'quote')
    await world.shop.settings({ models: { expand: false } })
    await world.popular(['glove'])
    await world.start()
    expect(await world.finish()).toMatchObject({ orders: { made: 1 }, calls: WARMING.passes })
    expect((await streamed(world.elsewhere(), 'glove')).order?.reasons).toEqual({})
    await world.shop.settings({ models: { reasons: true } })
    await world.start()
    expect(await world.finish()).toMatchObject({ orders: { made: 1, kept: 0 }, calls: WARMING.passes })
    const asked = (await world.asked()).length
    const { order } = await streamed(world.elsewhere(), 'glove')
    const reasons = Object.entries(order?.reasons ?? {})
    expect(reasons).not.toEqual([])
    for (const [id, reason] of reasons) {
      expect(order?.ids.slice(0, 3)).toContain(id)
      expect(reason).toBe(woven.find((row) => row['id'] === id)?.description)
    }
    expect(await world.asked()).toHaveLength(asked)
  })

  it('is of no use to goods that have changed since, until the next run', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME])
    await world.start()
    expect(await world.finish()).toMatchObject({ orders: { made: 1 }, calls: WARMING.passes })
    await world.shop.importRows('products', [{ ...bolts[3], price: 2 }])
    await streamed(world.elsewhere(), NAME)
    expect(await world.asked()).toHaveLength(WARMING.passes + 1)
    // The next run makes it anew.
    await world.start()
    expect(await world.finish()).toMatchObject({ orders: { made: 1, kept: 0 } })
    const before = (await world.asked()).length
    expect((await streamed(world.elsewhere(), NAME)).done).toMatchObject({ mode: 'reranked' })
    expect(await world.asked()).toHaveLength(before)
  })

  it('leaves half of the budget to shoppers, says so, and goes on when there is more', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH, NAME])
    await world.shop.settings({ models: { budget: { day: { tokens: 8_000 }, month: {} } } })
    await world.start()
    const paused = await world.finish()
    expect(paused).toMatchObject({ state: 'paused', paused_by: 'day_tokens' })
    expect(paused.message).toContain('left to shoppers')
    expect(Date.parse(paused.paused_until ?? '')).toBeGreaterThan(Date.now() + 1_000)
    expect(paused.calls).toBeGreaterThan(0)
    expect(paused.calls).toBeLessThan(CALLS)
    const spent = (paused.calls * 723) / 8_000
    expect(spent).toBeLessThanOrEqual(WARMING.budgetShare)
    expect(spent).toBeGreaterThan(WARMING.budgetShare - 0.25)
    // Nobody asks while it is paused, and the shop itself is not told that it is at its limit.
    expect(await world.turn()).toMatchObject({ kind: 'more' })
    expect(await world.asked()).toHaveLength(paused.calls)
    const { budget } = ledgerResponse.parse(await (await world.shop.admin(paths.ledger)).json())
    expect(budget.refused).toBeNull()
    expect((await streamed(world, 'satin glove')).done).toMatchObject({ mode: 'reranked' })
    const byShoppers = (await world.asked()).length - paused.calls
    expect(byShoppers).toBeGreaterThan(0)
    await world.shop.settings({ models: { budget: { day: {}, month: {} } } })
    await world.passTime()
    const done = await world.finish()
    expect(done).toMatchObject({ state: 'idle', queries: { done: 2 }, orders: { made: 2 }, calls: CALLS })
    expect(done).not.toHaveProperty('paused_by')
    expect(await world.asked()).toHaveLength(CALLS + byShoppers)
  })

  it('goes on where it was after the object’s end, and asks nothing twice', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH, NAME, 'satin glove', 'evening satin'])
    await world.start()
    // One query is through, the next is in the middle.
    await world.turn(WARMING.passes + 2)
    const half = await world.read()
    expect(half).toMatchObject({ state: 'running', queries: { done: 1 }, orders: { made: 1 } })
    await world.shop.inside((_, state) => state.abort('killed')).catch(() => undefined)
    await world.mute()
    const { calls, queries, expansions } = await world.read()
    expect({ calls, queries, expansions }).toEqual({
      calls: half.calls,
      queries: half.queries,
      expansions: half.expansions,
    })
    // Another worker, which remembers no answer.
    const elsewhere = world.elsewhere()
    const status = await elsewhere.finish()
    expect(status).toMatchObject({ state: 'idle', queries: { total: 4, done: 4 }, failed: 0 })
    const asked = await world.asked()
    expect(new Set(asked).size).toBe(asked.length)
    expect(status.calls).toBe(asked.length)
    expect(status.orders.made + status.orders.kept).toBe(4)
  })

  it('hands a query to one at a time, and again when its consumer is lost', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([WISH, NAME])
    await world.start()
    const { warming } = world.services
    const lost = await warming.next(world.shop.id, 'one', Date.now())
    expect(lost).toMatchObject({ kind: 'work', position: 0, wantsOrder: true, passes: null })
    expect(await warming.next(world.shop.id, 'other', Date.now())).toMatchObject({ kind: 'wait' })
    expect(await warming.next(world.shop.id, 'other', Date.now() + 61_000)).toEqual(lost)
  })

  it('pauses for a model that does not work, longer each time, and gives the run up at last', async () => {
    const world = await warmedShopWith(rows, 'broken')
    await world.popular([NAME])
    await world.start()
    const first = await world.turn()
    expect(first.kind === 'more' && first.afterMs).toBeGreaterThan(3_000)
    expect(await world.read()).toMatchObject({
      state: 'paused',
      last_error: "The model's server answered 500 (server_error).",
    })
    await world.passTime()
    const second = await world.turn()
    expect(second.kind === 'more' && second.afterMs).toBeGreaterThan(
      first.kind === 'more' ? first.afterMs : 0,
    )
    const status = await world.finish()
    expect(status).toMatchObject({ state: 'idle', queries: { total: 1, done: 0 }, orders: { made: 0 } })
    expect(status.last_error).toBeDefined()
    expect((await world.asked()).length).toBeLessThanOrEqual(8)
    // The merchant may try again at once.
    expect(await world.start()).toMatchObject({ state: 'running' })
  })

  it('tells answers it cannot use, and goes on with the next query', async () => {
    const world = await warmedShopWith(rows, 'silent')
    await world.popular([WISH, NAME])
    await world.start()
    expect(await world.finish()).toMatchObject({
      state: 'idle',
      queries: { total: 2, done: 2 },
      expansions: { made: 0 },
      orders: { made: 0 },
      // The words of the wish, and the order of what the name finds.
      failed: 3,
      calls: 1 + WARMING.passes,
    })
  })

  it('keeps that a model prefers nothing, too', async () => {
    const world = await warmedShopWith(rows, 'nothing')
    await world.popular([NAME])
    await world.start()
    expect(await world.finish()).toMatchObject({ orders: { made: 1 }, calls: WARMING.passes })
    expect((await streamed(world.elsewhere(), NAME)).order).toBeNull()
    expect(await world.asked()).toHaveLength(WARMING.passes)
  })

  it('leaves out a query that is too much for the model', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME, 'satin glove'])
    await world.start()
    const { warming } = world.services
    for (const times of [1, 2]) {
      const work = await warming.next(world.shop.id, `turn ${times}`, Date.now())
      if (work.kind !== 'work') throw new Error('no work')
      expect(work.position).toBe(0)
      const because = { kind: 'model', error: 'The model did not answer in time.', isLate: true } as const
      await warming.report(world.shop.id, {
        run: work.run,
        position: work.position,
        now: Date.now(),
        step: { kind: 'trouble', because },
      })
      expect(await world.read()).toMatchObject({ state: 'paused', last_error: because.error })
      await world.passTime()
    }
    expect(await world.finish()).toMatchObject({
      state: 'idle',
      queries: { total: 2, done: 2 },
      orders: { made: 1 },
    })
  })

  it.each([
    ['ko', 'KRW', 'Korean', '비 오는 저녁 혼자 조용히', '주물 받침', '주물'],
    ['en', 'USD', 'English', 'rainy evenings all alone', 'Cast trivet', 'trivet'],
    ['ja', 'JPY', 'Japanese', '雨の夜にひとりで静かに', '鋳物の台', '鋳物'],
  ] as const)('%s: words of a wish are asked for in the market’s language', async (...given) => {
    const [locale, currency, language, wish, title, word] = given
    const other = Array.from({ length: 6 }, (_, row) => ({ id: `bolt-${row}`, title: `M${row}`, price: 1 }))
    const goods = [{ id: 'one', title, price: 90 }, ...other]
    const world = await warmedShopWith(goods, `words=${word}`, {}, { locale, currency })
    await world.popular([wish])
    expect(await world.shop.find(wish)).not.toContain('one')
    await world.start()
    expect(await world.finish()).toMatchObject({ expansions: { made: 1 }, orders: { made: 0 }, calls: 1 })
    expect((await world.asked())[0]).toContain(`Language: ${language}`)
    expect(await world.elsewhere().shop.find(wish)).toContain('one')
  })

  it('takes the merchant’s own queries, without blocked ones and without personal data', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME, 'blocked evening glove'])
    const lists = { queries: ['blocked evening'], popular: ['satin evening call 010-1234-5678'] }
    await world.shop.admin(paths.blocks, { method: 'PUT', body: JSON.stringify(lists) })
    await world.start()
    expect(await world.finish()).toMatchObject({ queries: { total: 2, done: 2 } })
    const asked = (await world.asked()).join('\n')
    expect(asked).toContain('satin evening')
    expect(asked).not.toMatch(/1234|blocked/)
  })

  it('makes orders in each market of what it sells', async () => {
    const us = { id: 'us', locale: 'en', currency: 'USD' } as const
    const markets = [us, { ...us, id: 'uk', currency: 'GBP' }]
    const world = await warmedShopWith([], HELPFUL, {}, { markets })
    await world.shop.importRows('products', bolts, { market: 'us' })
    await world.shop.importRows('products', bolts.slice(2), { market: 'uk' })
    await world.shop.admin(paths.blocks, {
      method: 'PUT',
      body: JSON.stringify({ queries: [], popular: [NAME] }),
    })
    await world.start()
    expect(await world.finish()).toMatchObject({ queries: { total: 2 }, orders: { made: 2 } })
    const asked = await world.asked()
    expect(new Set(asked.map((prompt) => titlesIn(prompt).length))).toEqual(new Set([9, 7]))
    for (const market of ['us', 'uk']) await world.elsewhere().shop.searchStream(NAME, { market })
    expect(await world.asked()).toHaveLength(asked.length)
  })

  it('is done by the consumer of the shop’s messages, and by nobody where no model may be asked', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME])
    await world.start()
    const message = { body: { shop: world.shop.id, job: 'warm' } }
    await consumeJobs({ ...world.services, modelFor: () => null }, [message])
    expect(await world.read()).toMatchObject({ queries: { done: 0 }, calls: 0 })
    await consumeJobs(world.services, [message, message])
    expect(await world.read()).toMatchObject({ state: 'idle', queries: { total: 1, done: 1 } })
    expect(await world.asked()).toHaveLength(WARMING.passes)
  })

  it('begins by itself once a day where it is switched on, and not before', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME])
    await world.start()
    await world.finish()
    await world.popular(['satin glove'])
    const dueIn = () =>
      world.shop.inside((_, { storage }) => {
        const [job] = storage.sql
          .exec<{ due_at: number }>(`SELECT due_at FROM job WHERE name = 'warm'`)
          .toArray()
        return (job?.due_at ?? 0) - Date.now()
      })
    expect(await dueIn()).toBeGreaterThan(23 * 3600 * 1000)
    expect(await world.turn()).toEqual({ kind: 'done' })
    expect(await world.read()).toMatchObject({ queries: { total: 1 } })
    await world.shop.inside((_, { storage }) => {
      storage.sql.exec('UPDATE warm_run SET started_at = started_at - 24 * 3600 * 1000')
      storage.sql.exec(`DELETE FROM job WHERE name = 'warm'`)
      storage.sql.exec(`UPDATE job SET due_at = 1 WHERE name = 'expire'`)
    })
    // The hourly look through the log puts it in line.
    await runDurableObjectAlarm(world.shop.stub)
    expect(await dueIn()).toBeLessThan(100_000)
    expect(await world.finish()).toMatchObject({
      queries: { total: 2, done: 2 },
      orders: { made: 1, kept: 1 },
    })
  })

  it('stops when the merchant switches it off; what was made stays in use', async () => {
    const world = await warmedShopWith(rows, HELPFUL)
    await world.popular([NAME])
    await world.start()
    await world.finish()
    await world.shop.settings({ models: { warm: false } })
    await world.popular(['satin glove'])
    await world.shop.inside((_, { storage }) => {
      storage.sql.exec('UPDATE warm_run SET started_at = 0')
    })
    expect(await world.turn()).toEqual({ kind: 'done' })
    expect(await world.read()).toMatchObject({ enabled: false, state: 'idle', queries: { total: 1 } })
    expect((await streamed(world.elsewhere(), NAME)).done).toMatchObject({ mode: 'reranked' })
    expect(await world.asked()).toHaveLength(WARMING.passes)
  })
})
