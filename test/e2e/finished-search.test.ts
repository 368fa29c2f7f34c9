import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { laterMessages } from '../../widget/features/search/later/messages.ts'
import { DEBOUNCE_MS, REST_MS } from '../../widget/features/search/typing.ts'
import { fill } from '../../widget/messages/fill.ts'
import type { Hint, SearchResponse } from '../../worker/contract/search.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { inputMethodOn } from '../support/input-method.ts'
import { visitStore } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

const signs: Readonly<Record<string, string>> = { '1': '…', rest: '.' }

/** Words of every search the page asks for, with `…` while they are being typed and `.` when typing has rested. */
function watchSearches(page: Page): string[] {
  const searches: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname !== '/v1/search') return
    searches.push((searchParams.get('q') ?? '') + (signs[searchParams.get('typing') ?? ''] ?? ''))
  })
  return searches
}

/** Notes everything that changes in the overlay from now on. */
const watchChanges = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const changes: string[] = []
    Object.assign(window, { changes })
    const root = document.querySelector('aisle-root')?.shadowRoot
    if (!root) throw new Error('there is no overlay to watch')
    new MutationObserver((records) => {
      for (const { type, target, attributeName, oldValue } of records)
        // An empty text that is written anew is still the same.
        if (type !== 'characterData' || oldValue !== target.nodeValue)
          changes.push(`${type} ${attributeName ?? ''} of ${target.nodeName}`)
    }).observe(root, { childList: true, subtree: true, attributes: true, characterDataOldValue: true })
  })
const changes = (page: Page) =>
  page.evaluate(() => (window as unknown as { changes: readonly string[] }).changes)

/** Waits for the answer to a search that is no longer typed, and until it is drawn. */
async function finishing(page: Page, act: () => Promise<unknown>): Promise<void> {
  const ended = page.waitForEvent('requestfinished', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    return pathname === '/v1/search' && searchParams.get('typing') !== '1'
  })
  await act()
  await ended
  await page.waitForTimeout(100)
}

const language = 'ko'
const words = { ko: '가방', en: 'shoe' } as const
const WORD = words.ko

describe('on a store page', () => {
  async function typed() {
    const store = await visitStore(world, language)
    await store.open()
    const searches = watchSearches(store.page)
    await store.overlay.ask(WORD)
    // Completions have come, and nothing is on its way any more.
    await store.page.waitForLoadState('networkidle')
    expect(searches).toEqual([`${WORD}…`])
    return { ...store, searches }
  }

  test.each([
    ['a long rest', '.', (page: Page) => page.waitForTimeout(REST_MS - 500)],
    ['a click beside the words', '', (page: Page) => page.locator('aisle-root .tools h2').click()],
    [
      'scrolling the results',
      '',
      async (page: Page) => {
        // Not by a distance: what is scrolled may well show another place.
        await page.locator('aisle-root .card').first().hover()
        await page.mouse.wheel(0, 0.1)
      },
    ],
  ])('%s finishes the search once, and nothing on the screen tells', async (_name, sign, act) => {
    const { page, overlay, searches } = await typed()
    await page.keyboard.press('ArrowDown')
    const ids = await overlay.ids()
    const said = await overlay.status.innerText()
    await watchChanges(page)
    await finishing(page, () => act(page))
    expect(await changes(page)).toEqual([])
    expect(await overlay.ids()).toEqual(ids)
    expect(await overlay.status.innerText()).toBe(said)
    await page.waitForTimeout(REST_MS + 500)
    expect(searches).toEqual([`${WORD}…`, WORD + sign])
  })

  test('Enter finishes the search once: the same cards stay, and are not announced again', async () => {
    const { page, overlay, searches } = await typed()
    const said = await overlay.status.innerText()
    await watchChanges(page)
    await finishing(page, () => page.keyboard.press('Enter'))
    // The completions go and the words are remembered, which is what the key is for.
    const seen = (await changes(page)).filter((change) => !/ of (DIV|UL|SECTION|INPUT)$/.test(change))
    expect(seen).toEqual([])
    expect(await overlay.status.innerText()).toBe(said)
    await overlay.words.press('Enter')
    await page.waitForTimeout(REST_MS + 500)
    expect(searches).toEqual([`${WORD}…`, WORD])
  })

  test('a completion that is clicked is the only finished search', async () => {
    const { page, overlay, searches } = await typed()
    const suggestions = overlay.dialog.getByRole('listbox', { name: laterMessages[language].suggestions })
    const completion = suggestions.getByRole('option').first()
    const chosen = await completion.innerText()
    await finishing(page, () => completion.click({ delay: 120 }))
    await page.waitForTimeout(REST_MS + 500)
    expect(searches).toEqual([`${WORD}…`, chosen])
  })

  test('a result that is clicked leads to its page, and finishes the search', async () => {
    const { page, overlay, searches } = await typed()
    const href = (await overlay.cards.first().getAttribute('href')) ?? ''
    await overlay.cards.first().click({ delay: 120 })
    await page.waitForURL(href)
    expect(searches).toEqual([`${WORD}…`, WORD])
  })

  test('words carried over from the shop’s own field are half a wish until they rest', async () => {
    const { page, field } = await visitStore(world, language)
    const searches = watchSearches(page)
    await page.route('**/w/**', async (route) => {
      await page.waitForTimeout(300)
      await route.continue()
    })
    await finishing(page, () => field.fill(WORD))
    expect(searches).toEqual([`${WORD}…`, `${WORD}.`])
  })

  test('words that the page itself asks for are a finished search', async () => {
    const { page, overlay } = await visitStore(world, language)
    const searches = watchSearches(page)
    await page.evaluate((query) => window.Aisle?.open(query), WORD)
    await overlay.cards.first().waitFor()
    expect(searches).toEqual([WORD])
  })
})

test('half a syllable in an input method is no search; a whole one is finished by looking at what shows', async () => {
  const { page, overlay, open } = await visitStore(world, 'ko')
  const ime = await inputMethodOn(page)
  await open()
  await page.waitForLoadState('networkidle')
  const searches = watchSearches(page)
  await ime.compose(['ㅋ', '커', '커ㅍ'], () => page.waitForTimeout(2 * DEBOUNCE_MS))
  await page.waitForTimeout(REST_MS + 500)
  expect(searches).toEqual(['커…'])
  await ime.compose(['커피'], () => page.waitForTimeout(2 * DEBOUNCE_MS))
  await overlay.cards.first().hover()
  await finishing(page, () => page.mouse.wheel(0, 40))
  expect(searches).toEqual(['커…', '커피…', '커피'])
})

describe.each([
  ['ko', 390],
  ['ko', 1280],
  ['en', 390],
  ['en', 1280],
] as const)('hints in %s at %i px', (language, width) => {
  const isPhone = width < 640

  /** Answers as the service does, and a moment later hints to the first two kinds of what was found. */
  async function withHints(page: Page): Promise<Hint[]> {
    const hints: Hint[] = []
    await page.route('**/v1/search?*', async (route) => {
      if (new URL(route.request().url()).searchParams.get('typing') === '1') return route.continue()
      const headers = { ...route.request().headers(), accept: 'application/json' }
      const response = await route.fetch({ headers })
      const results = (await response.json()) as SearchResponse
      const { category } = results.facets
      hints.splice(
        0,
        hints.length,
        ...category.slice(0, 2).map(({ value }) => ({
          label: value.split(/\s*>\s*/).at(-1) ?? value,
          filter: { name: 'category', value },
        })),
      )
      const order = { ids: results.hits.map(({ id }) => id), reasons: {}, added: [], hints }
      await route.fulfill({
        headers: { ...response.headers(), 'content-type': 'text/event-stream' },
        body: `event: results\ndata: ${JSON.stringify(results)}\n\nevent: order\ndata: ${JSON.stringify(order)}\n\n`,
      })
    })
    return hints
  }

  test('come without moving a card, and a tap makes one a filter', async () => {
    const { page, overlay, open } = await visitStore(world, language, {
      viewport: { width, height: 844 },
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: 'reduce',
    })
    const hints = await withHints(page)
    await open()
    await overlay.ask(words[language])
    const card = overlay.cards.nth(isPhone ? 2 : 5)
    const before = await card.boundingBox()
    // By rest, so that no key is what moves things.
    const chips = overlay.dialog.locator('.chip.hint')
    await chips.first().waitFor()
    expect(await card.boundingBox()).toEqual(before)
    expect(await chips.allInnerTexts()).toEqual(hints.map(({ label }) => label))
    expect(await accessibilityFaults(page)).toEqual([])

    const { label = '', filter } = hints[0] ?? {}
    const name = fill(laterMessages[language].hint, { text: label })
    const asked = page.waitForRequest((request) => request.url().includes('/v1/search'))
    await overlay.asking(() => overlay.button(name).click())
    const { searchParams } = new URL((await asked).url())
    expect(searchParams.getAll('filter[category]')).toEqual([filter?.value])
    expect(searchParams.has('typing')).toBe(false)
    await eventually(() => overlay.button(name).count()).toBe(0)
    expect(await overlay.dropOf(label).isVisible()).toBe(true)
  })
})
