import { describe, expect, test, vi } from 'vitest'
import { runDurableObjectAlarm } from 'cloudflare:test'
import { catalogueList, product } from '../../worker/contract/catalogue.ts'
import { searchRequest } from '../../worker/contract/search.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { Found } from '../../worker/ports/retriever.ts'
import { planSearch } from '../../worker/search/plan-search.ts'
import { counts, cups } from './support/cups.ts'
import { createShop, errorOf, type Row, type TestShop } from './support/worker-shop.ts'

/** Ids of every hit of a query, over all pages. */
async function findAll(shop: TestShop, query: string): Promise<string[]> {
  const { total } = await shop.search(query)
  const pages = await Promise.all(
    Array.from({ length: Math.ceil(total / 100) }, (_, page) =>
      shop.find(query, { limit: 100, offset: page * 100 }),
    ),
  )
  return pages.flat()
}

/** A search as it would be answered at another time, milliseconds since the epoch. */
async function searchAt(shop: TestShop, query: string, now: number, filter?: string): Promise<Found> {
  return shop.inside((object) => {
    const record = object.read()
    if (!record) throw new Error('no shop')
    const request = searchRequest.parse({ q: query, filters: filter === undefined ? {} : { price: filter } })
    const plan = planSearch(request, record, { now, cards: 0, explain: false })
    if (!plan.ok) throw new Error(plan.error.message)
    const found = object.search(plan.value, Number.POSITIVE_INFINITY)
    if (!found.ok) throw new Error(found.error.kind)
    return found.value
  })
}

describe('a replacement', () => {
  test('leaves the old goods to shoppers until it is done', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(400))
    const next = cups(400, (row) => ({ title: `장우산 ${row}호` }))
    const id = await shop.post('products', next.map((row) => JSON.stringify(row)).join('\n'), {
      mode: 'replace',
    })
    const alarm = runDurableObjectAlarm(shop.stub)
    const seen = new Set<string>()
    for (;;) {
      const { status } = await shop.status(id)
      const [old, fresh] = [(await shop.search('머그컵')).total, (await shop.search('장우산')).total]
      seen.add(`${old} old, ${fresh} new`)
      if (status !== 'running') break
    }
    await alarm
    await shop.finish(id)
    // The two searches are two moments: between them the new catalogue may have gone live.
    const whole = new Set(['400 old, 0 new', '400 old, 400 new', '0 old, 400 new'])
    expect([...seen].filter((one) => !whole.has(one))).toEqual([])
    expect((await shop.search('장우산')).total).toBe(400)
    expect((await shop.search('머그컵')).total).toBe(0)
  })

  test('removes what it does not bring', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(20))
    const status = await shop.importRows('products', cups(17), { mode: 'replace' })
    expect(counts(status)).toMatchObject({ status: 'done', accepted: 17, changed: 0, removed: 3 })
    expect((await shop.search('머그컵')).total).toBe(17)
  })

  test('of one market leaves the others', async () => {
    const shop = await createShop({
      markets: [
        { id: 'kr', locale: 'ko', currency: 'KRW' },
        { id: 'jp', locale: 'ja', currency: 'JPY' },
      ],
    })
    await shop.importRows('products', cups(120))
    await shop.importRows(
      'products',
      cups(5, () => ({ title: 'マグカップ' })),
      { market: 'jp' },
    )
    await shop.importRows(
      'products',
      cups(5, () => ({ title: 'ティーカップ' })),
      { market: 'jp', mode: 'replace' },
    )
    expect((await shop.search('머그컵')).total).toBe(120)
    expect((await shop.search('ティーカップ', { market: 'jp' })).total).toBe(5)
    expect((await shop.search('マグカップ', { market: 'jp' })).hits.map(({ title }) => title)).not.toContain(
      'マグカップ',
    )
  })

  const drastic: [string, Row[]][] = [
    ['would remove more than a fifth of the goods', cups(79)],
    ['would take the price of more than one in twenty', cups(100, (row) => (row < 6 ? { price: 0 } : {}))],
    [
      'would change more than a fifth of the prices fivefold',
      cups(100, (row) => (row < 21 ? { price: 1 } : {})),
    ],
  ]

  test.each(drastic)('that %s is held, and goes live when accepted', async (_, next) => {
    const shop = await createShop()
    await shop.importRows('products', cups(100))
    const held = await shop.importRows('products', next, { mode: 'replace' })
    expect(held.status).toBe('held')
    expect(held.held_because).toMatch(/ of 100 products .*%/)
    const before = await shop.search('머그컵', { sort: 'price_asc' })
    expect([before.total, before.hits[0]?.price]).toEqual([100, 10_000])

    const accepted = await shop.admin(`${paths.imports}/${held.import}/accept`, { method: 'POST' })
    expect(await accepted.json()).toMatchObject({ status: 'done' })
    const after = await findAll(shop, '머그컵')
    expect(after.toSorted()).toEqual(next.map(({ id }) => String(id)).toSorted())

    const again = await shop.admin(`${paths.imports}/${held.import}/accept`, { method: 'POST' })
    expect(again.status).toBe(409)
    expect((await errorOf(again)).code).toBe('conflict')
  })

  test('at the edge of what is drastic goes live by itself', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(100))
    const edge = cups(80, (row) => (row < 5 ? { price: 0 } : row < 25 ? { price: 1 } : {}))
    expect((await shop.importRows('products', edge, { mode: 'replace' })).status).toBe('done')
    expect((await shop.search('머그컵')).total).toBe(80)
  })

  test('that is discarded leaves everything as it was', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(10))
    const held = await shop.importRows('products', cups(2), { mode: 'replace' })
    const discarded = await shop.admin(`${paths.imports}/${held.import}/discard`, { method: 'POST' })
    expect(await discarded.json()).toMatchObject({ status: 'failed' })
    expect((await shop.search('머그컵')).total).toBe(10)
    const { catalogues } = catalogueList.parse(await (await shop.admin(paths.catalogues)).json())
    expect(catalogues).toHaveLength(1)
    const tables = await shop.inside((_, { storage }) =>
      storage.sql.exec(`SELECT count(DISTINCT catalogue) AS n FROM product`).one(),
    )
    expect(tables).toEqual({ n: 1 })
  })

  test('that was replaced can be restored, reviews that came since included', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(10))
    await shop.importRows(
      'products',
      cups(10, (row) => ({ title: `장우산 ${row}호` })),
      { mode: 'replace' },
    )
    await shop.importRows('reviews', [
      { id: 'r1', product_id: 'cup-3', rating: 5, text: '손잡이가 튼튼해요' },
    ])
    const { catalogues } = catalogueList.parse(await (await shop.admin(paths.catalogues)).json())
    const retired = catalogues.find(({ state }) => state === 'retired')
    const restored = await shop.admin(`${paths.catalogues}/${retired?.id}/restore`, { method: 'POST' })
    expect(restored.status).toBe(204)
    await runDurableObjectAlarm(shop.stub)
    expect((await shop.search('머그컵')).total).toBe(10)
    expect((await shop.search('장우산')).total).toBe(0)
    await vi.waitFor(async () => expect(await shop.find('튼튼')).toEqual(['cup-3']))
  })

  test('keeps the last three before it and no more', async () => {
    const shop = await createShop()
    for (let turn = 0; turn < 6; turn++) {
      await shop.importRows(
        'products',
        cups(3, () => ({ price: 100 + turn })),
        { mode: 'replace' },
      )
    }
    const { catalogues } = catalogueList.parse(await (await shop.admin(paths.catalogues)).json())
    expect(catalogues.map(({ state }) => state)).toEqual(['live', 'retired', 'retired', 'retired'])
    const missing = await shop.admin(`${paths.catalogues}/1/restore`, { method: 'POST' })
    expect(missing.status).toBe(404)
    const live = await shop.admin(`${paths.catalogues}/${catalogues[0]?.id}/restore`, { method: 'POST' })
    expect(live.status).toBe(404)
  })
})

describe('one product', () => {
  test('is written, read, changed and removed by hand', async () => {
    const shop = await createShop()
    const at = `${paths.products}/vase`
    const put = (fields: Row) => shop.admin(at, { method: 'PUT', body: JSON.stringify(fields) })
    const written = product
      .strict()
      .parse(
        await (
          await put({ title: '유리 꽃병', price: '32,000', brand: '온실', attributes: { 소재: '유리' } })
        ).json(),
      )
    expect(written).toMatchObject({ id: 'vase', title: '유리 꽃병', price: 32000, currency: 'KRW' })
    expect(product.parse(await (await shop.admin(at)).json())).toEqual(written)
    expect(await shop.find('꽃병')).toEqual(['vase'])

    await put({ title: '유리 주전자', price: 30000 })
    expect(await shop.find('꽃병')).toEqual([])
    expect((await shop.search('주전자')).hits).toMatchObject([{ id: 'vase', price: 30000 }])

    expect((await shop.admin(at, { method: 'DELETE' })).status).toBe(204)
    expect((await shop.admin(at)).status).toBe(404)
    expect((await shop.admin(at, { method: 'DELETE' })).status).toBe(404)
    expect(await shop.find('주전자')).toEqual([])
  })

  test('is found by a word that nobody had a moment ago, though it was searched for', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(3))
    expect(await shop.find('호리병')).toEqual([])
    const renamed = { title: '호리병', price: 1000 }
    await shop.admin(`${paths.products}/cup-1`, { method: 'PUT', body: JSON.stringify(renamed) })
    expect(await shop.find('호리병')).toEqual(['cup-1'])
  })

  test('that cannot be used is refused by field and changes nothing', async () => {
    const shop = await createShop()
    await shop.importRows('products', cups(1))
    const answer = await shop.admin(`${paths.products}/cup-0`, {
      method: 'PUT',
      body: JSON.stringify({ title: '컵', price: '-5' }),
    })
    expect(answer.status).toBe(422)
    expect(await errorOf(answer)).toMatchObject({ code: 'unprocessable', field: 'price' })
    expect((await shop.search('머그컵')).hits).toMatchObject([{ price: 10_000 }])
  })

  test.each(['a/b', 'ü 1%', '상품.1', "x'; DROP TABLE product; --"])('may be called %j', async (id) => {
    const shop = await createShop()
    const at = `${paths.products}/${encodeURIComponent(id)}`
    const put = await shop.admin(at, { method: 'PUT', body: JSON.stringify({ title: '컵' }) })
    expect(product.parse(await put.json()).id).toBe(id)
    expect(await shop.find('컵')).toEqual([id])
    expect((await shop.admin(at, { method: 'DELETE' })).status).toBe(204)
  })
})

describe('a sale', () => {
  const sale = { price: 20_000, sale_price: 15_000 }
  const june = '2099-06-01T00:00:00+09:00/2099-07-01T00:00:00+09:00'
  const times = {
    before: Date.parse('2099-05-31T23:59:59+09:00'),
    during: Date.parse('2099-06-01T00:00:00+09:00'),
    last: Date.parse('2099-06-30T23:59:59+09:00'),
    after: Date.parse('2099-07-01T00:00:00+09:00'),
  }

  test('counts inside its dates only: shown, filtered and sorted', async () => {
    const shop = await createShop()
    await shop.importRows('products', [
      { id: 'dated', title: '접시', ...sale, sale_price_effective_date: june },
      { id: 'plain', title: '접시', price: 17_000 },
    ])
    const seen: unknown[] = []
    for (const at of [times.before, times.during, times.last, times.after]) {
      const all = await searchAt(shop, '접시', at)
      const cheap = await searchAt(shop, '접시', at, '..16000')
      const dated = all.hits.find(({ id }) => id === 'dated')
      seen.push([
        dated?.price,
        dated?.sale_price,
        dated?.badges?.includes('sale') ?? false,
        cheap.total,
        all.facets.price,
      ])
    }
    const off = [20_000, undefined, false, 0, { min: 17_000, max: 20_000 }]
    const on = [20_000, 15_000, true, 1, { min: 15_000, max: 17_000 }]
    expect(seen).toEqual([off, on, on, off])
  })

  test('without dates counts always, and never when it is dearer', async () => {
    const shop = await createShop()
    await shop.importRows('products', [
      { id: 'on', title: '접시', ...sale },
      { id: 'dearer', title: '접시', price: 10_000, sale_price: 12_000 },
    ])
    const { hits } = await shop.search('접시', { sort: 'price_asc' })
    expect(hits.map(({ id, price, sale_price }) => [id, price, sale_price])).toEqual([
      ['dearer', 10_000, undefined],
      ['on', 20_000, 15_000],
    ])
  })
})
