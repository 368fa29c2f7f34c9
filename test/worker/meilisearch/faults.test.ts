import { describe, expect, test } from 'vitest'
import type { SearchResponse } from '../../../worker/contract/search.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { pointAtServer } from '../../../worker/shop/sync/sync-desk.ts'
import { askServer, drained, misbehave, readSync, requestsOf } from '../support/searched-shop.ts'
import { createShop, sendTo, shopWith, type Row, type Send, type TestShop } from '../support/worker-shop.ts'

const teas: readonly Row[] = [
  { id: 'sencha', title: 'Sencha green tea', price: 12 },
  { id: 'hojicha', title: 'Hojicha roasted tea', price: 14.5 },
  { id: 'earl', title: 'Earl Grey black tea', price: 9 },
]
const english = { locale: 'en', currency: 'USD' } as const

const indexOf = (shop: TestShop) => `aisle_${shop.id}_en`

async function syncedShop(): Promise<TestShop> {
  const shop = await shopWith(teas, english)
  await drained(shop)
  return shop
}

/** A worker of its own: with its own memory of what failed, and 300 ms for the server. */
const freshWorker = (): Send => sendTo({ MEILI_BUDGET_MS: '300' })

async function searchThrough(send: Send, shop: TestShop, q: string): Promise<SearchResponse> {
  const address = new URL(paths.search, 'https://aisle.example')
  address.searchParams.set('key', shop.keys.public_key)
  address.searchParams.set('q', q)
  const answer = await send(new Request(address))
  expect(answer.status).toBe(200)
  return answer.json()
}

const idsOf = ({ hits }: SearchResponse) => hits.map(({ id }) => id)

/** Searches until the server takes part again, as shoppers do who know nothing of it. */
async function searchUntilWhole(send: Send, shop: TestShop, q: string): Promise<SearchResponse> {
  for (let turn = 0; turn < 100; turn++) {
    const response = await searchThrough(send, shop, q)
    if (response.degraded === undefined) return response
    await scheduler.wait(150)
  }
  throw new Error('the server never took part again')
}

describe('a search while the server', () => {
  const troubles = [
    ['is stopped', { on: 'search', by: 'closing' }],
    ['is slow', { on: 'search', by: 'silence' }],
    ['answers 503', { on: 'search', by: 'refusal', status: 503 }],
    ['answers 500 with a page of its own', { on: 'search', by: 'refusal', status: 500 }],
    ['refuses the question', { on: 'search', by: 'refusal', status: 400, code: 'invalid_search_filter' }],
  ] as const

  test.each(troubles)('%s is answered by the shop itself, and says so', async (_name, trouble) => {
    const shop = await syncedShop()
    const send = freshWorker()
    const whole = await searchThrough(send, shop, 'tea')
    expect(whole.degraded).toBeUndefined()
    await misbehave(shop.id, trouble)
    const began = Date.now()
    const spoilt = await searchThrough(send, shop, 'tea')
    expect(Date.now() - began).toBeLessThan(2_500)
    expect(spoilt.degraded).toEqual(['meilisearch'])
    expect(idsOf(spoilt)).toEqual(idsOf(whole))
    expect(spoilt.total).toBe(whole.total)
    await misbehave(shop.id)
    expect(idsOf(await searchUntilWhole(send, shop, 'tea'))).toEqual(idsOf(whole))
  })

  test('does not answer is not asked again at once', async () => {
    const shop = await syncedShop()
    const send = freshWorker()
    await misbehave(shop.id, { on: 'search', by: 'silence' })
    for (let turn = 0; turn < 8; turn++) {
      expect((await searchThrough(send, shop, 'tea')).degraded).toEqual(['meilisearch'])
    }
    expect((await requestsOf(shop.id))['search']).toBe(3)
  })

  test('is in trouble, out of it and in trouble again is answered each time', async () => {
    const shop = await syncedShop()
    const send = freshWorker()
    const searches = Array.from({ length: 30 }, async (_, turn) => {
      await scheduler.wait(turn * 20)
      if (turn === 5) await misbehave(shop.id, { on: 'all', by: 'closing' })
      if (turn === 15) await misbehave(shop.id)
      if (turn === 20) await misbehave(shop.id, { on: 'search', by: 'refusal', status: 503 })
      return idsOf(await searchThrough(send, shop, 'sencha'))
    })
    expect(new Set((await Promise.all(searches)).map((ids) => ids.join()))).toEqual(new Set(['sencha']))
  })

  test('has lost the index: it is built again without a hand', async () => {
    const shop = await syncedShop()
    const send = freshWorker()
    await askServer('DELETE', `/indexes/${indexOf(shop)}`)
    await scheduler.wait(300)
    const spoilt = await searchThrough(send, shop, 'sencha')
    expect([spoilt.degraded, idsOf(spoilt)]).toEqual([['meilisearch'], ['sencha']])
    await drained(shop)
    expect(idsOf(await searchUntilWhole(send, shop, 'sencha'))).toEqual(['sencha'])
  })

  test('has had the search key revoked: a new one is made without a hand', async () => {
    const shop = await syncedShop()
    const send = freshWorker()
    const keys = (await askServer('GET', '/keys?limit=1000')) as {
      results: { uid: string; indexes: string[] }[]
    }
    const mine = keys.results.filter(({ indexes }) => indexes.includes(indexOf(shop)))
    expect(mine).toHaveLength(1)
    // The key opens this shop's index and nothing else.
    expect(mine[0]?.indexes).toEqual([indexOf(shop)])
    await scheduler.wait(2_100)
    await askServer('DELETE', `/keys/${mine[0]?.uid ?? ''}`)
    const spoilt = await searchThrough(send, shop, 'sencha')
    expect([spoilt.degraded, idsOf(spoilt)]).toEqual([['meilisearch'], ['sencha']])
    await drained(shop)
    expect(idsOf(await searchUntilWhole(send, shop, 'sencha'))).toEqual(['sencha'])
  })
})

/** A change is made in the middle of trouble; it must arrive, and every search meanwhile must answer. */
describe('a sync while the server', () => {
  const troubles = [
    ['is stopped', { on: 'write', by: 'closing', times: 3 }],
    ['answers 503', { on: 'write', by: 'refusal', status: 503, times: 3 }],
    ['cannot do a task', { on: 'documents', by: 'spoiling', times: 1 }],
    ['loses its answers to documents', { on: 'documents', by: 'losing', times: 2 }],
    ['refuses the installation its key', { on: 'write', by: 'refusal', status: 403, times: 2 }],
    ['loses sight of tasks', { on: 'tasks', by: 'closing', times: 3 }],
  ] as const

  test.each(troubles)('%s loses nothing: a change', async (_name, trouble) => {
    const shop = await syncedShop()
    const send = freshWorker()
    await misbehave(shop.id, trouble)
    await shop.importRows('products', [
      { id: 'sencha', title: 'Gyokuro green tea', price: 30 },
      { id: 'assam', title: 'Assam black tea', price: 7 },
    ])
    expect(idsOf(await searchThrough(send, shop, 'gyokuro'))).toEqual(['sencha'])
    const status = await drained(shop)
    expect(status).toMatchObject({ pending: 0, indexed: 4 })
    expect(status.last_error).toBeUndefined()
    const found = await searchUntilWhole(send, shop, 'black tea')
    expect(idsOf(found).toSorted()).toEqual(['assam', 'earl'])
  })

  test.each([...troubles, ['loses its answer to the swap', { on: 'swap', by: 'losing', times: 1 }]] as const)(
    '%s loses nothing: a first index',
    async (_name, trouble) => {
      const shop = await createShop(english)
      await misbehave(shop.id, trouble)
      await shop.importRows('products', teas)
      expect(await drained(shop)).toMatchObject({ pending: 0, indexed: 3, settings_version: 1 })
      const found = await searchThrough(freshWorker(), shop, 'tea')
      expect([found.degraded, idsOf(found).length]).toEqual([undefined, 3])
    },
  )

  test('has lost the index: everything is there again', async () => {
    const shop = await syncedShop()
    await askServer('DELETE', `/indexes/${indexOf(shop)}`)
    await shop.importRows('products', [{ id: 'assam', title: 'Assam black tea', price: 7 }])
    await drained(shop)
    const found = await searchUntilWhole(freshWorker(), shop, 'tea')
    expect(idsOf(found).toSorted()).toEqual(['assam', 'earl', 'hojicha', 'sencha'])
  })

  test('is in trouble tells the merchant what to do, and what is kept', async () => {
    const shop = await syncedShop()
    await misbehave(shop.id, { on: 'write', by: 'refusal', status: 403, code: 'invalid_api_key' })
    await shop.importRows('products', [{ id: 'assam', title: 'Assam black tea', price: 7 }])
    await expect
      .poll(() => readSync(shop), { timeout: 10_000 })
      .toMatchObject({
        pending: 1,
        syncing: true,
        last_error: { message: expect.stringContaining('MEILI_KEY') as unknown },
      })
    await misbehave(shop.id)
    expect((await drained(shop)).last_error).toBeUndefined()
  })

  test('belongs to a consumer that died: another takes over when its time is up', async () => {
    const shop = await syncedShop()
    expect((await shop.stub.syncNext('gone', 1)).kind).toBe('inspect')
    expect((await shop.stub.syncNext('other', 1)).kind).toBe('busy')
    await shop.inside((_object, state) => {
      state.storage.sql.exec('UPDATE search_server SET lease_until = ?', Date.now() - 1)
    })
    expect((await shop.stub.syncNext('other', 1)).kind).toBe('inspect')
    // What the dead one says when it wakes up is not listened to.
    await shop.stub.syncReport('gone', 'en', { kind: 'inspected', createdAt: null })
    expect((await readSync(shop)).index).toBe(indexOf(shop))
    await shop.stub.syncRelease('other', 1)
  })
})

describe('the outbox', () => {
  const outbox = (shop: TestShop) =>
    shop.inside((_object, state) =>
      state.storage.sql.exec('SELECT market, id FROM outbox ORDER BY seq').toArray(),
    )

  test('holds one row a product, whatever happens to it', async () => {
    const shop = await syncedShop()
    await misbehave(shop.id, { on: 'write', by: 'closing' })
    for (const price of [1, 2, 3]) {
      await shop.importRows('products', [{ id: 'sencha', title: 'Sencha green tea', price }])
    }
    await shop.stub.removeProduct('earl')
    expect((await outbox(shop)).map(({ id }) => id)).toEqual(['sencha', 'earl'])
    await misbehave(shop.id)
    await drained(shop)
    expect(await outbox(shop)).toEqual([])
  })

  test('is not written to once no server is set up, and everything is sent when one is again', async () => {
    const shop = await syncedShop()
    await shop.inside((_object, state) => pointAtServer(state.storage.sql, undefined))
    await shop.importRows('products', [{ id: 'assam', title: 'Assam black tea', price: 7 }])
    expect(await outbox(shop)).toEqual([])
    expect((await readSync(shop)).engine).toBe('embedded')
    await shop.inside((_object, state) => pointAtServer(state.storage.sql, 'http://elsewhere.example'))
    expect(await readSync(shop)).toMatchObject({ engine: 'meilisearch', pending: 4, index: null })
  })

  test('is covered by a build when another catalogue goes live', async () => {
    const shop = await syncedShop()
    await shop.importRows('products', [...teas, { id: 'assam', title: 'Assam black tea' }], {
      mode: 'replace',
    })
    expect(await drained(shop)).toMatchObject({ pending: 0, indexed: 4 })
    expect(idsOf(await searchUntilWhole(freshWorker(), shop, 'assam'))).toEqual(['assam'])
  })
})

describe('building anew', () => {
  test('goes on beside the index in use, and leaves no other behind', async () => {
    const shop = await syncedShop()
    const send = freshWorker()
    const asked = await shop.admin(`${paths.adminSearch}/reindex`, { method: 'POST' })
    expect(asked.status).toBe(202)
    const during = await searchThrough(send, shop, 'tea')
    expect([during.degraded, idsOf(during).length]).toEqual([undefined, 3])
    await drained(shop)
    await scheduler.wait(300)
    const { results } = (await askServer('GET', '/indexes?limit=1000')) as { results: { uid: string }[] }
    expect(results.map(({ uid }) => uid).filter((uid) => uid.includes(shop.id))).toEqual([indexOf(shop)])
  })

  test('is done where the settings are of another version', async () => {
    const shop = await syncedShop()
    await shop.inside((_object, state) => {
      state.storage.sql.exec(`UPDATE search_index SET state = replace(state, '"version":1', '"version":0')`)
    })
    const spoilt = await searchThrough(freshWorker(), shop, 'tea')
    expect([spoilt.degraded, idsOf(spoilt).length]).toEqual([['meilisearch'], 3])
    expect(await drained(shop)).toMatchObject({ settings_version: 1, indexed: 3 })
  })
})
