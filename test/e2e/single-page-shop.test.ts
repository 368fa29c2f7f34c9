import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { readHostPage } from '../support/serve-host-pages.ts'
import { shopOn } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

const NAVIGATIONS = 50

async function visitShop() {
  const page = await world.openTab()
  const tag = snippet(world.edge, world.shops.en.public_key)
  const html = await readHostPage('single-page-shop', { tag })
  await page.goto(world.hostPages.put('/', { html }))
  const shop = shopOn(page, 'en')
  await shop.loaded()
  const heading = page.getByRole('heading', { level: 1 })
  return {
    ...shop,
    heading,
    next: async (): Promise<void> => {
      const number = Number((await heading.innerText()).replace(/\D/g, ''))
      await page.getByRole('link', { name: 'Next page' }).click()
      await eventually(() => heading.innerText()).toBe(`Page ${number + 1}`)
    },
    searchAndClose: async (words: string): Promise<void> => {
      await shop.open()
      await shop.overlay.ask(words)
      await page.keyboard.press('Escape')
      await shop.overlay.dialog.waitFor({ state: 'detached' })
      // Closing takes our entry off the history, which is not done at once.
      await eventually(() => page.evaluate(() => 'aisle' in (history.state as object))).toBe(false)
    },
  }
}

/** What the page holds after its rubbish is taken out. */
async function holdings(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // Twice: what finalisers free is collected only the second time.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    heapKb: Math.round(metric('JSHeapUsedSize') / 1000),
  }
}

test('fifty pages with a search on each leave no more behind than ten', async () => {
  const { page, next, searchAndClose } = await visitShop()
  const entries = await page.evaluate(() => history.length)
  const held: Awaited<ReturnType<typeof holdings>>[] = []
  for (let page_ = 1; page_ <= NAVIGATIONS; page_++) {
    await next()
    await searchAndClose(page_ % 2 ? 'gift' : 'cozy')
    if (page_ === 10 || page_ === NAVIGATIONS) held.push(await holdings(page))
  }
  const [tenth, fiftieth] = held
  console.log(`after 10 pages ${JSON.stringify(tenth)}, after ${NAVIGATIONS} ${JSON.stringify(fiftieth)}`)
  expect(fiftieth?.nodes).toBeLessThanOrEqual(tenth?.nodes ?? 0)
  expect(fiftieth?.listeners).toBeLessThanOrEqual(tenth?.listeners ?? 0)
  expect(await page.locator('aisle-root').count()).toBe(1)
  // One entry a page; ours is left as the way forward of the last one, until the shopper goes on.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + NAVIGATIONS + 1)
  expect(await page.evaluate(() => history.state as unknown)).toEqual({ page: NAVIGATIONS, scroll: { y: 0 } })
})

test('Back and forward go from page to page as the router left them, search or not', async () => {
  const { page, heading, next, open, overlay, searchAndClose } = await visitShop()
  for (let times = 0; times < 3; times++) {
    await next()
    await searchAndClose('gift')
  }
  for (const number of [2, 1, 0]) {
    await page.goBack()
    await eventually(() => heading.innerText()).toBe(`Page ${number}`)
    expect(await page.evaluate(() => (history.state as { page: number }).page)).toBe(number)
  }
  await page.goForward()
  await eventually(() => heading.innerText()).toBe('Page 1')

  // While it is open, Back closes it; the router sees the page it was on.
  await open()
  expect(await page.evaluate(() => history.state as unknown)).toMatchObject({ page: 1, scroll: { y: 0 } })
  await page.goBack()
  await overlay.dialog.waitFor({ state: 'detached' })
  expect(await heading.innerText()).toBe('Page 1')
  expect(new URL(page.url()).pathname).toBe('/page/1')
  await next()
  expect(await page.evaluate(() => history.state as unknown)).toEqual({ page: 2, scroll: { y: 0 } })
})
