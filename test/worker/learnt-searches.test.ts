import { describe, expect, test, vi } from 'vitest'
import { suggestResponse } from '../../worker/contract/typing.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { batchOf, count, find, folded, send, view } from './support/event-shop.ts'
import { call, shopWith, type Row, type TestShop } from './support/worker-shop.ts'

const DAY = 24 * 3600 * 1000

const rows: Row[] = [
  { id: 'cup', title: 'Blue cup', price: 10 },
  { id: 'bowl', title: 'Blue bowl', price: 12 },
  { id: 'lamp', title: 'Desk lamp', price: 30 },
]

const english = { locale: 'en', currency: 'USD' } as const

async function popular(shop: TestShop): Promise<string[]> {
  const answer = await call(paths.suggest, { parameters: { key: shop.keys.public_key, q: '' } })
  return suggestResponse
    .parse(await answer.json())
    .queries.filter(({ kind }) => kind === 'popular')
    .map(({ text }) => text)
}

/** Five visitors on two days, as `query_visit` wants them. */
async function choose(shop: TestShop, more: (visitor: number) => Promise<Record<string, unknown>>) {
  for (let visitor = 0; visitor < 5; visitor++) {
    const event = view('cup', {
      name: 'select_item',
      time: Date.now() - (visitor % 2) * DAY,
      ...(await more(visitor)),
    })
    await send(shop, batchOf([event], { visitor: `v${visitor}`, session: `s${visitor}` }))
  }
  await folded(shop)
}

describe('a search that shoppers found something by', () => {
  test('becomes a popular one by the words the page tells, and not before enough have chosen', async () => {
    const shop = await shopWith(rows, english)
    await send(shop, batchOf([view('cup', { name: 'select_item', search: 'blue cup' })]))
    await folded(shop)
    expect(await popular(shop)).toEqual([])
    await choose(shop, async () => ({ search: 'Blue  cup' }))
    await vi.waitFor(async () => {
      await shop.inside((object) => object.saveQueryLists({ queries: [], popular: [] }))
      expect(await popular(shop)).toEqual(['blue cup'])
    })
  })

  test('is known by the id of its answer alone', async () => {
    const shop = await shopWith(rows, english)
    await choose(shop, async (visitor) => {
      const { request_id } = await shop.search('desk lamp', { visitor: `v${visitor}` })
      // The log is written a moment after the answer.
      await vi.waitFor(async () => expect(await count(shop, 'search_log')).toBe(visitor + 1))
      return { request_id, name: 'add_to_cart' }
    })
    expect(
      await find(
        shop,
        'SELECT query_key, count(DISTINCT visitor) AS visitors FROM query_visit WHERE clicked = 1 GROUP BY 1',
      ),
    ).toMatchObject([{ visitors: 5 }])
    expect(await popular(shop)).toEqual(['desk lamp'])
  })

  test('teaches nothing from shoppers who may not be recognised, nor from personal words', async () => {
    const shop = await shopWith(rows, english)
    for (let visitor = 0; visitor < 6; visitor++) {
      const time = Date.now() - (visitor % 2) * DAY
      const event = view('cup', { name: 'select_item', search: 'blue cup', time })
      const personal = view('cup', { name: 'select_item', search: 'cup for 010-1234-5678', time })
      const who = { visitor: `v${visitor}`, session: `s${visitor}` }
      await send(shop, batchOf([event], { ...who, consent: 'denied' }))
      await send(shop, batchOf([personal], who))
    }
    await folded(shop)
    expect([await count(shop, 'query_visit'), await count(shop, 'query_choice')]).toEqual([0, 0])
    expect(await popular(shop)).toEqual([])
    expect(JSON.stringify(await find(shop, 'SELECT detail FROM event'))).not.toContain('1234')
  })
})

describe('what shoppers chose after a search', () => {
  test('says which words of goods join it, once three have chosen', { timeout: 60_000 }, async () => {
    const filler = Array.from({ length: 520 }, (_, at) => ({
      id: `filler-${at}`,
      title: `Steel bolt M${at}`,
      price: 1,
      description: `zinc ${at}`,
    }))
    const likely = Array.from({ length: 12 }, (_, at) => ({
      id: `likely-${at}`,
      title: `Thing ${at}`,
      price: 5,
      description: `for a calm evening with item${at}`,
    }))
    const shop = await shopWith(
      [
        ...filler,
        ...likely,
        { id: 'chosen', title: 'Thing 99', price: 5, description: 'for a calm evening with frankincense' },
        { id: 'alike', title: 'Resin', price: 7, description: 'pure frankincense' },
      ],
      english,
    )
    const search = () => shop.find('calm evening', { limit: 50 })
    const choose = async (visitor: string) => {
      const event = view('chosen', { name: 'select_item', search: 'calm evening' })
      await send(shop, batchOf([event], { visitor, session: visitor }))
      await folded(shop)
    }
    expect(await search()).not.toContain('alike')
    await choose('v1')
    await choose('v2')
    await choose('v2')
    expect(await search()).not.toContain('alike')
    await choose('v3')
    expect(await search()).toContain('alike')
  })
})
