import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { startScriptedModelServer } from '../support/scripted-model-server.ts'
import { visitStore } from './models/demo-store.ts'

const model = await startScriptedModelServer('reverse')
const world = await startWorld({ variables: { LLM_BASE_URL: model.url, LLM_MODEL: 'scripted-1' } })
afterAll(async () => {
  await world.close()
  await model.close()
})
afterEach(() => {
  model.queue.length = 0
  expect(world.takePageErrors()).toEqual([])
})

const SENTENCE = 'something cozy for a rainy night in'

declare global {
  interface Window {
    /** Ids of the cards, at every moment they changed. */
    orders?: string[][]
  }
}

/** Keeps every order the list has been shown in. */
const watchOrders = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const orders: string[][] = []
    window.orders = orders
    const look = (): void => {
      const cards = document.querySelector('aisle-root')?.shadowRoot?.querySelectorAll('[data-id]') ?? []
      const ids = [...cards].map((card) => card.getAttribute('data-id') ?? '')
      if (ids.length && ids.join() !== orders.at(-1)?.join()) orders.push(ids)
      requestAnimationFrame(look)
    }
    look()
  })

const orders = (page: Page): Promise<string[][]> => page.evaluate(() => window.orders ?? [])

/** What a request for an order leads to: `order` when the model had one, then `done`. */
const streamEnded = (page: Page) =>
  page.waitForEvent('requestfinished', (request) => request.url().includes('/v1/search'))

async function visit() {
  const store = await visitStore(world, 'en')
  await store.open()
  await watchOrders(store.page)
  return store
}

test('a fast order is applied by itself before the shopper has begun to look', async () => {
  const { page, overlay } = await visit()
  const ended = streamEnded(page)
  await overlay.words.fill(SENTENCE)
  await ended
  await eventually(async () => (await orders(page)).length).toBe(2)
  const [first = [], second = []] = await orders(page)
  expect(second).toHaveLength(first.length)
  expect(second).not.toEqual(first)
  expect(await overlay.better.count()).toBe(0)
  expect(model.requests.at(-1)?.body.model).toBe('scripted-1')
})

test('results do not wait for the model, and an order after the shopper began is offered, not made', async () => {
  const { page, overlay } = await visit()
  const [answer, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  model.holdUntil(answer.promise, held.resolve)
  const ended = streamEnded(page)
  await overlay.words.fill(SENTENCE)
  await overlay.cards.first().waitFor()
  await held.promise
  await page.keyboard.press('ArrowDown')
  answer.resolve()
  await ended
  await overlay.better.waitFor()
  expect(await orders(page)).toHaveLength(1)
  expect(await overlay.cards.first().getAttribute('aria-selected')).toBe('true')
  await eventually(() => overlay.status.innerText()).toBe(overlay.texts.better)
})
