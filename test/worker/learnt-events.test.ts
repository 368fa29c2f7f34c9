import { expect, test } from 'vitest'
import { paths } from '../../worker/contract/vocabulary.ts'
import { batchOf, send, view } from './support/event-shop.ts'
import { createShop, type TestShop } from './support/worker-shop.ts'

/** What pages send teaches the recommender, and what is erased is taken from it. */

const MINUTE_MS = 60_000

async function shopOfCups(): Promise<TestShop> {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  await shop.importRows(
    'products',
    Array.from({ length: 8 }, (_, row) => ({ id: `cup-${row}`, title: `Cup ${row}`, price: 10 })),
  )
  return shop
}

const recommended = async (shop: TestShop, product: string): Promise<string[]> => {
  const found = await shop.inside((object) =>
    object.recommendProducts({ recent: [{ product, at: Date.now() }], current: product, session: null }, 5, {
      market: 'main',
      adult: false,
      repeats: 'leave_out',
      exclude: [],
      diversity: null,
      exploration: 0,
    }),
  )
  return (found?.products ?? []).map(({ id }) => id)
}

const sessions = (shop: TestShop) => shop.inside((object) => object.recommenderState()?.sessions)

/** Two cups looked at one after the other. */
const visit = (visitor: string, session: string, cups: readonly [string, string], more: object = {}) => {
  const [first, second] = cups
  const events = [view(first, { time: Date.now() - MINUTE_MS }), view(second)]
  return { ...batchOf(events), visitor, session, ...more }
}

test('what shoppers look at together is recommended at once, however often a page repeats it', async () => {
  const shop = await shopOfCups()
  const batch = visit('anna', 's1', ['cup-1', 'cup-2'])
  await Promise.all(Array.from({ length: 10 }, () => send(shop, batch)))
  expect(await sessions(shop)).toBe(1)
  expect((await recommended(shop, 'cup-1'))[0]).toBe('cup-2')
})

test('who is erased has taught nothing, before consent neither; others have', async () => {
  const shop = await shopOfCups()
  await send(shop, visit('anna', 's1', ['cup-1', 'cup-2'], { consent: 'denied' }))
  await send(shop, visit('anna', 's1', ['cup-2', 'cup-3']))
  await send(shop, visit('bert', 's2', ['cup-1', 'cup-4']))
  expect(await sessions(shop)).toBe(2)
  expect(await recommended(shop, 'cup-1')).toEqual(expect.arrayContaining(['cup-2', 'cup-4']))
  expect((await shop.admin(`${paths.visitors}/anna`, { method: 'DELETE' })).status).toBe(200)
  expect(await sessions(shop)).toBe(1)
  expect((await recommended(shop, 'cup-1'))[0]).toBe('cup-4')
  expect(await recommended(shop, 'cup-1')).not.toContain('cup-2')
})
