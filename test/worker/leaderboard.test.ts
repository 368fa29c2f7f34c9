import { describe, expect, inject, it, test } from 'vitest'
import { gradesResponse } from '../../worker/contract/leaderboard.ts'
import { LEADERBOARD, paths } from '../../worker/contract/vocabulary.ts'
import { consumeJobs } from '../../worker/sync/consume-jobs.ts'
import { comparedShop } from './support/compared-shop.ts'
import { createShop, errorOf, reachShop } from './support/worker-shop.ts'

const both = { back: 'reverse', words: 'overlap' }

describe('grades', () => {
  const put = async (body: object) => {
    const shop = await createShop()
    return { shop, answer: await shop.admin(paths.grades, { method: 'PUT', body: JSON.stringify(body) }) }
  }
  const hand = { query: 'lamp', product: 'p1', grade: 3, by: 'hand' }

  it('are kept as they were sent, and replaced as a whole', async () => {
    const grades = [hand, { ...hand, product: 'p2', grade: 0, by: 'model', grader: 'claude' }]
    const { shop, answer } = await put({ grades })
    expect(gradesResponse.strict().parse(await answer.json())).toEqual({ version: 1, grades })
    const stale = await shop.admin(paths.grades, {
      method: 'PUT',
      body: JSON.stringify({ grades: [], if_version: 0 }),
    })
    expect(stale.status).toBe(409)
    expect((await errorOf(stale)).field).toBe('if_version')
    const read = await shop.admin(paths.grades)
    expect(await read.json()).toEqual({ version: 1, grades })
  })

  test.each<[string, object, string]>([
    ['a grade above 3', { grades: [{ ...hand, grade: 4 }] }, 'grades.0.grade'],
    ['half a grade', { grades: [{ ...hand, grade: 1.5 }] }, 'grades.0.grade'],
    ['a model without a name', { grades: [{ ...hand, by: 'model' }] }, 'grades.0.grader'],
    ['a grader by hand', { grades: [{ ...hand, grader: 'gpt' }] }, 'grades.0.grader'],
    ['one product twice', { grades: [hand, { ...hand, grade: 1 }] }, 'grades.1.product'],
    ['an empty query', { grades: [{ ...hand, query: ' ' }] }, 'grades.0.query'],
    [
      'too many',
      {
        grades: Array.from({ length: LEADERBOARD.grades + 1 }, (_, index) => ({
          ...hand,
          product: `p${index}`,
        })),
      },
      'grades',
    ],
  ])('%s is refused, and nothing is saved', async (_, body, field) => {
    const { shop, answer } = await put(body)
    expect(answer.status).toBe(422)
    expect(await errorOf(answer)).toMatchObject({ field, code: 'unprocessable' })
    expect(await (await shop.admin(paths.grades)).json()).toEqual({ version: 0, grades: [] })
  })

  it('are the shop’s alone, as its comparison is', async () => {
    const { shop } = await put({ grades: [hand] })
    const other = await createShop()
    expect(await (await other.admin(paths.grades)).json()).toEqual({ version: 0, grades: [] })
    const passerBy = reachShop({ ...shop.keys, secret_key: shop.keys.public_key })
    for (const path of [paths.grades, paths.leaderboard]) {
      expect((await passerBy.admin(path)).status).toBe(401)
    }
  })
})

describe('a comparison', () => {
  it('needs judged queries, and a model', async () => {
    const world = await comparedShop()
    const none = await world.start()
    expect(none.status).toBe(409)
    expect((await errorOf(none)).message).toContain('No language model')
    await world.endpoints(both)
    const ungraded = await world.start()
    expect(ungraded.status).toBe(409)
    expect((await errorOf(ungraded)).message).toContain('no judged queries')
    expect(await world.read()).toMatchObject({ status: 'none', contenders: [] })
    const unknown = await world.start({ endpoints: ['back', 'elsewhere'] })
    expect(unknown.status).toBe(422)
    expect(await errorOf(unknown)).toMatchObject({ field: 'endpoints' })
    expect(await world.asked('back')).toBe(0)
  })

  it('tells the better from the one that changes nothing, with what each took', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    const queries = await world.judge({ good: 'last' })
    // What shoppers were answered says nothing about how long an answer takes.
    await world.shop.searchStream(queries[0] ?? '')
    const before = await world.asked('back')
    const begun = await world.start()
    expect(begun.status).toBe(202)
    expect(await begun.json()).toMatchObject({ status: 'running', queries: { total: 32, done: 0 } })
    const table = await world.finish()
    expect(table).toMatchObject({
      status: 'done',
      queries: { total: 32, done: 32 },
      graded: { hand: 160, click: 0, model: 0 },
      graders: [],
    })
    expect(await world.asked('back')).toBe(before + 32)
    const [first, back, words] = table.contenders
    expect(first).toMatchObject({ endpoint: null, n: 32, calls: 0, gain: null, verdict: null, agreement: 0 })
    expect(back).toMatchObject({
      endpoint: 'back',
      n: 32,
      ndcg10: 1,
      agreement: 1,
      judged10: 1,
      calls: 32,
      tokens: { in: 32 * 700, out: 32 * 23, counted: true },
      schema_failures: 0,
      failures: 0,
      verdict: 'better',
    })
    expect(back?.gain?.low).toBeGreaterThan(0)
    expect(back?.gain?.mean).toBeCloseTo(1 - (first?.ndcg10 ?? 0), 9)
    expect(back?.cost_per_1000).toBeCloseTo(0.746, 9)
    expect(back?.latency_ms?.p95).toBeGreaterThanOrEqual(back?.latency_ms?.p50 ?? Infinity)
    expect(words).toMatchObject({
      endpoint: 'words',
      gain: { mean: 0, low: 0, high: 0 },
      verdict: 'not_told',
    })
    const ledger = await (
      await world.shop.admin(paths.ledger, { parameters: { limit: 1 } })
    ).json<{
      totals: { purpose: string; calls: number }[]
    }>()
    expect(ledger.totals.find(({ purpose }) => purpose === 'rerank')?.calls).toBe(before + 64)
  })

  it('tells the worse, and says nothing on few queries', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'first' })
    await world.start({ endpoints: ['back'], queries: 29 })
    expect((await world.finish()).contenders[1]).toMatchObject({ n: 29, verdict: 'not_told' })
    await world.start({ endpoints: ['back'] })
    const { contenders } = await world.finish()
    expect(contenders).toHaveLength(2)
    expect(contenders[1]).toMatchObject({ n: 32, verdict: 'worse' })
  })

  it('never calls a model better by the word of its relative', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', by: { by: 'model', grader: 'Script Pro' } })
    await world.start()
    const table = await world.finish()
    expect(table).toMatchObject({ graded: { model: 160 }, graders: ['Script Pro'] })
    expect(table.contenders[1]).toMatchObject({ ndcg10: 1, verdict: 'same_family' })
  })

  it('goes on where it was after the object’s end, and asks nothing twice', async () => {
    const world = await comparedShop()
    await world.endpoints({ back: 'reverse', slow: 'reverse-after=30' })
    await world.judge({ good: 'last', queries: 12 })
    await world.start()
    await world.turn(200)
    const half = await world.read()
    expect(half.queries.done).toBeGreaterThan(0)
    expect(half.queries.done).toBeLessThan(12)
    // Nothing is told before the end.
    expect(half.contenders[1]?.verdict).toBe('not_told')
    await world.shop.inside((_, state) => state.abort('killed')).catch(() => undefined)
    await world.mute()
    expect((await world.read()).contenders).toEqual(half.contenders)
    expect(await world.finish()).toMatchObject({ status: 'done', queries: { done: 12 } })
    expect(await world.asked('back')).toBe(12)
    expect(await world.asked('slow')).toBe(12)
  })

  it('ends when the merchant has seen enough, and is forgotten', async () => {
    const world = await comparedShop()
    await world.endpoints({ slow: 'reverse-after=30' })
    await world.judge({ good: 'last', queries: 12 })
    await world.start()
    await world.turn(200)
    const asked = await world.asked('slow')
    expect(asked).toBeGreaterThan(0)
    const ended = await world.shop.admin(paths.leaderboard, { method: 'DELETE' })
    expect(ended.status).toBe(200)
    expect(await ended.json()).toMatchObject({ status: 'none', contenders: [] })
    await world.turn()
    expect(await world.asked('slow')).toBe(asked)
    expect(await world.read()).toMatchObject({ status: 'none', contenders: [] })
  })

  it('hands a query to one at a time, and again when its consumer is lost', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', queries: 2 })
    await world.start()
    const { leaderboard } = world.services
    const lost = await leaderboard.next(world.shop.id, 'one', Date.now())
    expect(lost).toMatchObject({ kind: 'work', position: 0 })
    expect(await leaderboard.next(world.shop.id, 'other', Date.now())).toMatchObject({ kind: 'wait' })
    expect(await leaderboard.next(world.shop.id, 'other', Date.now() + 61_000)).toEqual(lost)
  })

  it('pauses where the budget ends, says so, and goes on when there is more', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', queries: 6 })
    await world.shop.settings({ models: { budget: { day: { tokens: 4_000 }, month: {} } } })
    await world.start()
    expect(await world.turn()).toMatchObject({ kind: 'more' })
    const paused = await world.read()
    expect(paused).toMatchObject({ status: 'paused', paused_by: 'day_tokens' })
    expect(paused.message).toContain('budget')
    expect(Date.parse(paused.paused_until ?? '')).toBeGreaterThan(Date.now() + 1_000)
    const asked = (await world.asked('back')) + (await world.asked('words'))
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(12)
    // Nobody asks while it is paused.
    expect(await world.turn()).toMatchObject({ kind: 'more' })
    expect((await world.asked('back')) + (await world.asked('words'))).toBe(asked)
    await world.shop.settings({ models: { budget: { day: {}, month: {} } } })
    await world.shop.inside((_, { storage }) => {
      storage.sql.exec('UPDATE leaderboard_run SET paused_until = 0')
    })
    // Another consumer, which need not wait for the one that paused.
    expect(await world.turn()).toEqual({ kind: 'done' })
    const done = await world.read()
    expect(done).toMatchObject({ status: 'done', queries: { done: 6 } })
    expect(done).not.toHaveProperty('paused_by')
    expect(await world.asked('back')).toBe(6)
    expect(await world.asked('words')).toBe(6)
  })

  it('goes on without an endpoint that is removed, and never calls one that is forbidden meanwhile', async () => {
    const world = await comparedShop()
    await world.endpoints({ ...both, abroad: 'reverse' })
    await world.judge({ good: 'last', queries: 4 })
    await world.start()
    await world.endpoints(
      { words: 'overlap', abroad: 'reverse' },
      {
        processing: { overseas: false, third_party: true },
      },
    )
    expect(await world.finish()).toMatchObject({ status: 'done', queries: { done: 4 } })
    expect(await world.contender('back')).toMatchObject({ n: 0, verdict: 'not_told', ndcg10: null })
    expect((await world.contender('back')).error).toContain('not set up any more')
    expect((await world.contender('abroad')).error).toContain('processing forbids')
    expect(await world.contender('words')).toMatchObject({ n: 4, calls: 4 })
    expect(await world.asked('abroad')).toBe(0)
    expect(await world.asked('back')).toBe(0)
  })

  it('does not go on with another model under the name of the first', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', queries: 3 })
    await world.start()
    await world.endpoints({ ...both, back: 'overlap' })
    expect(await world.finish()).toMatchObject({ status: 'done' })
    expect((await world.contender('back')).error).toContain('another model')
    expect(await world.asked('back')).toBe(0)
    expect(await world.contender('words')).toMatchObject({ n: 3 })
  })

  it('counts answers out of form, and leaves out a model whose server does not work', async () => {
    const world = await comparedShop()
    await world.endpoints({ talk: 'declined-in-words', dead: 'broken', words: 'overlap' })
    await world.judge({ good: 'last', queries: 3 })
    await world.start()
    const table = await world.finish()
    expect(table).toMatchObject({ status: 'done', queries: { done: 3 } })
    expect(await world.contender('talk')).toMatchObject({ n: 3, schema_failures: 3, gain: { mean: 0 } })
    const dead = await world.contender('dead')
    expect(dead).toMatchObject({ n: 0, verdict: 'not_told' })
    expect(dead.error).toContain('500')
    expect(await world.contender('words')).toMatchObject({ n: 3, schema_failures: 0 })
  })

  it('begun anew ends the one before: what comes late of that is not kept', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', queries: 2 })
    await world.start()
    const old = await world.services.leaderboard.next(world.shop.id, 'one', Date.now())
    if (old.kind !== 'work') throw new Error('no work')
    await world.start({ endpoints: ['words'] })
    const score = { ndcg: 1, judged: 1, shown: 1, concordant: 1, pairs: 1, call: null }
    await world.services.leaderboard.store(world.shop.id, {
      run: old.run,
      position: 0,
      cards: 'x',
      gap: null,
      scores: [{ contender: 'words', outcome: 'ordered', ...score }],
    })
    expect(await world.contender('words')).toMatchObject({ n: 0 })
    expect((await world.read()).contenders).toHaveLength(2)
  })

  it('compares on the same products only, and leaves out a model that is late again and again', async () => {
    const world = await comparedShop()
    await world.endpoints(both)
    await world.judge({ good: 'last', queries: 5 })
    await world.start()
    const { leaderboard } = world.services
    const work = await leaderboard.next(world.shop.id, 'one', Date.now())
    if (work.kind !== 'work') throw new Error('no work')
    const score = { ndcg: 1, judged: 1, shown: 1, concordant: 1, pairs: 1, call: null }
    const store = (position: number, cards: string, contender: string, outcome: 'ordered' | 'failed') =>
      leaderboard.store(world.shop.id, {
        run: work.run,
        position,
        cards,
        gap: null,
        scores: [{ contender, outcome, ...score }],
        ...(outcome === 'failed' ? { error: 'The model did not answer in time.' } : {}),
      })
    await store(0, 'old', '', 'ordered')
    await store(0, 'old', 'words', 'ordered')
    await store(0, 'new', '', 'ordered')
    const again = await leaderboard.next(world.shop.id, 'one', Date.now())
    expect(again).toMatchObject({ position: 0, scored: { cards: 'new', contenders: [''] } })
    for (const [position, outcome] of (
      ['failed', 'failed', 'failed', 'ordered', 'failed'] as const
    ).entries())
      await store(position, 'new', 'back', outcome)
    // Three in a row, an answer, and one more.
    expect(await world.contender('back')).not.toHaveProperty('error')
    for (const position of [0, 1, 2]) await store(position, 'new', 'back', 'failed')
    expect(await world.contender('back')).toMatchObject({ failures: 4, verdict: 'not_told' })
    expect((await world.contender('back')).error).toContain('in time')
  })

  it('leaves out a model without a price where the budget is money, and goes on with the others', async () => {
    const world = await comparedShop({
      LLM_BASE_URL: inject('modelServer'),
      LLM_MODEL: `script:reverse#${crypto.randomUUID()}`,
    })
    await world.endpoints({ words: 'overlap' })
    await world.judge({ good: 'last', queries: 3 })
    await world.shop.settings({ models: { budget: { day: { money: 1 }, month: {} } } })
    await world.start()
    expect(await world.finish()).toMatchObject({ status: 'done', queries: { done: 3 } })
    expect((await world.contender('default')).error).toContain('what this model costs')
    expect(await world.contender('words')).toMatchObject({ n: 3, calls: 3 })
  })

  it('is done by the consumer of the shop’s messages, the installation’s own model among the contenders', async () => {
    const world = await comparedShop({
      LLM_BASE_URL: inject('modelServer'),
      LLM_MODEL: `script:reverse#${crypto.randomUUID()}`,
    })
    await world.judge({ good: 'last', queries: 3 })
    expect((await world.start()).status).toBe(202)
    const sent: unknown[] = []
    await world.shop.inside(async (object, { storage }) => {
      Reflect.set(object, 'env', {
        JOBS: { send: (message: unknown) => Promise.resolve(sent.push(message)) },
      })
      storage.sql.exec(`UPDATE job SET due_at = 0 WHERE name = 'leaderboard'`)
      await object.alarm()
    })
    expect(sent).toContainEqual({ shop: world.shop.id, job: 'leaderboard' })
    await consumeJobs(
      world.services,
      sent.map((body) => ({ body })),
    )
    expect(await world.read()).toMatchObject({ status: 'done' })
    expect(await world.contender('default')).toMatchObject({ n: 3, ndcg10: 1, cost_per_1000: null })
    const left = await world.shop.inside((_, { storage }) =>
      storage.sql.exec(`SELECT 1 FROM job WHERE name = 'leaderboard'`).toArray(),
    )
    expect(left).toEqual([])
  })
})
