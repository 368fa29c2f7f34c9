import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { readHostPage } from '../support/serve-host-pages.ts'
import { startTroubledEdge, type Trouble } from '../support/troubled-edge.ts'
import { shopOn, visitStore } from './models/demo-store.ts'

const edge = await startTroubledEdge()
const world = await startWorld({ front: edge })
afterAll(async () => {
  await world.close()
  await edge.close()
})
afterEach(async () => {
  edge.misbehave()
  edge.release()
  await edge.comeBack()
  await world.endVisits()
})

/** More words than any title has: only an untouched form hands them on as they are. */
const WORDS = 'lamp & shade, 20%'

/** After this long without settings or chunks the loader gives the visit's attempt up. */
const LOAD_MAX_MS = 3000

const asked = (path: string): number => edge.requests.filter((request) => request.startsWith(path)).length

/** A page of the English store, whether or not the loader gets there. */
async function visitWithout() {
  const page = await world.openTab()
  await page.goto(`${world.storefront}/en/`, { waitUntil: 'domcontentloaded' })
  return shopOn(page, 'en')
}

const failures = (page: Page) => page.evaluate(() => Number(sessionStorage.getItem('aisle-failures')))

/** Longer than the overlay takes to open once everything it needs has come. */
const opensByThen = () => pause(300)

/** The words the shop's own results page was asked for, once it is there. */
async function wordsAtShopResults(page: Page): Promise<string | null> {
  await page.waitForURL(`${world.storefront}/en/search?**`, { waitUntil: 'domcontentloaded' })
  return new URL(page.url()).searchParams.get('q')
}

/**
 * What a shopper does when nothing of ours is there; gives the words that arrive at the shop's results page.
 *
 * @param settled waits until nothing of ours can come any more
 */
async function searchesInShop(
  { page, field, overlay }: ReturnType<typeof shopOn>,
  settled?: () => Promise<unknown>,
): Promise<string | null> {
  await field.click()
  await page.keyboard.type(WORDS)
  await settled?.()
  expect(await overlay.isOpen()).toBe(false)
  expect(await field.inputValue()).toBe(WORDS)
  await page.keyboard.press('Enter')
  return wordsAtShopResults(page)
}

describe('the shop’s own search works as before', () => {
  test('when the edge refuses connections from the start', async () => {
    await edge.goDown()
    expect(await searchesInShop(await visitWithout())).toBe(WORDS)
  })

  test('when the edge goes down behind the loader', async () => {
    const store = await visitStore(world, 'en')
    await edge.goDown()
    expect(await searchesInShop(store, () => eventually(() => failures(store.page)).toBeGreaterThan(0))).toBe(
      WORDS,
    )
  })

  test('when the edge accepts and never answers', async () => {
    edge.misbehave({ path: '/', by: 'silence' })
    expect(await searchesInShop(await visitWithout())).toBe(WORDS)
  })

  test('when the loader comes and then nothing more', async () => {
    const store = await visitStore(world, 'en')
    edge.misbehave({ path: '/', by: 'silence' })
    expect(await searchesInShop(store)).toBe(WORDS)
  })

  test('when the settings come after more than three seconds: too late to take the shopper’s place', async () => {
    const { page, field, overlay } = await visitStore(world, 'en')
    edge.misbehave({ path: '/v1/config', by: 'delay', ms: LOAD_MAX_MS + 200 })
    const answered = page.waitForResponse((response) => response.url().includes('/v1/config'))
    await field.click()
    await page.keyboard.type(WORDS)
    await answered
    await opensByThen()
    expect(await overlay.isOpen()).toBe(false)
    expect(await field.inputValue()).toBe(WORDS)
    await page.keyboard.press('Enter')
    expect(await wordsAtShopResults(page)).toBe(WORDS)
  })

  test('when the loader was cut short, which raises one syntax error and no more', async () => {
    edge.misbehave({ path: '/aisle.js', by: 'cutting' })
    const store = await visitWithout()
    await eventually(() => asked('/aisle.js')).toBeGreaterThan(0)
    expect(await searchesInShop(store)).toBe(WORDS)
    expect(await store.page.evaluate(() => typeof window.Aisle)).toBe('undefined')
    // The results page carries the same tag: it has its say before the page counts as loaded.
    await store.page.waitForLoadState()
    const errors = world.takePageErrors()
    expect(errors.length).toBeGreaterThan(0)
    for (const error of errors) expect(error).toMatch(/SyntaxError/)
  })

  test.each([
    ['the search chunk was cut short', { path: '/w/', by: 'cutting' }],
    ['the search chunk is gone', { path: '/w/', by: 'refusal', status: 404 }],
    ['the settings were cut short', { path: '/v1/config', by: 'cutting' }],
    ['the settings are refused', { path: '/v1/config', by: 'refusal', status: 503 }],
    [
      'the shop is asked too often',
      { path: '/v1/config', by: 'refusal', status: 429, headers: { 'retry-after': '30' } },
    ],
  ] as const satisfies readonly (readonly [string, Trouble])[])('when %s', async (_name, trouble) => {
    edge.misbehave(trouble)
    const store = await visitStore(world, 'en')
    expect(await searchesInShop(store, () => eventually(() => failures(store.page)).toBeGreaterThan(0))).toBe(
      WORDS,
    )
  })

  test.each([
    ['switched the widget off', { off: true }, { off: false }],
    ['lets no visit have it', { ramp: 0 }, { ramp: 100 }],
  ])('when the shop %s', async (_name, settings, back) => {
    await world.changeSettings('en', settings)
    const before = asked('/v1/config')
    expect(await searchesInShop(await visitStore(world, 'en'), opensByThen)).toBe(WORDS)
    expect(asked('/v1/config')).toBe(before + 1)
    await world.changeSettings('en', back)
  })
})

describe('in the open overlay', () => {
  test('a search that is refused keeps the words and shows the way to the shop’s own page', async () => {
    edge.misbehave({ path: '/v1/search', by: 'refusal', status: 503 })
    const { page, overlay, open } = await visitStore(world, 'en')
    await open()
    await overlay.words.fill(WORDS)
    await overlay.heading(overlay.texts.failed).waitFor()
    expect(await overlay.words.inputValue()).toBe(WORDS)
    await overlay.shopSearch.click()
    expect(await wordsAtShopResults(page)).toBe(WORDS)
  })

  test.each([
    ['fails', { path: '/v1/search', by: 'refusal', status: 503 }],
    ['is one too many', { path: '/v1/search', by: 'refusal', status: 429 }],
    ['breaks off', { path: '/v1/search', by: 'cutting' }],
    ['is not answered in a second and a half', { path: '/v1/search', by: 'silence' }],
  ] as const satisfies readonly (readonly [string, Trouble])[])(
    'Enter goes to the shop’s own results when the search %s',
    async (_name, trouble) => {
      edge.misbehave(trouble)
      const { page, overlay, open, home } = await visitStore(world, 'en')
      await open()
      await overlay.words.fill(WORDS)
      await overlay.words.press('Enter')
      expect(await wordsAtShopResults(page)).toBe(WORDS)
      await page.goBack()
      expect(page.url()).toBe(home)
    },
  )

  test('Enter submits the shop’s own form where no address of its results is known', async () => {
    await world.changeSettings('en', { search: { results_url: '' } })
    const tag = snippet(world.edge, world.shops.en.public_key)
    const html = (await readHostPage('plain-shop', { head: '', tag })).replace(
      '<input type="search"',
      '<input type="hidden" name="kind" value="goods" /><input type="search"',
    )
    edge.misbehave({ path: '/v1/search', by: 'silence' })
    const page = await world.openTab()
    const { overlay, open, loaded } = shopOn(page, 'en')
    await page.goto(world.hostPages.put('/', { html }))
    await loaded()
    await open()
    await overlay.words.fill(WORDS)
    await overlay.words.press('Enter')
    await page.waitForURL('**/search?**')
    expect([...new URL(page.url()).searchParams]).toEqual([
      ['kind', 'goods'],
      ['q', WORDS],
    ])
    await world.changeSettings('en', { search: { results_url: `${world.storefront}/en/search?q={query}` } })
  })

  test('“try again” finds goods once the edge is well', async () => {
    edge.misbehave({ path: '/v1/search', by: 'refusal', status: 503 })
    const { overlay, open } = await visitStore(world, 'en')
    await open()
    await overlay.words.fill('gift')
    await overlay.heading(overlay.texts.failed).waitFor()
    edge.misbehave()
    await overlay.button(overlay.texts.retry).click()
    await overlay.cards.first().waitFor()
    expect(await overlay.words.inputValue()).toBe('gift')
  })
})

test('after three failures the visit is left alone, on this page and the next', async () => {
  edge.misbehave({ path: '/v1/config', by: 'refusal', status: 503 })
  const { page, field, overlay, loaded } = await visitStore(world, 'en')
  const before = asked('/v1/config')
  const elsewhere = page.getByRole('heading', { level: 1 })
  for (let tries = 0; tries < 5; tries++) {
    const asking = asked('/v1/config')
    await field.click()
    if (asked('/v1/config') === before + 3) break
    await eventually(() => asked('/v1/config')).toBeGreaterThan(asking)
    await elsewhere.click()
  }
  await eventually(() => page.evaluate(() => sessionStorage.getItem('aisle-failures'))).toBe('3')
  edge.misbehave()
  const settled = edge.requests.length
  await elsewhere.click()
  await field.click()
  await page.keyboard.type('gift')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/en/search?q=gift')
  await loaded()
  await field.click()
  await page.keyboard.type('s')
  await page.keyboard.press('Control+k')
  await page.evaluate(() => window.Aisle?.open('gift'))
  expect(await overlay.isOpen()).toBe(false)
  // The tag itself, where the browser does not keep it, and nothing else.
  expect(edge.requests.slice(settled).filter((path) => path !== '/aisle.js')).toEqual([])

  const another = await visitStore(world, 'en')
  await another.open()
  expect(await another.overlay.isOpen()).toBe(true)
})
