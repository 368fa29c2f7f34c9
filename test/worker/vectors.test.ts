import { runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, it, vi } from 'vitest'
import { createMeilisearchIndex } from '../../worker/adapters/retriever-meilisearch/search-index.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { WorkRequest } from '../../worker/ports/vector-store.ts'
import { consumeJobs } from '../../worker/sync/consume-jobs.ts'
import { VECTORS_MOST, isComparedHere } from '../../worker/shop/vectors/vector-index.ts'
import { eventually } from '../support/eventually.ts'
import { embeddedShopWith, type EmbeddedShop } from './support/embedded-shop.ts'
import { call, createShop, type Row } from './support/worker-shop.ts'

const sofa: Row = { id: 'sofa', title: 'Velvet sofa', price: 400, product_type: 'Living > Seats' }
const others: Row[] = Array.from({ length: 12 }, (_, row) => ({
  id: `other-${row}`,
  title: `Garden tool ${row}`,
  description: 'steel and ash wood',
  price: 10 + row,
}))
const rows = [sofa, ...others]

describe('the back-fill', () => {
  it('embeds what a product is, and nothing that changes from day to day', async () => {
    const world = await embeddedShopWith([
      { ...sofa, brand: 'Nest', color: 'green', description: 'Deep seats' },
    ])
    expect(await world.status()).toMatchObject({ configured: world.model, model: null, done: 0, total: 1 })
    expect(await world.backfill()).toMatchObject({
      model: world.model,
      dims: 64,
      done: 1,
      total: 1,
      failed: 0,
    })
    expect(await world.asked()).toEqual([['Velvet sofa. Nest. Living > Seats. green. Deep seats']])
  })

  it('embeds nothing anew for a price, one product for a title, and keeps a replaced catalogue', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    await world.shop.importRows('products', [{ ...sofa, price: 350 }])
    expect(await world.backfill()).toMatchObject({ done: 13, total: 13 })
    expect(await world.asked()).toHaveLength(1)

    const renamed = rows.map((row) => (row['id'] === 'other-3' ? { ...row, title: 'Brass lamp' } : row))
    await world.shop.importRows('products', renamed, { mode: 'replace' })
    await world.backfill()
    expect((await world.asked()).slice(1)).toEqual([['Brass lamp. steel and ash wood']])
    expect(await world.shop.find('light')).toEqual(expect.arrayContaining(['other-3']))
  })

  it('leaves out what shoppers cannot find', async () => {
    const world = await embeddedShopWith([sofa, { ...others[0], visibility: 'members' }])
    expect(await world.backfill()).toMatchObject({ done: 1, total: 1 })
    expect((await world.asked()).flat()).toHaveLength(1)
  })

  it('goes on where it was when a consumer is killed with a batch out', async () => {
    const world = await embeddedShopWith(rows)
    const { vectors } = world.services
    const { rates } = world.embeddings
    const request = { model: world.model, most: 5, rates, now: Date.now() }
    const lost = await vectors.nextVectorWork(world.shop.id, request)
    expect(lost).toMatchObject({ kind: 'work' })
    expect(lost.kind === 'work' && lost.items).toHaveLength(5)
    // Somebody may still be at it: nobody else gets the same batch before its time is over.
    expect(await vectors.nextVectorWork(world.shop.id, request)).toMatchObject({ kind: 'wait' })
    const later = await vectors.nextVectorWork(world.shop.id, { ...request, now: Date.now() + 61_000 })
    expect(later).toEqual(lost)
    await world.passTime()
    expect(await world.backfill()).toMatchObject({ done: 13, total: 13, failed: 0 })
  })

  it('survives the object’s end: what was stored is not asked for again', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    await world.shop.inside((_, state) => state.abort('killed')).catch(() => undefined)
    expect(await world.status()).toMatchObject({ done: 13 })
    expect(await world.shop.find('couch')).toContain('sofa')
    await world.backfill()
    expect(await world.asked()).toHaveLength(2)
  })

  it('waits as long as a busy service asks, and says so', async () => {
    const world = await embeddedShopWith(rows, 'busy=40,ok')
    const outcome = await world.turn()
    expect(outcome.kind === 'more' && outcome.afterMs).toBeGreaterThan(35_000)
    const status = await world.status()
    expect(Date.parse(status.paused_until ?? '') - Date.now()).toBeGreaterThan(35_000)
    expect(status).toMatchObject({ done: 0, last_error: 'The embedding service answered 429 (e429).' })
    expect(await world.turn()).toMatchObject({ kind: 'more' })
    expect(await world.asked()).toHaveLength(1)
    const after = await world.backfill()
    expect(after).toMatchObject({ done: 13 })
    expect(after).not.toHaveProperty('last_error')
    expect(after).not.toHaveProperty('paused_until')
  })

  it('waits longer each time for a service that fails, and asks on', async () => {
    const world = await embeddedShopWith(rows, 'status=500,status=503,status=401,ok')
    const pauses: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const outcome = await world.turn()
      pauses.push(outcome.kind === 'more' ? outcome.afterMs : 0)
      await world.passTime()
    }
    expect(pauses[1]).toBeGreaterThan((pauses[0] ?? 0) * 1.5)
    expect(pauses[2]).toBeGreaterThan((pauses[1] ?? 0) * 1.5)
    expect(await world.backfill()).toMatchObject({ done: 13, failed: 0 })
  })

  it('finds the one text a service objects to, and embeds the rest', async () => {
    const world = await embeddedShopWith(
      [...rows, { id: 'bad', title: 'Poisoned chalice', price: 5 }],
      'picky=chalice',
    )
    expect(await world.backfill()).toMatchObject({ done: 13, failed: 1, total: 14 })
    // Asked again only when its text changes.
    const before = (await world.asked()).length
    await world.backfill()
    expect(await world.asked()).toHaveLength(before)
    await world.shop.importRows('products', [{ id: 'bad', title: 'Silver goblet', price: 5 }])
    expect(await world.backfill()).toMatchObject({ done: 14, failed: 0 })
  })

  it('takes a service that refuses every text for one that is set up wrongly, and waits', async () => {
    const world = await embeddedShopWith(rows, 'status=400')
    const outcome = await world.turn()
    expect(outcome.kind === 'more' && outcome.afterMs).toBeGreaterThan(30_000)
    const { failed, last_error } = await world.status()
    expect(failed).toBeLessThan(5)
    expect(last_error).toContain('400')
  })

  it('waits a day at most, whatever a service asks for', async () => {
    const world = await embeddedShopWith(rows, 'busy=1e12')
    const outcome = await world.turn()
    expect(outcome.kind === 'more' && outcome.afterMs).toBeGreaterThan(23 * 3600_000)
    expect(outcome.kind === 'more' && outcome.afterMs).toBeLessThan(25 * 3600_000)
  })

  it.each(['short', 'holes', 'uneven'])('takes no vector from an answer that is %s', async (script) => {
    const world = await embeddedShopWith(rows, `${script},ok`)
    expect(await world.backfill()).toMatchObject({ done: 13, failed: 0 })
    expect((await world.asked())[0]).toHaveLength(13)
  })

  it('never mixes dimensions: a model that changes them is stopped and named', async () => {
    const world = await embeddedShopWith([sofa], 'ok,dims=32')
    await world.backfill()
    await world.shop.importRows('products', others)
    expect(await world.turn()).toMatchObject({ kind: 'more' })
    expect(await world.status()).toMatchObject({
      dims: 64,
      done: 1,
      last_error: expect.stringContaining('32 dimensions, where 64') as unknown,
    })
  })

  it('begins anew with another model and mixes nothing', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    const changed = world.withModel('dims=48')
    // The new model's query is compared with nothing of the old one's.
    const first = await changed.shop.search('couch')
    expect(first).toMatchObject({ mode: 'keyword', degraded: ['embedder'] })
    expect(await changed.backfill()).toMatchObject({ model: changed.model, dims: 48, done: 13 })
    expect(await changed.shop.search('couch')).toMatchObject({ mode: 'hybrid' })
    expect(await world.shop.search('couch')).toMatchObject({ mode: 'keyword', degraded: ['embedder'] })
  })

  it('never asks faster than the account allows', async () => {
    const slow = { EMBED_REQUESTS_PER_MINUTE: '6', EMBED_TOKENS_PER_MINUTE: '600' }
    const world = await embeddedShopWith(rows, 'ok', slow)
    const outcome = await world.turn()
    // A sixth of a minute's tokens at once: a hundred, which is some ten of these texts.
    const [first] = await world.asked()
    expect(first?.length).toBeLessThan(13)
    expect(outcome.kind === 'more' && outcome.afterMs).toBeGreaterThan(1_500)
    expect(await world.asked()).toHaveLength(1)
  })

  it('gives the room of removed products to new ones', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    for (const row of others.slice(0, 6)) {
      await world.shop.admin(`${paths.products}/${String(row['id'])}`, { method: 'DELETE' })
    }
    await world.backfill()
    await world.shop.importRows('products', [{ id: 'new', title: 'Porcelain cup', price: 9 }])
    await world.backfill()
    const slots = await world.shop.inside((_, { storage }) =>
      storage.sql.exec<{ n: number }>('SELECT next_slot AS n FROM vector_state').one(),
    )
    expect(slots.n).toBe(13)
    expect(await world.shop.find('mug')).toContain('new')
  })
})

describe('a search by meaning', () => {
  it('finds what no word of the query names, in any language', async () => {
    const world = await embeddedShopWith(rows)
    // Lateness is tested where it is meant.
    await world.shop.settings({ models: { embed_deadline_ms: 1_000 } })
    await world.backfill()
    for (const query of ['snugglesit', '몽실자리', 'まどろみ台']) {
      const answer = await world.shop.search(query)
      expect(answer.mode).toBe('hybrid')
      expect(answer.hits[0]?.id).toBe('sofa')
      expect(answer).not.toHaveProperty('degraded')
    }
    const { explanation } = await (
      await world.shop.admin(`${paths.adminSearch}/explain`, { parameters: { q: 'snugglesit' } })
    ).json<{ explanation: { candidates: { id: string; text_score: number; nearness: number }[] } }>()
    expect(explanation.candidates[0]).toMatchObject({ id: 'sofa', text_score: 0 })
    expect(explanation.candidates[0]?.nearness).toBeGreaterThan(0)
  })

  it('leaves a query that titles answer to its words', async () => {
    const covers = ['Grey', 'Blue', 'Red'].map((color) => ({
      id: color,
      title: `${color} couch cover`,
      price: 30,
    }))
    const world = await embeddedShopWith([...rows, ...covers])
    await world.backfill()
    const answer = await world.shop.search('couch cover')
    expect(answer).toMatchObject({ mode: 'keyword' })
    expect(answer).not.toHaveProperty('degraded')
    expect(answer.hits.slice(0, 3).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['Grey', 'Blue', 'Red']),
    )
  })

  it('holds every limit: budget, filter, market, visibility, adult goods, exclusions', async () => {
    const many: Row[] = [
      { ...sofa, id: 'dear', price: 900, brand: 'Nest' },
      { ...sofa, id: 'cheap', price: 90, brand: 'Other' },
      { ...sofa, id: 'leather', title: 'Leather sofa', price: 90, brand: 'Nest' },
      { ...sofa, id: 'hidden', visibility: 'hidden' },
      { ...sofa, id: 'adult', adult: true },
    ]
    const world = await embeddedShopWith([...many, ...others])
    await world.backfill()
    const sofas = async (query: string, parameters = {}) =>
      (await world.shop.find(query, parameters)).filter((id) => !id.startsWith('other-')).toSorted()
    expect(await sofas('couch')).toEqual(['cheap', 'dear', 'leather'])
    expect(await sofas('couch under $100')).toEqual(['cheap', 'leather'])
    expect(await sofas('couch not leather')).toEqual(['cheap', 'dear'])
    expect(await sofas('couch', { 'filter[brand]': 'Nest' })).toEqual(['dear', 'leather'])
    expect(await sofas('couch', { adult: 1 })).toEqual(['adult', 'cheap', 'dear', 'leather'])
    await world.shop.importRows('products', [{ ...sofa, id: 'cheap', visibility: 'hidden', price: 90 }])
    expect(await sofas('couch')).toEqual(['dear', 'leather'])
  })

  it('shows no product of another market', async () => {
    const markets = [
      { id: 'us', locale: 'en', currency: 'USD' },
      { id: 'kr', locale: 'ko', currency: 'KRW' },
    ] as const
    const created = await createShop({ markets: [...markets] })
    await created.importRows('products', [sofa], { market: 'us' })
    await created.importRows('products', [{ ...sofa, id: 'kr-sofa', price: 400_000 }], { market: 'kr' })
    const world = (await embeddedShopWith([])).of(created)
    await world.backfill()
    expect(await world.shop.find('couch', { market: 'us' })).toEqual(['sofa'])
    expect(await world.shop.find('couch', { market: 'kr' })).toEqual(['kr-sofa'])
  })

  it('sorted by price is by words alone', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    const asked = (await world.asked()).length
    expect(await world.shop.search('couch', { sort: 'price_asc' })).toMatchObject({
      mode: 'keyword',
      total: 0,
    })
    expect(await world.asked()).toHaveLength(asked)
  })

  it('asks for the vector of a wish once', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    const before = (await world.asked()).length
    for (const query of ['calm couch', 'Calm  couch', 'calm couch under $500']) await world.shop.search(query)
    expect((await world.asked()).slice(before)).toEqual([['calm couch']])
    // Another isolate has no memory of it, the data centre has.
    const vector = await world.embeddings.cache.find(world.model, 'calm couch')
    expect(vector?.dims).toBe(64)
  })

  it('answers by words in time when the embedder is late, and by meaning the next time', async () => {
    const world = await embeddedShopWith(rows, 'ok,slow=600')
    await world.backfill()
    const begun = Date.now()
    expect(await world.shop.search('couch')).toMatchObject({ mode: 'keyword', degraded: ['embedder'] })
    expect(Date.now() - begun).toBeLessThan(500)
    await eventually(async () => (await world.shop.search('couch')).mode).toBe('hybrid')
  })

  it.each(['status=500', 'prose', 'zeros', 'dims=32'])(
    'answers by words when the embedder says %s',
    async (script) => {
      const world = await embeddedShopWith(rows, `ok,${script}`)
      await world.backfill()
      const answer = await world.shop.search('velvet for the evening')
      expect(answer).toMatchObject({ mode: 'keyword', degraded: ['embedder'] })
      expect(answer.hits.map(({ id }) => id)).toContain('sofa')
    },
  )

  it('waits for no vector where the merchant has said so', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    const before = (await world.asked()).length
    await world.shop.settings({ models: { embed_deadline_ms: 0 } })
    const answer = await world.shop.search('couch')
    expect(answer).toMatchObject({ mode: 'keyword' })
    expect(answer).not.toHaveProperty('degraded')
    expect(await world.asked()).toHaveLength(before)
  })

  it('is left out, and said to be, in a shop that has outgrown its own scan', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    await world.shop.inside((_, { storage }) => {
      storage.sql.exec('UPDATE vector_state SET next_slot = ?', VECTORS_MOST + 1)
    })
    expect(await world.shop.search('couch')).toMatchObject({ mode: 'keyword', degraded: ['embedder'] })
    expect(await world.status()).toMatchObject({ scan: 'too_many' })
    // Four times the dimensions fill the memory with a quarter of the vectors.
    expect(isComparedHere({ next_slot: VECTORS_MOST, dims: 1_024 })).toBe(true)
    expect(isComparedHere({ next_slot: VECTORS_MOST / 4, dims: 4_096 })).toBe(true)
    expect(isComparedHere({ next_slot: VECTORS_MOST / 2, dims: 4_096 })).toBe(false)
  })

  it('says in the stream, too, that it went by meaning', async () => {
    const world = await embeddedShopWith(rows)
    await world.backfill()
    const events = await world.shop.searchStream('couch')
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { mode: 'hybrid' } })
  })
})

describe('the job', () => {
  const jobOf = async ({ shop }: EmbeddedShop) =>
    shop.inside((_, { storage }) =>
      storage.sql
        .exec<{ due_at: number }>(`SELECT due_at FROM job WHERE name = 'vectors'`)
        .toArray()
        .map(({ due_at }) => due_at),
    )
  /** Once the tests' own worker, which has no embedder, has put the import's job away. */
  const whenIdle = async (world: EmbeddedShop) => {
    await eventually(async () => {
      await runDurableObjectAlarm(world.shop.stub)
      return jobOf(world)
    }).toEqual([])
  }
  const messageTo = ({ shop }: EmbeddedShop) => ({ body: { shop: shop.id, job: 'vectors' } })

  it('is put in line by an import and by a product, and ends without an embedder', async () => {
    const world = await embeddedShopWith(rows)
    await whenIdle(world)
    const put = { method: 'PUT', body: JSON.stringify({ title: 'Cup', price: 1 }) }
    await world.shop.admin(`${paths.products}/x`, put)
    expect(await jobOf(world)).toHaveLength(1)
    await whenIdle(world)
  })

  it('is done by one message, and then gone', async () => {
    const world = await embeddedShopWith(rows)
    await whenIdle(world)
    await world.services.vectors.requestVectors(world.shop.id)
    expect(await jobOf(world)).toHaveLength(1)
    await consumeJobs(world.services, [messageTo(world), messageTo(world)])
    expect(await world.status()).toMatchObject({ done: 13 })
    expect(await jobOf(world)).toEqual([])
  })

  it('waits in the shop as long as the service asks, whoever asks again before', async () => {
    const world = await embeddedShopWith(rows, 'busy=40')
    await whenIdle(world)
    await consumeJobs(world.services, [messageTo(world)])
    const [dueAt = 0] = await jobOf(world)
    expect(dueAt - Date.now()).toBeGreaterThan(35_000)
    await world.services.vectors.requestVectors(world.shop.id)
    expect(await jobOf(world)).toEqual([dueAt])
  })

  it('comes again by itself when a consumer is killed with a batch out', async () => {
    const world = await embeddedShopWith(rows)
    await whenIdle(world)
    const { vectors } = world.services
    const rates = { requestsPerMinute: 1000, tokensPerMinute: 1_000_000 }
    await vectors.nextVectorWork(world.shop.id, { model: world.model, most: 5, rates, now: Date.now() })
    const [dueAt = 0] = await jobOf(world)
    expect(dueAt - Date.now()).toBeGreaterThan(50_000)
    expect(dueAt - Date.now()).toBeLessThan(70_000)
  })

  it('of one shop that breaks stops no other, and nothing is lost', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const [broken, sound] = [await embeddedShopWith(rows), await embeddedShopWith(rows)]
    const { vectors } = sound.services
    const services = {
      ...sound.services,
      vectors: {
        ...vectors,
        nextVectorWork: (shop: string, request: WorkRequest) =>
          shop === broken.shop.id
            ? Promise.reject(new Error('the connection broke'))
            : vectors.nextVectorWork(shop, request),
      },
    }
    const unknown = [
      { body: { shop: 1 } },
      { body: null },
      { body: { shop: 'nosuchshop12', job: 'vectors' } },
    ]
    await consumeJobs(services, [...unknown, messageTo(broken), messageTo(sound)])
    expect(await sound.status()).toMatchObject({ done: 13 })
    expect(await broken.status()).toMatchObject({ done: 0 })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  it('stops for no other shop’s broken sync', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const world = await embeddedShopWith(rows)
    const broke = () => Promise.reject(new Error('the object broke'))
    const services = {
      ...world.services,
      searchIndex: createMeilisearchIndex({ url: 'http://127.0.0.1:9', key: undefined }),
      sync: { ...world.services.sync, next: broke, release: broke },
    }
    await consumeJobs(services, [{ body: { shop: 'nosuchshop12', job: 'sync' } }, messageTo(world)])
    expect(await world.status()).toMatchObject({ done: 13 })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  it('is asked for by a search that has a vector and nothing to compare it with', async () => {
    const world = await embeddedShopWith(rows)
    await whenIdle(world)
    expect(await world.shop.search('snugglesit')).toMatchObject({ degraded: ['embedder'] })
    await eventually(() => jobOf(world)).toHaveLength(1)
  })
})

it('without an embedder the shop says so and searches by words', async () => {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  await shop.importRows('products', rows)
  const status = await (await shop.admin(paths.vectors)).json()
  expect(status).toMatchObject({ configured: null, model: null, done: 0, total: 13 })
  const answer = await shop.search('couch')
  expect(answer).toMatchObject({ mode: 'keyword' })
  expect(answer).not.toHaveProperty('degraded')
  expect((await call(paths.vectors)).status).toBe(401)
})
