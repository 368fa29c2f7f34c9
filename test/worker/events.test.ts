import { runDurableObjectAlarm } from 'cloudflare:test'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENTS, paths } from '../../worker/contract/vocabulary.ts'
import { batchOf, count, find, post, send, sums, view, type PageEvent } from './support/event-shop.ts'
import { call, createShop, errorOf, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000
const all = { accepted: 1, rejected: [] }

const range = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))

describe('an event', () => {
  test('is stored once and in one transaction with its session, visitor and products', async () => {
    const shop = await createShop()
    const batch = batchOf([view('p1'), view('p2'), { ...view('p1'), name: 'add_to_cart' }])
    expect(await send(shop, batch)).toEqual({ accepted: 3, rejected: [] })
    expect(
      await Promise.all(
        ['event', 'event_session', 'event_visitor', 'event_product'].map((table) => count(shop, table)),
      ),
    ).toEqual([3, 1, 1, 2])
    expect(await sums(shop)).toBe(3)
  })

  test('needs no preflight, and only the pages of the shop may tell', async () => {
    const shop = await createShop({ origins: ['https://shop.example'] })
    const body = JSON.stringify(batchOf([view('p1')]))
    const ours = await post(shop, body, { Origin: 'https://shop.example' })
    expect([ours.status, ours.headers.get('Access-Control-Allow-Origin')]).toEqual([
      202,
      'https://shop.example',
    ])
    const theirs = await post(shop, body, { Origin: 'https://other.example' })
    expect(theirs.status).toBe(403)
    const keyless = await call(paths.events, { method: 'POST', body })
    expect(keyless.status).toBe(401)
    expect(await count(shop, 'event')).toBe(1)
  })

  test('of one shop is none of another', async () => {
    const [mine, theirs] = await Promise.all([createShop(), createShop()])
    const event = view('p1', { id: 'the-same' })
    expect(await send(mine, batchOf([event]))).toEqual(all)
    expect(await send(theirs, batchOf([event]))).toEqual(all)
    expect([await count(mine, 'event'), await count(theirs, 'event')]).toEqual([1, 1])
  })
})

describe('the same event again', () => {
  const events = range(100, (at) => view(`p${at % 10}`, { id: `00000000-0000-4000-8000-${1e11 + at}` }))

  test('changes nothing, in one batch or in fifty at once', async () => {
    const shop = await createShop()
    const storm = await Promise.all(range(50, () => send(shop, batchOf(events))))
    expect(storm).toEqual(storm.map(() => ({ accepted: 100, rejected: [] })))
    expect(await send(shop, batchOf([events[0], events[0], events[1]]))).toEqual({
      accepted: 3,
      rejected: [],
    })
    expect([await count(shop, 'event'), await count(shop, 'event_session')]).toEqual([100, 1])
    expect(await sums(shop)).toBe(100)
    await send(shop, batchOf(events))
    expect(await sums(shop)).toBe(100)
  })

  test('in another order, in other batches and beside new ones is counted once', async () => {
    const shop = await createShop()
    await send(shop, batchOf(events.slice(40, 80)))
    await send(shop, batchOf(events.toReversed().slice(0, 50)))
    await send(shop, batchOf([view('new'), ...events.slice(0, 60)]))
    expect(await count(shop, 'event')).toBe(101)
    expect(await sums(shop)).toBe(101)
    const [first] = await find<{ times: number }>(
      shop,
      "SELECT count(DISTINCT id) AS times FROM event WHERE typeof(id) = 'blob' AND length(id) = 16",
    )
    expect(first?.times).toBe(100)
  })

  test('after the shop was killed before it could answer is counted once', async () => {
    const shop = await createShop()
    await send(shop, batchOf([]))
    const killedWith: number[] = []
    for (let kill = 0; kill < 4; kill++) {
      const before = kill * 25
      const sent = post(shop, JSON.stringify(batchOf(events.slice(0, before + 25)))).catch(() => null)
      // Right behind the write, while its answer waits for the disk.
      await shop
        .inside(async (_, state) => {
          const written = () =>
            state.storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM event').one().n
          for (let turn = 0; turn < 1_000 && written() <= before; turn++) await scheduler.wait(0)
          killedWith.push(written())
          state.abort('killed by the test')
        })
        .catch(() => undefined)
      await sent
      expect(await send(shop, batchOf(events.slice(0, before + 25)))).toMatchObject({
        accepted: before + 25,
      })
      expect(await count(shop, 'event')).toBe(before + 25)
    }
    expect(killedWith).toEqual([25, 50, 75, 100])
    expect(await sums(shop)).toBe(100)
  })

  test('after a kill between the write and the answer is counted once', async () => {
    const shop = await createShop()
    await shop
      .inside(async (object, state) => {
        await object.storeEvents({
          session: 'session-1',
          visitor: 'visitor-1',
          market: 'main',
          arrivedAt: Date.now(),
          events: events.map((event) => ({
            id: String(event['id']),
            name: 'view_item' as const,
            at: Date.now(),
            items: [{ product: 'p1' }],
          })),
        })
        await state.storage.sync()
        state.abort('killed when all was written')
      })
      .catch(() => undefined)
    expect(await count(shop, 'event')).toBe(100)
    expect(await send(shop, batchOf(events))).toEqual({ accepted: 100, rejected: [] })
    expect(await count(shop, 'event')).toBe(100)
    expect(await sums(shop)).toBe(100)
  })
})

test('two tabs of one session tell side by side, and every event is counted', async () => {
  const shop = await createShop()
  const tab = (name: string) => range(20, (at) => batchOf([view(`${name}${at}`), view(`${name}${at}`)]))
  const [left, right] = [tab('left'), tab('right')]
  await Promise.all([...left, ...right].map((batch) => send(shop, batch)))
  expect([await count(shop, 'event'), await count(shop, 'event_session')]).toEqual([80, 1])
  expect(await sums(shop)).toBe(80)
})

describe('a clock that is off', () => {
  const times = async (shop: TestShop) =>
    (await find<{ at: number }>(shop, 'SELECT at FROM event ORDER BY seq')).map(({ at }) => at)

  test.each([DAY, -DAY, 3_600_000])('by %i ms is put right against the arrival', async (off) => {
    const shop = await createShop()
    const now = Date.now()
    const early = view('p1', { time: now + off - 60_000 })
    const late = view('p2', { time: now + off })
    expect(await send(shop, batchOf([early, late], { sent_at: now + off }))).toMatchObject({ accepted: 2 })
    const [first = 0, second = 0] = await times(shop)
    expect(second - first).toBe(60_000)
    expect(Math.abs(second - now)).toBeLessThan(20_000)
  })

  test('by a day without saying so is taken, by more is refused alone', async () => {
    const shop = await createShop()
    const now = Date.now()
    const answer = await send(
      shop,
      batchOf([
        view('p1', { time: now + DAY }),
        view('p2', { time: now - DAY }),
        view('p3', { time: now + 2 * DAY }),
        view('p4', { time: now - 30 * DAY }),
        view('p5', { time: new Date(now).toISOString() }),
      ]),
    )
    expect(answer).toEqual({
      accepted: 3,
      rejected: [
        { index: 2, code: 'time_too_late' },
        { index: 3, code: 'time_too_early' },
      ],
    })
    const [ahead = 0, behind = 0] = await times(shop)
    expect(Math.abs(ahead - now)).toBeLessThan(20_000)
    expect(behind).toBe(now - DAY)
  })
})

describe('a bad event', () => {
  test('is rejected by its place, and the good ones stand', async () => {
    const shop = await createShop()
    const answer = await send(
      shop,
      batchOf([view('p1'), null, view('p2', { name: 'page_view' }), view('p3'), view('p4', { id: '' })]),
    )
    expect(answer).toEqual({
      accepted: 2,
      rejected: [
        { index: 1, code: 'not_an_event' },
        { index: 2, code: 'name_unknown' },
        { index: 4, code: 'id_invalid' },
      ],
    })
    expect(await count(shop, 'event')).toBe(2)
  })

  test('whatever it is, accepted and rejected are all, and what is accepted is stored', async () => {
    const shop = await createShop()
    const good = fc.nat(9).map((product): unknown => view(`p${product}`))
    const junk = fc.json().map((text): unknown => JSON.parse(text))
    let stored = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(good, junk, good), { maxLength: 20 }), async (events) => {
        const session = `session-${stored}`
        const { accepted, rejected } = await send(shop, batchOf(events, { session, visitor: session }))
        expect(accepted + rejected.length).toBe(events.length)
        expect(new Set(rejected.map(({ index }) => index)).size).toBe(rejected.length)
        stored += accepted
        expect(await count(shop, 'event')).toBe(stored)
      }),
      { numRuns: 40 },
    )
  })

  test.each<[string, string, string | undefined]>([
    ['no JSON', 'not json', undefined],
    ['no session', JSON.stringify({ events: [] }), 'session'],
    ['no events', JSON.stringify({ session: 's' }), 'events'],
    ['another consent', JSON.stringify({ session: 's', consent: 'maybe', events: [] }), 'consent'],
  ])('batch is refused whole: %s', async (_, body, field) => {
    const shop = await createShop()
    const answer = await post(shop, body)
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe(field)
  })
})

describe('the limits', () => {
  test('of a batch: the first hundred are taken, the others named', async () => {
    const shop = await createShop()
    const answer = await send(shop, batchOf(range(103, (at) => view(`p${at}`))))
    expect(answer.accepted).toBe(100)
    expect(answer.rejected).toEqual(range(3, (at) => ({ index: 100 + at, code: 'too_many' })))
    expect(await count(shop, 'event')).toBe(100)
  })

  test('of a body: 64 KiB are read, one byte more is refused and nothing is stored', async () => {
    const shop = await createShop()
    const padded = (bytes: number) => {
      const body = JSON.stringify(batchOf([view('p1')], { padding: '' }))
      return body.replace('"padding":""', `"padding":"${'x'.repeat(bytes - body.length)}"`)
    }
    const tooLarge = await post(shop, padded(EVENTS.batchBytes + 1))
    expect(tooLarge.status).toBe(413)
    expect((await errorOf(tooLarge)).message).toContain('64 KiB')
    expect(await count(shop, 'event')).toBe(0)
    expect((await post(shop, padded(EVENTS.batchBytes))).status).toBe(202)
    expect(await count(shop, 'event')).toBe(1)
  })

  test('of a visitor: what a flood brings is refused, what is known already is not', async () => {
    const shop = await createShop()
    const minute = Date.now() % 60_000
    // The count begins anew with each minute: not across its end.
    if (minute > 50_000) await scheduler.wait(60_000 - minute)
    const flood = range(5, () => range(100, (at) => view(`p${at}`)))
    const answers = []
    for (const events of flood) answers.push(await send(shop, batchOf(events)))
    expect(answers.map(({ accepted }) => accepted)).toEqual([100, 100, 100, 0, 0])
    expect(answers[4]?.rejected).toEqual(range(100, (index) => ({ index, code: 'flood' })))
    expect(await send(shop, batchOf(flood[0] ?? []))).toMatchObject({ accepted: 100 })
    expect(await send(shop, batchOf([view('p1')], { visitor: 'another', session: 's2' }))).toEqual(all)
    expect(await count(shop, 'event')).toBe(301)
  })

  test('of programs: a declared bot is told so, and nothing is stored', async () => {
    const shop = await createShop()
    const answer = await send(shop, batchOf([view('p1'), view('p2')]), {
      'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    })
    expect(answer).toEqual({
      accepted: 0,
      rejected: [
        { index: 0, code: 'bot' },
        { index: 1, code: 'bot' },
      ],
    })
    expect(await count(shop, 'event')).toBe(0)
  })
})

describe('what is learnt', () => {
  const learnt = async (shop: TestShop) =>
    (await find<{ n: number }>(shop, 'SELECT count(*) AS n FROM event WHERE learnt = 1'))[0]?.n

  test('leaves out a page loaded again', async () => {
    const shop = await createShop()
    await send(shop, batchOf([view('p1'), view('p1')]))
    await send(shop, batchOf([view('p1'), view('p2'), view('p1')]))
    expect([await count(shop, 'event'), await learnt(shop)]).toEqual([5, 3])
  })

  test('leaves out what a session brings beyond fifty', async () => {
    const shop = await createShop()
    await send(shop, batchOf(range(40, (at) => view(`p${at}`))))
    await send(shop, batchOf(range(40, (at) => view(`q${at}`))))
    expect([await count(shop, 'event'), await learnt(shop)]).toEqual([80, 50])
  })
})

describe('old events', () => {
  const ageOf = (shop: TestShop, days: number) =>
    shop.inside((_, { storage }) => void storage.sql.exec('UPDATE event SET at = at - ?', days * DAY))

  async function expired(shop: TestShop): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await shop.inside(
        (_, { storage }) => void storage.sql.exec(`UPDATE job SET due_at = 1 WHERE name = 'expire'`),
      )
      await runDurableObjectAlarm(shop.stub)
    }
  }

  test('go when the shop says so, with the sessions and visitors nobody needs any more', async () => {
    const shop = await createShop()
    const send100 = (session: string): Promise<unknown> =>
      send(
        shop,
        batchOf(
          range(100, (at): PageEvent => view(`p${at}`)),
          { session, visitor: session },
        ),
      )
    for (const session of range(7, (at) => `old-${at}`)) await send100(session)
    await sums(shop)
    await ageOf(shop, 60)
    await send100('new')
    await expired(shop)
    expect(await count(shop, 'event')).toBe(800)
    await shop.settings({ events: { retention_days: 30 } })
    await expired(shop)
    const left = await Promise.all(
      ['event', 'event_session', 'event_visitor', 'event_link'].map((table) => count(shop, table)),
    )
    expect(left).toEqual([100, 1, 1, 1])
    expect(await sums(shop)).toBe(800)
  })
})
