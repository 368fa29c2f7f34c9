import { describe, expect, it } from 'vitest'
import type { LearntEvent, RecommendRules } from '../../worker/ports/recommender.ts'
import { pruneRecommender } from '../../worker/shop/recommend/prune-recommender.ts'
import { shopWith, createShop, type Row, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000
const NOW = Date.now()

const products: Row[] = Array.from({ length: 30 }, (_, index) => ({
  id: `p${index}`,
  title: `Thing ${index}`,
  price: 10,
  product_type: index % 2 === 0 ? 'Shoes' : 'Bags',
}))

const block: RecommendRules = {
  market: 'main',
  adult: false,
  repeats: 'leave_out',
  exclude: [],
  diversity: null,
  exploration: 0,
}

interface Told {
  readonly visitor?: string
  readonly name?: string
  /** The time of the first event; the others follow a second apart. */
  readonly at?: number
}

const session = (
  key: string,
  ids: readonly string[],
  { visitor, name, at = NOW - DAY }: Told = {},
): LearntEvent[] =>
  ids.map((product, index) => ({
    session: key,
    visitor: visitor ?? null,
    name: name ?? 'view_item',
    product,
    at: at + 1_000 * index,
  }))

const learn = (shop: TestShop, ...sessions: LearntEvent[][]) =>
  shop.inside((object) => object.learnEvents(sessions.flat()))

const recommend = (
  shop: TestShop,
  recent: readonly string[],
  { k = 5, own = null, ...rules }: Partial<RecommendRules> & { k?: number; own?: string | null } = {},
) =>
  shop.inside((object) => {
    const context = {
      recent: recent.map((product) => ({ product, at: NOW })),
      current: recent.at(-1) ?? null,
      session: own,
    }
    return object.recommendProducts(context, k, { ...block, ...rules })?.products ?? []
  })

const ids = async (list: ReturnType<typeof recommend>) => (await list).map(({ id }) => id)

/** Sizes of what is stored of each item, and the sessions that are. */
const dump = (shop: TestShop) =>
  shop.inside((_, { storage: { sql } }) => {
    const rows = (query: string) => Array.from(sql.exec(query).raw())
    return {
      items: rows(
        `SELECT ext, n, length(post), ifnull(length(nxt), 0), ifnull(length(co), 0), ifnull(length(orders), 0)
         FROM rec_item i JOIN rec_vec v USING (id) WHERE n > 0 OR length(post) > 0 ORDER BY ext`,
      ),
      // What only the visitor had: nothing may be left in it.
      empty: rows(
        `SELECT length(post) + ifnull(length(nxt), 0) + ifnull(length(co), 0) + ifnull(length(orders), 0)
         FROM rec_item i JOIN rec_vec v USING (id) WHERE n = 0`,
      ),
      sessions: rows('SELECT key, visitor FROM rec_session ORDER BY key'),
    }
  })

describe('recommending', () => {
  it('shows what others looked at next, never what is being looked at', async () => {
    const shop = await shopWith(products)
    await learn(
      shop,
      session('a', ['p1', 'p2', 'p3']),
      session('b', ['p1', 'p2', 'p4']),
      session('c', ['p8', 'p9']),
    )
    const list = await recommend(shop, ['p1'])
    expect(list[0]).toMatchObject({ id: 'p2', reason: 'session', propensity: 1 })
    expect(list.map(({ id }) => id)).not.toContain('p1')
    expect(await ids(recommend(shop, ['p1', 'p2'], { k: 2 }))).toEqual(['p4', 'p3'])
  })

  it('learns each event at once', async () => {
    const shop = await shopWith(products)
    await learn(shop, session('a', ['p1', 'p2']))
    await learn(shop, session('b', ['p5'], { at: NOW }))
    expect(await ids(recommend(shop, ['p5'], { k: 1 }))).not.toEqual(['p6'])
    await learn(shop, session('b', ['p6'], { at: NOW + 1 }))
    expect(await ids(recommend(shop, ['p5'], { k: 1 }))).toEqual(['p6'])
  })

  it('says the same whether events come one by one, in any batch, or out of order', async () => {
    const events = Array.from({ length: 40 }, (_, index) =>
      session(`s${index}`, [`p${index % 7}`, `p${(index * 3) % 11}`, `p${(index * 5) % 13}`], {
        at: NOW + index,
      }),
    ).flat()
    const [whole, single] = [await shopWith(products), await shopWith(products)]
    await learn(whole, events.toReversed())
    for (const event of events.toSorted((left, right) => left.at - right.at)) await learn(single, [event])
    for (const product of ['p1', 'p2', 'p5', 'p9']) {
      expect(await ids(recommend(whole, [product], { k: 20 }))).toEqual(
        await ids(recommend(single, [product], { k: 20 })),
      )
    }
  })

  it('shows only what may be shown, and fills up with what is popular', async () => {
    const shop = await shopWith([
      ...products,
      { id: 'gone', title: 'Gone', price: 1, availability: 'out_of_stock' },
      { id: 'secret', title: 'Secret', price: 1, visibility: 'hidden' },
      { id: 'adult', title: 'Adult', price: 1, adult: true },
    ])
    await learn(
      shop,
      session('a', ['p1', 'gone', 'secret', 'adult', 'elsewhere', 'p2']),
      session('b', ['p7']),
      session('c', ['p7']),
      session('d', ['p8']),
    )
    const list = await recommend(shop, ['p1'])
    expect(list.map(({ id, reason }) => [id, reason])).toEqual([
      ['p2', 'session'],
      ['p7', 'popular'],
      ['p8', 'popular'],
    ])
    expect(await ids(recommend(shop, ['p1'], { adult: true }))).toContain('adult')
    expect(await ids(recommend(shop, ['p1'], { exclude: ['p2', 'p8'] }))).toEqual(['p7'])
  })

  it('does not show what the session has just bought', async () => {
    const shop = await shopWith(products)
    await learn(shop, session('a', ['p1', 'p2']), session('mine', ['p2'], { name: 'purchase' }))
    expect(await ids(recommend(shop, ['p1']))).toEqual(['p2'])
    expect(await ids(recommend(shop, ['p1'], { own: 'mine' }))).not.toContain('p2')
  })

  it('repeats what shoppers come back to, where repeats are allowed', async () => {
    const shop = await shopWith(products)
    await learn(shop, ...Array.from({ length: 9 }, (_, index) => session(`s${index}`, ['p1', 'p1', 'p2'])))
    expect(await ids(recommend(shop, ['p1'], { repeats: 'allow', k: 2 }))).toContain('p1')
  })

  it('mixes kinds and tries others where it is told to', async () => {
    const shop = await shopWith(products)
    const even = Array.from({ length: 10 }, (_, index) => `p${2 * index}`)
    await learn(
      shop,
      ...even.map((id, index) => session(`s${index}`, ['p0', id])),
      session('b', ['p0', 'p1', 'p3']),
    )
    const varied = await ids(recommend(shop, ['p0'], { diversity: 0.3, k: 4 }))
    expect(varied.some((id) => ['p1', 'p3'].includes(id))).toBe(true)
    const tried = await recommend(shop, ['p0'], { exploration: 1, k: 2 })
    expect(tried.every(({ reason }) => reason === 'explored')).toBe(true)
    expect(tried[0]?.propensity).toBeLessThan(1)
  })

  it('says what is bought along, and nothing where orders do not', async () => {
    const shop = await shopWith(products)
    await learn(
      shop,
      ...['a', 'b'].map((key) => session(key, ['p1', 'p2'], { name: 'purchase' })),
      session('c', ['p1', 'p3'], { name: 'purchase' }),
    )
    const bought = (ids: readonly string[]) =>
      shop.inside((object) => object.boughtTogether(ids, 5, block)?.products.map(({ id }) => id))
    expect(await bought(['p1'])).toEqual(['p2'])
    expect(await bought(['p9'])).toEqual([])
  })

  it('is empty in a shop that has seen nothing, and takes any text for an id', async () => {
    const shop = await createShop()
    expect(await recommend(shop, ['p1'])).toEqual([])
    const hostile = `'"); DROP TABLE rec_item; --\u0000`
    await learn(shop, session(hostile, [hostile, 'p1'], { visitor: hostile }))
    await learn(shop, session(hostile, [hostile, 'p1'], { visitor: hostile }))
    expect(await recommend(shop, [hostile])).toEqual([])
    expect(await shop.inside((object) => object.recommenderState()?.sessions)).toBe(1)
  })
})

describe('adapting to a shop', () => {
  it('keeps what it has learnt when its object starts anew', async () => {
    const shop = await shopWith(products)
    await learn(shop, session('a', ['p1', 'p2', 'p2']), session('b', ['p3']))
    const before = await shop.inside((object) => object.recommenderState())
    expect(before).toMatchObject({ sessions: 2, observations: 1, preset: 'focused' })
    const row = await shop.inside((_, { storage: { sql } }) =>
      sql.exec<{ v: string }>('SELECT v FROM rec_model').one(),
    )
    expect(JSON.parse(row.v)).toMatchObject({ sessions: 2, gate: { steps: 2 } })
  })

  it('shuts the gate in a shop where nobody comes back', async () => {
    const shop = await shopWith(products)
    await learn(
      shop,
      ...Array.from({ length: 200 }, (_, index) =>
        session(`s${index}`, [`p${index % 30}`, `p${(index + 1) % 30}`, `p${(index + 2) % 30}`]),
      ),
    )
    const state = await shop.inside((object) => object.recommenderState())
    expect(state?.repeats.current).toBeLessThan(0.02)
    expect(await ids(recommend(shop, ['p1', 'p2'], { repeats: 'allow', k: 1 }))).toEqual(['p3'])
  })
})

describe('forgetting a visitor', () => {
  it('leaves the tables as if they had never come', async () => {
    const [shop, without] = [await shopWith(products), await shopWith(products)]
    const others = [session('a', ['p1', 'p2', 'p3']), session('b', ['p2', 'p4'])]
    const theirs = [
      session('x', ['p1', 'p2', 'p9'], { visitor: 'v' }),
      session('y', ['p9', 'p10'], { visitor: 'v', name: 'purchase' }),
    ]
    // Others last, so that the times of the lists are the same.
    await learn(shop, ...theirs.map((events) => events.map((event) => ({ ...event, at: event.at - DAY }))))
    await learn(shop, ...others)
    await learn(without, ...others)
    expect(await shop.inside((object) => object.forgetVisitor('v'))).toBe(2)
    expect(await shop.inside((object) => object.forgetVisitor('v'))).toBe(0)
    const [after, never] = [await dump(shop), await dump(without)]
    expect(after.items).toEqual(never.items)
    expect(after.sessions).toEqual([
      ['a', null],
      ['b', null],
    ])
    expect(after.empty).toEqual([[0], [0]])
    for (const product of ['p1', 'p2', 'p4'])
      expect(await ids(recommend(shop, [product], { k: 10 }))).toEqual(
        await ids(recommend(without, [product], { k: 10 })),
      )
    expect(await ids(recommend(shop, ['p1'], { k: 30 }))).not.toContain('p9')
  })
})

describe('pruning', () => {
  it('lets old sessions go, then those beyond the newest, in batches', async () => {
    const shop = await shopWith(products)
    await learn(
      shop,
      session('old', ['p1', 'p2'], { at: NOW - 91 * DAY }),
      session('ancient', ['p20'], { at: NOW - 200 * DAY }),
      ...Array.from({ length: 5 }, (_, index) => session(`s${index}`, ['p1', 'p3'], { at: NOW + index })),
    )
    const left = await shop.inside((_, { storage: { sql } }) => {
      expect(pruneRecommender(sql, NOW, 3)).toBe(false)
      return {
        sessions: Array.from(sql.exec('SELECT key FROM rec_session ORDER BY t').raw(), ([key]) => key),
        items: Array.from(sql.exec('SELECT ext FROM rec_item ORDER BY ext').raw(), ([ext]) => ext),
      }
    })
    expect(left).toEqual({ sessions: ['s2', 's3', 's4'], items: ['p1', 'p2', 'p3'] })
    expect(await ids(recommend(shop, ['p1'], { k: 1 }))).toEqual(['p3'])
  })
})
