import { describe, expect, inject, it, test } from 'vitest'
import { modelsResponse, type ModelsResponse } from '../../worker/contract/models.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { rerankGate } from '../../worker/shop/migrations/018-rerank-gate.ts'
import abstract from '../demo/abstract-queries.json' with { type: 'json' }
import { comparedShop, type ComparedShop } from './support/compared-shop.ts'
import { demoGoods } from './support/demo-goods.ts'
import { createShop, sendTo, shopWith, type Row, type TestShop } from './support/worker-shop.ts'

/** Enough that share words and numbers with the one that is asked for: a model would have something to order. */
const goods: readonly Row[] = [
  { id: 'desk', title: 'Brass harbour desk lamp', mpn: 'BHL-2210', price: 90 },
  ...['hall', 'porch', 'stair', 'attic'].map((kind, row) => ({
    id: kind,
    title: `Brass harbour ${kind} lamp`,
    mpn: `BHL-33${row}0`,
    price: 60 + row,
  })),
  ...['floor', 'table', 'wall', 'night', 'reading', 'garden'].map((kind, row) => ({
    id: kind,
    title: `${kind} lamp for quiet evenings`,
    mpn: `XQ-77${row}0`,
    price: 20 + row,
  })),
]

/** What a model was sent, call by call. */
async function toldTo(model: string): Promise<string[]> {
  const url = new URL('/requests', inject('modelServer'))
  url.searchParams.set('model', model)
  const seen = await (await fetch(url)).json<{ body: { messages: { content: string }[] } }[]>()
  return seen.map(({ body }) => body.messages.at(-1)?.content ?? '')
}

const cardsIn = (prompt: string): number => [...prompt.matchAll(/^\d+\|/gm)].length

async function lampShop() {
  const model = `script:reverse#gate-${crypto.randomUUID()}`
  const shop = await createShop(
    { locale: 'en', currency: 'USD' },
    sendTo({ LLM_BASE_URL: inject('modelServer'), LLM_MODEL: model }),
  )
  await shop.importRows('products', goods)
  const modeOf = async (query: string) => {
    const events = await shop.searchStream(query)
    return events.flatMap(({ event, data }) => (event === 'done' ? [(data as { mode: string }).mode] : []))
  }
  return { shop, modeOf, told: () => toldTo(model) }
}

describe('a search that a model cannot help', () => {
  test.each(['Brass harbour desk lamp', 'brass harbour desk', 'bhl-2210'])(
    'asks nobody: %s',
    async (query) => {
      const { shop, modeOf, told } = await lampShop()
      expect(await modeOf(query)).toEqual(['keyword'])
      expect(await told()).toEqual([])
      // The gate is what kept the model from being asked.
      await shop.settings({ models: { rerank_gate: 'off' } })
      expect(await modeOf(query)).toEqual(['reranked'])
      expect(await told()).not.toEqual([])
    },
  )

  test.each(['lamp', 'quiet lamp', 'lamp for quiet evenings under $25', 'lamp without brass'])(
    'is none of these: %s',
    async (query) => {
      const { modeOf, told } = await lampShop()
      expect(await modeOf(query)).toEqual(['reranked'])
      expect(await told()).not.toEqual([])
    },
  )

  test.each(['en', 'ko'] as const)('is no wish of the demo, but each of its titles (%s)', async (locale) => {
    const shop = await shopWith(demoGoods[locale], { locale })
    const skipped = async (q: string): Promise<string | null> => {
      const answer = await shop.admin(`${paths.adminSearch}/explain`, { parameters: { q } })
      return (await answer.json<{ explanation: { rerank_skipped: string | null } }>()).explanation
        .rerank_skipped
    }
    const wishes = abstract[locale]
    expect(await Promise.all(wishes.map(skipped))).toEqual(wishes.map(() => null))
    // A title that reads as an exclusion ("unscented", "feather-free") is left to the model.
    const titles = demoGoods[locale].filter((_, row) => row % 4 === 0).map(({ title }) => String(title))
    const whys = await Promise.all(titles.map(skipped))
    expect(titles.length).toBeGreaterThan(10)
    expect(whys.filter((why) => why !== null).length / titles.length).toBeGreaterThan(0.9)
  })
})

const modelsOf = async (shop: TestShop): Promise<ModelsResponse> =>
  modelsResponse.strict().parse(await (await shop.admin(paths.models)).json())

/** One streamed search after which the log and the ledger have settled. */
async function askedBy(world: ComparedShop, query: string): Promise<boolean> {
  const before = await world.asked('own')
  await world.shop.searchStream(query)
  return (await world.asked('own')) > before
}

describe('a shop’s own evaluation', () => {
  it('shuts the gate before a model whose order is worse, says so, and the shop may have it asked all the same', async () => {
    const world = await comparedShop()
    await world.endpoints({ own: 'reverse' })
    await world.shop.settings({ models: { expand: false } })
    const [query = ''] = await world.judge({ good: 'first' })
    expect((await modelsOf(world.shop)).gate).toMatchObject({
      state: 'default',
      setting: 'auto',
      gap: 0.6,
      cards: 24,
    })
    await world.start()
    const table = await world.finish()
    expect(table.contenders[1]).toMatchObject({ endpoint: 'own', cards: 24, verdict: 'worse' })
    expect(table.gate).toMatchObject({ state: 'shut', gap: null, queries: 32 })
    expect(table.gate?.gain?.high).toBeLessThan(0)
    expect(table.gate?.message).toContain('worse')
    expect(Date.parse(table.gate?.learnt_at ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect((await modelsOf(world.shop)).gate).toEqual(table.gate)
    expect(await askedBy(world, query)).toBe(false)
    await world.shop.settings({ models: { rerank_gate: 'default' } })
    expect(await askedBy(world, query)).toBe(true)
    expect((await modelsOf(world.shop)).gate).toMatchObject({ state: 'shut', setting: 'default', gap: 0.6 })
    // Of another model nothing is known.
    await world.shop.settings({ models: { rerank_gate: 'auto' } })
    await world.endpoints({ own: 'overlap' })
    expect((await modelsOf(world.shop)).gate).toMatchObject({ state: 'default' })
    expect(await askedBy(world, query)).toBe(true)
  })

  it('teaches from which lead on a model does not pay, and a few queries teach nothing', async () => {
    const world = await comparedShop()
    await world.endpoints({ own: 'overlap' })
    await world.judge({ good: 'first' })
    await world.start({ queries: 29 })
    expect((await world.finish()).gate).toMatchObject({ state: 'default', gap: 0.6 })
    await world.start()
    const taught = (await world.finish()).gate
    // All leads are 0, and nothing is gained: 32 queries for 0 against 60 for the default.
    expect(taught?.gap).toBeCloseTo((60 * 0.6) / 92, 9)
    expect(taught).toMatchObject({ state: 'learnt', queries: 32, cards: 24 })
    // What comes after is no reason to forget it.
    await world.start({ queries: 5 })
    expect((await world.finish()).gate).toEqual(taught)
    await world.endpoints({})
    expect((await world.read()).gate).toBeNull()
  })

  it('has live searches send 48 cards where those beat 24, unless the shop wants it otherwise', async () => {
    const world = await comparedShop({}, 30)
    await world.endpoints({ own: 'reverse' })
    await world.shop.settings({ models: { expand: false, deadline_ms: 5_000 } })
    const [query = ''] = await world.judge({ good: 'last' })
    await world.start({ cards: [24, 48] })
    const table = await world.finish()
    const [, few, many] = table.contenders
    expect(table.contenders.map(({ endpoint, cards }) => [endpoint, cards])).toEqual([
      [null, null],
      ['own', 24],
      ['own', 48],
    ])
    expect(few).toMatchObject({ n: 32, ndcg10: 0, calls: 32 })
    expect(few).not.toHaveProperty('over_24')
    expect(many).toMatchObject({ n: 32, ndcg10: 1, calls: 32 })
    expect(many?.over_24?.low).toBeGreaterThan(0)
    expect(table.gate).toMatchObject({ state: 'learnt', cards: 48 })
    const sent = async () => {
      await world.shop.searchStream(query)
      return cardsIn((await toldTo(world.modelOf('own'))).at(-1) ?? '')
    }
    expect(await sent()).toBe(30)
    await world.shop.settings({ models: { rerank_cards: 24 } })
    expect(await sent()).toBe(24)
    await world.shop.settings({ models: { rerank_cards: 'auto' } })
    // Compared with the usual number only, the greater stays.
    await world.start()
    expect((await world.finish()).gate).toMatchObject({ cards: 48 })
    const refused = await world.start({ cards: [48] })
    expect(refused.status).toBe(400)
  })

  it('goes on with a comparison from before there were gates', async () => {
    const world = await comparedShop()
    await world.endpoints({ own: 'reverse-after=30' })
    await world.judge({ good: 'first' })
    await world.start()
    await world.turn(200)
    const half = await world.read()
    expect(half.queries.done).toBeLessThan(32)
    await world.shop.inside((_, { storage }) => {
      for (const statement of [
        `ALTER TABLE leaderboard_contender DROP COLUMN endpoint`,
        `ALTER TABLE leaderboard_contender DROP COLUMN cards`,
        `ALTER TABLE leaderboard_query DROP COLUMN gap`,
        `DROP TABLE rerank_gate`,
        ...rerankGate.statements,
      ])
        storage.sql.exec(statement)
    })
    expect(await world.finish()).toMatchObject({ status: 'done', gate: { state: 'shut', queries: 32 } })
    expect(await world.asked('own')).toBe(32)
  })
})
