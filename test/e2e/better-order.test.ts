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
afterEach(async () => {
  model.queue.length = 0
  await world.endVisits()
})

const SENTENCE = 'something cozy for a rainy night in'

/** Longer than a test needs to touch the list once the results are there. */
const SLOW = 'reverse-after=900'

declare global {
  interface Window {
    /** Ids of the cards, in every order they have been shown. */
    orders?: string[][]
  }
}

const watchOrders = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const orders: string[][] = []
    window.orders = orders
    const root = document.querySelector('aisle-root')?.shadowRoot
    if (!root) throw new Error('there is no overlay to watch')
    new MutationObserver(() => {
      const ids = [...root.querySelectorAll('[data-id]')].map((card) => card.getAttribute('data-id') ?? '')
      if (ids.length && ids.join() !== orders.at(-1)?.join()) orders.push(ids)
    }).observe(root, { childList: true, subtree: true, attributeFilter: ['data-id'] })
  })

const orders = (page: Page): Promise<string[][]> => page.evaluate(() => window.orders ?? [])

/** Asks with the page's clock at a stand, so that no order is ever late but by the test's own word. */
async function askTimelessly(sentence = SENTENCE) {
  const { page, overlay, open } = await visitStore(world, 'en', { reducedMotion: 'reduce' })
  await open()
  await watchOrders(page)
  await page.clock.install()
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
  const ended = page.waitForEvent('requestfinished', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    return pathname === '/v1/search' && !searchParams.has('typing')
  })
  await overlay.words.fill(sentence)
  await page.clock.runFor(200)
  await overlay.cards.first().waitFor()
  // Half a wish is shown to no model.
  await page.keyboard.press('Enter')
  return { page, overlay, ended }
}

/** Where the first card stands on the screen. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const card = document.querySelector('aisle-root')?.shadowRoot?.querySelector('[data-id]')
    const { x = 0, y = 0 } = card?.getBoundingClientRect() ?? {}
    return `${card?.getAttribute('data-id')} at ${x}, ${y}`
  })

test('results come before the model’s order, which is applied by itself while nobody has touched them', async () => {
  model.queue.push(SLOW)
  const { page, overlay, ended } = await askTimelessly()
  const [first = []] = await orders(page)
  expect(await orders(page)).toHaveLength(1)
  await ended
  await eventually(async () => (await orders(page)).length).toBe(2)
  const second = await overlay.ids()
  expect(second).toHaveLength(first.length)
  expect(second).not.toEqual(first)
  expect(await overlay.better.count()).toBe(0)
  expect(model.requests.at(-1)?.body.model).toBe('scripted-1')
})

test.each([
  ['by a key', (page: Page) => page.keyboard.press('ArrowDown')],
  ['by the pointer', (page: Page) => page.mouse.move(640, 500)],
  // Without a pointer over the list, which would be a touch of its own.
  [
    'by scrolling',
    (page: Page) => page.locator('aisle-root .main').evaluate((main) => main.scrollTo(0, 120)),
  ],
])('once the list is touched %s nothing moves by itself: a better order is offered', async (_name, touch) => {
  model.queue.push(SLOW)
  const { page, overlay, ended } = await askTimelessly()
  await touch(page)
  const before = await place(page)
  await ended
  await overlay.better.waitFor()
  expect(await place(page)).toBe(before)
  expect(await orders(page)).toHaveLength(1)
  await eventually(() => overlay.status.innerText()).toBe(overlay.texts.better)

  await overlay.better.click()
  await eventually(async () => (await orders(page)).length).toBe(2)
  expect(await overlay.better.count()).toBe(0)
  const main = overlay.dialog.locator('.main')
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
})

test('an order that comes after the shopper began to read is offered, not made', async () => {
  model.queue.push(SLOW)
  const { page, overlay, ended } = await askTimelessly()
  await page.clock.runFor(400)
  await ended
  await overlay.better.waitFor()
  expect(await orders(page)).toHaveLength(1)
})

test('a model that never answers costs nothing: no pill, no spinner, the results stay', async () => {
  // Neither for words nor for an order; a sentence whose order nobody has been given before.
  model.queue.push('stall', 'stall')
  const { page, overlay, ended } = await askTimelessly('a cozy blanket for long rainy evenings')
  await ended
  expect(await overlay.dialog.locator('[aria-busy=true]').count()).toBe(0)
  expect(await overlay.better.count()).toBe(0)
  expect(await orders(page)).toHaveLength(1)
})
