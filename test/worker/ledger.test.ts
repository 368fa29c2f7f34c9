import { env } from 'cloudflare:workers'
import { runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { createDurableLedgerStore } from '../../worker/adapters/shop-store-durable/ledger.ts'
import { LEDGER, paths } from '../../worker/contract/vocabulary.ts'
import type { PlannedCall, SettledCall } from '../../worker/ports/ledger-store.ts'
import { spendingOf } from '../../worker/shop/ledger/day-sums.ts'
import { listLedger } from '../../worker/shop/ledger/list-calls.ts'
import { expireCalls, reserveCall, settleCall } from '../../worker/shop/ledger/model-calls.ts'
import { shopClock } from '../../worker/shop/ledger/shop-clock.ts'
import { meteredShop, PRICE } from './support/metered-shop.ts'
import { createShop, errorOf, type TestShop } from './support/worker-shop.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let calls = 0

/** A call of 900 tokens in and 100 out at most: 1,100 millionths of a dollar. */
const planned = (parts: Partial<PlannedCall> = {}): PlannedCall => ({
  id: `call-${calls++}`,
  purpose: 'rerank',
  model: { id: 'default', owner: 'operator', name: 'm', price: PRICE, dailyTokens: null },
  tokens: { prompt: 900, completion: 100 },
  input: { sha256: 'ab'.repeat(32), bytes: 3_000, text: null },
  requestId: 'r',
  expiresAt: Date.now() + MINUTE_MS,
  perSecond: null,
  ...parts,
})

const settled = (id: string, parts: Partial<SettledCall> = {}): SettledCall => ({
  id,
  tokens: { prompt: 700, completion: 20, counted: true },
  latencyMs: 300,
  firstByteMs: 120,
  verdict: 'used',
  dropped: {},
  spared: [],
  ...parts,
})

const emptyRequest = { limit: LEDGER.pageMost }

describe('what a shop may spend', () => {
  test('holds under 50 requests at once, each of which would fit alone', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    await shop.settings({ models: { budget: { day: { tokens: 7_500 }, month: {} } } })
    const call = async () => {
      const plan = planned()
      const reserved = await ledger.reserve(shop.id, plan)
      if (!reserved.ok) return reserved.error
      // What was set aside is all there is while calls are under way.
      const { budget } = await ledger.list(shop.id, emptyRequest)
      expect(budget.day.tokens).toBeLessThanOrEqual(7_500)
      await ledger.settle(shop.id, settled(plan.id, { tokens: { ...plan.tokens, counted: false } }))
      return 'made'
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, call))
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(7)
    expect(outcomes.filter((outcome) => outcome === 'day_tokens')).toHaveLength(43)
    const { budget, totals } = await ledger.list(shop.id, emptyRequest)
    expect(budget.day).toEqual({ tokens: 7_000, tokens_limit: 7_500, money: 0.0077, money_limit: null })
    expect(budget.refused).toBe('day_tokens')
    expect(totals).toMatchObject([{ calls: 7, refused: 43, tokens: { in: 6_300, out: 700 } }])
  })

  test('is freed by what calls come to less than feared, to the last token', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    await shop.settings({ models: { budget: { day: { tokens: 2_000 }, month: {} } } })
    const made: string[] = []
    for (;;) {
      const plan = planned()
      if (!(await ledger.reserve(shop.id, plan)).ok) break
      made.push(plan.id)
      await ledger.settle(
        shop.id,
        settled(plan.id, { tokens: { prompt: 180, completion: 20, counted: true } }),
      )
    }
    // 200 spent by each; the seventh would be 1,200 and 1,000 set aside.
    expect(made).toHaveLength(6)
    expect((await ledger.list(shop.id, emptyRequest)).budget.day.tokens).toBe(1_200)
  })

  test.each([
    ['day_money', { day: { money: 0.003 }, month: {} }, 2],
    ['month_money', { day: {}, month: { money: 0.0011 } }, 1],
    ['month_tokens', { day: { tokens: 5_000 }, month: { tokens: 3_999 } }, 3],
    ['day_tokens', { day: { tokens: 0 }, month: {} }, 0],
  ])('ends at %s', async (because, budget, fit) => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    await shop.settings({ models: { budget } })
    for (let call = 0; call < fit; call++)
      expect(await ledger.reserve(shop.id, planned())).toMatchObject({ ok: true })
    expect(await ledger.reserve(shop.id, planned())).toEqual({ ok: false, error: because })
  })

  test('in money cannot be kept with a model nobody has priced', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    const free = planned({ model: { ...planned().model, price: null } })
    expect((await ledger.reserve(shop.id, free)).ok).toBe(true)
    await shop.settings({ models: { budget: { day: { money: 5 }, month: {} } } })
    const error = 'price_unknown'
    expect(await ledger.reserve(shop.id, { ...free, id: 'x' })).toEqual({ ok: false, error })
  })

  test('of the platform’s model is what the operator allows, whatever other models cost', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    const platform = {
      id: 'default',
      owner: 'platform' as const,
      name: 'p',
      price: PRICE,
      dailyTokens: 1_500,
    }
    await ledger.reserve(shop.id, planned())
    expect((await ledger.reserve(shop.id, planned({ model: platform }))).ok).toBe(true)
    expect(await ledger.reserve(shop.id, planned({ model: platform }))).toEqual({
      ok: false,
      error: 'allowance',
    })
    expect((await ledger.reserve(shop.id, planned())).ok).toBe(true)
  })

  test('goes to nobody who asks too often', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => ledger.reserve(shop.id, planned({ perSecond: 1 }))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
    expect(outcomes.at(-1)).toEqual({ ok: false, error: 'shop_rate' })
  })
})

describe('the clock of the account', () => {
  const at = (text: string) => Date.parse(text)
  const spent = (shop: TestShop, now: number) =>
    shop.inside((_, { storage }) => {
      const { day, month } = spendingOf(storage.sql, shopClock(storage.sql, now))
      return [day.tokens, month.tokens]
    })
  const reserveAt = (shop: TestShop, now: number) =>
    shop.inside((_, { storage }) =>
      storage.transactionSync(() => reserveCall(storage.sql, planned({ expiresAt: now + MINUTE_MS }), now)),
    )

  test.each([
    // A Korean day ends at 15:00 of UTC.
    ['ko', '2026-11-30T14:59:00Z', '2026-11-30T15:01:00Z'],
    ['ja', '2026-11-30T14:59:00Z', '2026-11-30T15:01:00Z'],
    ['en', '2026-11-30T23:59:00Z', '2026-12-01T00:01:00Z'],
  ] as const)('begins a day and a month anew for %s', async (locale, before, after) => {
    const shop = await createShop({ locale })
    await shop.settings({ models: { budget: { day: { tokens: 1_000 }, month: {} } } })
    expect(await reserveAt(shop, at(before))).toMatchObject({ ok: true })
    expect(await reserveAt(shop, at(before) + 1_000)).toMatchObject({ ok: false })
    expect(await reserveAt(shop, at(after))).toMatchObject({ ok: true })
    expect(await spent(shop, at(after))).toEqual([1_000, 1_000])
    // The next day is another day of the same month.
    expect(await reserveAt(shop, at(after) + DAY_MS)).toMatchObject({ ok: true })
    expect(await spent(shop, at(after) + DAY_MS)).toEqual([1_000, 2_000])
  })

  test('gives back what a call did not need to the day it was taken from', async () => {
    const shop = await createShop({ locale: 'ko' })
    const before = at('2026-11-29T14:59:59Z')
    const plan = planned({ expiresAt: before + MINUTE_MS })
    await shop.inside((_, { storage }) => {
      reserveCall(storage.sql, plan, before)
      settleCall(storage.sql, settled(plan.id), before + 2_000)
    })
    expect(await spent(shop, before)).toEqual([720, 720])
    expect(await spent(shop, before + 2_000)).toEqual([0, 720])
  })

  test('counts a call that nobody reports as spent in full, also when the report comes late', async () => {
    const shop = await createShop()
    const now = Date.now()
    const plan = planned({ expiresAt: now + MINUTE_MS })
    const listed = await shop.inside((_, { storage }) => {
      reserveCall(storage.sql, plan, now)
      settleCall(storage.sql, settled(plan.id), now + 2 * MINUTE_MS)
      return listLedger(storage.sql, emptyRequest, now + 2 * MINUTE_MS)
    })
    expect(listed.calls).toMatchObject([
      { verdict: 'failed:lost', tokens: { in: 900, out: 100, counted: false }, latency_ms: null },
    ])
    expect(listed.totals).toMatchObject([{ calls: 1, failed: 1 }])
    expect(listed.budget.day.tokens).toBe(1_000)
  })

  test('takes a report once', async () => {
    const shop = await createShop()
    const ledger = createDurableLedgerStore(env.SHOP)
    const plan = planned()
    await ledger.reserve(shop.id, plan)
    await ledger.settle(shop.id, settled(plan.id))
    await ledger.settle(shop.id, settled(plan.id, { tokens: { prompt: 1, completion: 1, counted: true } }))
    expect((await ledger.list(shop.id, emptyRequest)).budget.day.tokens).toBe(720)
  })
})

describe('the ledger', () => {
  test('names what of a question it cannot read', async () => {
    const shop = await createShop()
    const answer = await shop.admin(paths.ledger, { parameters: { limit: 0 } })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).field).toBe('limit')
    const other = await shop.admin(paths.ledger, { parameters: { from: 'yesterday' } })
    expect((await errorOf(other)).field).toBe('from')
  })

  test('is read page by page, newest first, by day and purpose', async () => {
    const shop = await createShop({ locale: 'ko' })
    const noon = Date.parse('2026-11-20T03:00:00Z')
    await shop.inside((_, { storage }) => {
      for (let call = 0; call < 25; call++) {
        const purpose = call % 5 === 0 ? 'expand' : 'rerank'
        const now = noon + (call % 2) * DAY_MS + call
        reserveCall(storage.sql, planned({ purpose, requestId: `r${call}`, expiresAt: now + MINUTE_MS }), now)
      }
    })
    const page = async (parameters: Record<string, string | number>) => {
      const answer = await shop.admin(paths.ledger, { parameters })
      return answer.json<{ calls: { request_id: string }[]; next: string | null; totals: unknown[] }>()
    }
    const read: string[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const got = await page({ limit: 10, ...(cursor === null ? {} : { cursor }) })
      read.push(...got.calls.map(({ request_id }) => request_id))
      cursor = got.next
      pages += 1
    } while (cursor !== null)
    expect(pages).toBe(3)
    expect(read).toEqual(Array.from({ length: 25 }, (_, call) => `r${24 - call}`))
    const oneDay = await page({ from: '2026-11-20', to: '2026-11-20', purpose: 'expand', limit: 200 })
    expect(oneDay.calls.map(({ request_id }) => request_id)).toEqual(['r20', 'r10', 'r0'])
    expect(oneDay.totals).toMatchObject([{ day: '2026-11-20', purpose: 'expand', calls: 3 }])
  })

  test('does not fill with refusals', async () => {
    const shop = await createShop()
    await shop.settings({ models: { budget: { day: { tokens: 0 }, month: {} } } })
    const ledger = createDurableLedgerStore(env.SHOP)
    for (let call = 0; call < 30; call++) await ledger.reserve(shop.id, planned())
    const { calls: listed, totals } = await ledger.list(shop.id, emptyRequest)
    expect(listed).toMatchObject([{ verdict: 'budget:day_tokens', tokens: { in: 0, out: 0 } }])
    expect(totals).toMatchObject([{ refused: 30, calls: 0 }])
  })

  test('keeps so many calls and days, inputs for a week, and sums for longer', async () => {
    const shop = await createShop()
    const now = Date.now()
    // The first look of a new shop must not come in between.
    await vi.waitFor(async () => {
      await runDurableObjectAlarm(shop.stub)
      const due = await shop.inside((_, { storage }) =>
        storage.sql.exec<{ due_at: number }>(`SELECT due_at FROM job WHERE name = 'expire'`).one(),
      )
      expect(due.due_at).toBeGreaterThan(now)
    })
    const count = () =>
      shop.inside((_, { storage }) =>
        storage.sql
          .exec<{ n: number; inputs: number }>('SELECT count(*) AS n, count(input) AS inputs FROM model_call')
          .one(),
      )
    await shop.inside((_, { storage }) => {
      const old = (days: number) => now - days * DAY_MS
      const input = { sha256: 'x', bytes: 1, text: 'lamp' }
      for (const days of [LEDGER.days + 1, LEDGER.inputDays + 1, 1]) {
        const plan = planned({ input, expiresAt: old(days) + MINUTE_MS })
        reserveCall(storage.sql, plan, old(days))
        settleCall(storage.sql, settled(plan.id), old(days))
      }
    })
    expect(await count()).toEqual({ n: 3, inputs: 3 })
    await shop.inside((_, { storage }) =>
      storage.sql.exec(`UPDATE job SET due_at = 0 WHERE name = 'expire'`).toArray(),
    )
    await runDurableObjectAlarm(shop.stub)
    await vi.waitFor(async () => expect(await count()).toEqual({ n: 2, inputs: 1 }))
    expect(
      await shop.inside((_, { storage }) => storage.sql.exec('SELECT day FROM model_day').toArray()),
    ).toHaveLength(3)

    await shop.inside((_, { storage }) => {
      storage.sql.exec(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO model_call (id, at, day, purpose, endpoint, owner, model, input_sha256, input_bytes, verdict, request_id)
         SELECT 'many-' || i, ?2, '2026-11-23', 'rerank', 'default', 'operator', 'm', 'x', 1, 'used', '' FROM n`,
        LEDGER.calls + 3_000,
        now,
      )
      let passes = 0
      while (expireCalls(storage.sql, now)) passes += 1
      // A pass is short, so that no search waits for it.
      expect(passes).toBe(1)
    })
    expect(await count()).toMatchObject({ n: LEDGER.calls })
  })
})

test.each([
  ['budget', { budget: 5 }, 'models.budget'],
  ['a negative number of tokens', { budget: { day: { tokens: -1 } } }, 'models.budget.day.tokens'],
  ['half a token', { budget: { month: { tokens: 0.5 } } }, 'models.budget.month.tokens'],
  ['a misspelt limit', { budget: { day: { token: 5 } } }, 'models.budget.day.token'],
  ['a misspelt setting', { budgets: {} }, 'models.budgets'],
  ['a rate of nothing', { shop_calls_per_second: 0 }, 'models.shop_calls_per_second'],
  ['a word for a switch', { keep_inputs: 'yes' }, 'models.keep_inputs'],
])('settings name what is wrong: %s', async (_, models, field) => {
  const shop = await createShop()
  const answer = await shop.admin(paths.settings, { method: 'PATCH', body: JSON.stringify({ models }) })
  expect(answer.status).toBe(400)
  expect((await errorOf(answer)).field).toBe(field)
})

test('settings keep a budget, and a shop from before has the usual ones', async () => {
  const shop = await createShop()
  await shop.settings({ models: { budget: { day: { tokens: 5, money: 0.25 }, month: {} } } })
  const models = async () => (await (await shop.admin(paths.settings)).json<{ models: object }>()).models
  expect(await models()).toMatchObject({
    rerank: true,
    keep_inputs: false,
    budget: { day: { tokens: 5, money: 0.25 }, month: {} },
  })
  await shop.inside((_, { storage }) =>
    storage.sql
      .exec(`UPDATE shop SET settings = json_remove(settings, '$.models.budget', '$.models.keep_inputs')`)
      .toArray(),
  )
  await shop.settings({ models: { rerank: false } })
  expect(await models()).toMatchObject({ rerank: false, keep_inputs: false, budget: { day: {}, month: {} } })
})

test('a search leaves a line: when, why, what was sent, what it came to', async () => {
  const { shop, ledger, seen } = await meteredShop('plain')
  const events = await shop.searchStream('lamp')
  const [first] = events
  const request_id = (first?.data as { request_id?: string } | undefined)?.request_id
  const { calls: listed, totals } = await vi.waitFor(async () => {
    const read = await ledger()
    expect(read.calls[0]?.verdict).toBe('used')
    return read
  })
  expect(await seen()).toHaveLength(1)
  expect(listed).toMatchObject([
    {
      purpose: 'rerank',
      endpoint: 'default',
      owner: 'operator',
      request_id,
      tokens: { in: 700, out: 23, counted: true },
      cost: 0.000746,
      dropped: {},
    },
  ])
  expect(listed[0]?.input.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(listed[0]?.input.bytes).toBeGreaterThan(500)
  expect(listed[0]?.input).not.toHaveProperty('text')
  expect(listed[0]?.latency_ms).toBeGreaterThanOrEqual(0)
  expect(totals).toMatchObject([{ purpose: 'rerank', calls: 1, cost: 0.000746, failed: 0, dropped: 0 }])
})
