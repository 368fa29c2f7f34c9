import { afterAll, afterEach, expect, test } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { readHostPage } from '../support/serve-host-pages.ts'
import { shopOn, visitStore } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

test('search works where touching storage throws', async () => {
  const page = await world.openTab()
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
  })
  const { overlay, open, loaded } = shopOn(page, 'en')
  const tag = snippet(world.edge, world.shops.en.public_key)
  await page.goto(world.hostPages.put('/', { html: await readHostPage('plain-shop', { head: '', tag }) }))
  await loaded()
  await open()
  await overlay.ask('gift')
  await overlay.words.press('Enter')
  expect(await overlay.cards.count()).toBeGreaterThan(3)
  await page.keyboard.press('Escape')
  await overlay.dialog.waitFor({ state: 'detached' })
  // What the device cannot keep, the page still does.
  await open()
  await eventually(() => overlay.under(overlay.texts.recent).locator('button.row').allInnerTexts()).toEqual([
    'gift',
  ])
})

test('a script pasted twice makes one widget and one request for its settings', async () => {
  const page = await world.openTab()
  const { overlay, open, loaded } = shopOn(page, 'en')
  const tag = snippet(world.edge, world.shops.en.public_key)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(world.hostPages.put('/', { html: await readHostPage('plain-shop', { head: tag, tag }) }))
  await loaded()
  await open()
  await overlay.ask('gift')
  expect(await page.locator('aisle-root').count()).toBe(1)
  expect(asked.filter((path) => path === '/v1/config')).toHaveLength(1)
  expect(asked.filter((path) => path === '/v1/search')).toHaveLength(1)
})

test('the page’s window gains one name, and what it had is untouched', async () => {
  const page = await world.openTab()
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort())
  const html = await readHostPage('plain-shop', { head: '', tag: '' })
  const { overlay, open, loaded } = shopOn(page, 'en')
  await page.goto(world.hostPages.put('/', { html }))
  const before = await names()
  const tag = snippet(world.edge, world.shops.en.public_key)
  await page.goto(world.hostPages.put('/', { html: html.replace('</body>', `${tag}</body>`) }))
  await loaded()
  await open()
  await overlay.ask('gift')
  await page.keyboard.press('Escape')
  await overlay.dialog.waitFor({ state: 'detached' })
  expect(await names()).toEqual([...before, 'Aisle'].sort())
})

test('the page can open, listen and close by its one name, before anything is loaded', async () => {
  const { page, overlay } = await visitStore(world, 'en')
  const told = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.Aisle?.on('results', ({ query, total }) => resolve(`${query}: ${total > 0}`))
        window.Aisle?.open('gift')
      }),
  )
  await overlay.cards.first().waitFor()
  expect(await told).toBe('gift: true')
  expect(await overlay.words.inputValue()).toBe('gift')
  await page.evaluate(() => window.Aisle?.close())
  await overlay.dialog.waitFor({ state: 'detached' })
})

test('a listener of the page that throws stays the page’s own affair', async () => {
  const { page, overlay, open } = await visitStore(world, 'en')
  await page.evaluate(() => {
    window.Aisle?.on('open', () => {
      throw new Error('the page’s own')
    })
  })
  await open()
  await overlay.ask('gift')
  expect(await overlay.cards.count()).toBeGreaterThan(3)
})
