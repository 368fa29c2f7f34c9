import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { laterMessages } from '../../widget/features/search/later/messages.ts'
import { DEBOUNCE_MS } from '../../widget/features/search/typing.ts'
import { fill } from '../../widget/messages/fill.ts'
import { accessibilityFaults, accessibleNodes } from '../support/accessibility.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { inputMethodOn } from '../support/input-method.ts'
import { startTroubledEdge } from '../support/troubled-edge.ts'
import { visitStore } from './models/demo-store.ts'
import { searchAnswered } from './models/overlay.ts'

const edge = await startTroubledEdge()
const world = await startWorld({ front: edge })
afterAll(async () => {
  await world.close()
  await edge.close()
})
afterEach(async () => {
  edge.misbehave()
  await world.endVisits()
})

/** What shoppers of each store type here. */
const typed = {
  ko: {
    part: '가방',
    misspelt: '웜피스',
    shown: '원피스',
    service: '고객센터',
    gift: '선물',
  },
  en: {
    part: 'shoe',
    misspelt: 'sneekers',
    shown: 'sneakers',
    service: 'customer service',
    gift: 'gift',
  },
} as const

type Language = keyof typeof typed

async function visit(language: Language, options?: Parameters<typeof visitStore>[2]) {
  const store = await visitStore(world, language, options)
  const { overlay } = store
  const texts = laterMessages[language]
  const suggestions = overlay.dialog.getByRole('listbox', { name: texts.suggestions })
  const popular = overlay.under(texts.popular)
  return {
    ...store,
    texts,
    suggestions,
    options: suggestions.getByRole('option'),
    popular,
    tags: overlay.dialog.locator('section.tap'),
    /** Opens the overlay and waits until all of it is there. */
    async openWhole(): Promise<void> {
      await store.open()
      await popular.waitFor()
    },
  }
}

/** What `layout-shift` tells of one jump. */
interface Shift extends PerformanceEntry {
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[]
}

/** Notes what jumps on the page from now on; what follows a click or key within half a second is no jump. */
const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput) shifts.push(JSON.stringify(entry.sources))
    }).observe({ type: 'layout-shift' })
  })
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)

describe.each(['ko', 'en'] as const)('on the demo store in %s', (language) => {
  const { part, misspelt, shown, service, gift } = typed[language]

  test('completions are reached by arrows and searched for by Enter, in front of the products', async () => {
    const { page, overlay, options, openWhole } = await visit(language)
    await openWhole()
    await overlay.words.pressSequentially(part)
    await overlay.cards.first().waitFor()
    await options.first().waitFor()
    const completion = await options.first().innerText()
    expect(completion.startsWith(part)).toBe(true)
    expect(await options.first().locator('b').innerText()).toBe(part)
    await page.keyboard.press('ArrowDown')
    const box = async () =>
      (await accessibleNodes(page)).find(
        ({ role, name }) => role === 'combobox' && name === overlay.texts.title,
      )
    expect((await box())?.activeDescendant).toMatchObject({ role: 'option', name: completion })
    const answered = searchAnswered(page, completion)
    await page.keyboard.press('Enter')
    await answered
    expect(await overlay.words.inputValue()).toBe(completion)
    await eventually(() => options.count()).toBe(0)
    await overlay.cards.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await eventually(() => overlay.cards.first().getAttribute('aria-selected')).toBe('true')
  })

  test('a tapped tag is searched for and understood', async () => {
    const { overlay, tags, openWhole } = await visit(language)
    await openWhole()
    const tag = tags.first().getByRole('button').first()
    const label = await tag.innerText()
    await overlay.asking(() => tag.click())
    expect(await overlay.words.inputValue()).toBe(label)
    await eventually(() => overlay.dropOf(label).isVisible()).toBe(true)
    expect(await overlay.cards.count()).toBeGreaterThan(0)
  })

  test('popular searches stand beside what this device searched', async () => {
    const { page, overlay, popular, open, loaded } = await visit(language)
    await open()
    await overlay.ask(part)
    await overlay.words.press('Enter')
    await page.reload()
    await loaded()
    await open()
    await popular.waitFor()
    expect(await overlay.under(overlay.texts.recent).isVisible()).toBe(true)
    const words = await popular.getByRole('button').first().locator('span').innerText()
    await overlay.asking(() => popular.getByRole('button').first().click())
    expect(await overlay.words.inputValue()).toBe(words)
  })

  test('a correction is told, and taken back by a button', async () => {
    const { page, overlay, openWhole } = await visit(language)
    await openWhole()
    await overlay.ask(misspelt)
    await overlay.asking(() => overlay.words.press('Enter'))
    await overlay.dialog.locator('p', { hasText: fill(overlay.texts.spelling, { text: shown }) }).waitFor()
    const exactly = overlay.button(fill(overlay.texts.spelling_exact, { text: misspelt }))
    const answered = searchAnswered(page, misspelt)
    await exactly.click()
    expect((await answered).searchParams.get('exact')).toBe('1')
    await eventually(() => exactly.count()).toBe(0)
    expect(await overlay.words.inputValue()).toBe(misspelt)
  })

  test('words with a page of their own lead there on Enter, and not before', async () => {
    const { page, overlay, options, texts, openWhole, home } = await visit(language)
    await openWhole()
    await overlay.ask(service)
    await overlay.dialog.getByRole('option', { name: fill(texts.redirect, { text: service }) }).waitFor()
    expect(await options.first().getAttribute('href')).toBe(`${home}help`)
    expect(page.url()).toBe(home)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${home}help`)
    await page.goBack()
    expect(page.url()).toBe(home)
  })

  test('a shop’s banner stands above the goods with a sized picture', async () => {
    const { overlay, openWhole, home } = await visit(language)
    await openWhole()
    await overlay.ask(gift)
    const banner = overlay.dialog.locator('.banner')
    expect(await banner.getAttribute('href')).toBe(`${home}help`)
    const picture = banner.locator('img')
    await eventually(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(
      0,
    )
    expect(
      await picture.evaluate((img) => [(img as HTMLElement).offsetWidth, (img as HTMLElement).offsetHeight]),
    ).toEqual([96, 64])
  })

  test.each([320, 1440])('at %i px nothing jumps when they come, and axe finds nothing', async (width) => {
    const isPhone = width < 640
    const { page, overlay, options, popular, open } = await visit(language, {
      viewport: { width, height: isPhone ? 640 : 900 },
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: 'reduce',
    })
    edge.misbehave({ path: '/v1/suggest', by: 'delay', ms: 900 })
    await watchShifts(page)
    await open()
    await popular.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    // Text from an input method comes with a key, which excuses what the field itself moves.
    await page.keyboard.press('Shift')
    await page.keyboard.insertText(part)
    await overlay.cards.first().waitFor()
    await overlay.dialog.locator('[aria-busy=false]').waitFor()
    const before = await overlay.cards.first().boundingBox()
    expect(await options.count()).toBe(0)
    await options.first().waitFor()
    expect(await overlay.cards.first().boundingBox()).toEqual(before)
    expect(await shifts(page)).toEqual([])
    edge.misbehave()
    await page.keyboard.press('ArrowDown')
    expect(await accessibilityFaults(page)).toEqual([])
    await overlay.ask(misspelt)
    await overlay.words.press('Enter')
    expect(await accessibilityFaults(page)).toEqual([])
    await overlay.ask(gift)
    await overlay.words.press('Enter')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test.each(['/v1/suggest', '/v1/tags', '/w/later'])('without %s the overlay is as it was', async (path) => {
    const { page, overlay, open } = await visit(language)
    if (path === '/w/later') await page.route('**/later-parts-*.js', (route) => route.abort())
    else edge.misbehave({ path, by: 'refusal', status: 503 })
    await open()
    await overlay.under(overlay.texts.categories).waitFor()
    await overlay.ask(part)
    await overlay.words.press('Backspace')
    await overlay.ask(gift)
    expect(await overlay.cards.count()).toBeGreaterThan(0)
    if (path !== '/v1/tags') {
      await page.keyboard.press('ArrowDown')
      await eventually(() => overlay.cards.first().getAttribute('aria-selected')).toBe('true')
    }
    expect(await page.evaluate(() => sessionStorage.getItem('aisle-failures'))).toBe(null)
  })
})

test('a Korean letter under way is completed, though it is not searched for', async () => {
  const { page, overlay, options, openWhole } = await visit('ko')
  const ime = await inputMethodOn(page)
  await openWhole()
  const asked = { suggest: [] as string[], search: [] as string[] }
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/suggest') asked.suggest.push(searchParams.get('q') ?? '')
    if (pathname === '/v1/search') asked.search.push(searchParams.get('q') ?? '')
  })
  await ime.compose(['ㅇ', '우', '원', '원ㅍ'], () => page.waitForTimeout(2 * DEBOUNCE_MS))
  await eventually(() => options.first().innerText()).toBe('원피스')
  expect(await options.first().locator('b').innerText()).toBe('원피')
  expect(asked.suggest).toContain('원ㅍ')
  expect(asked.search).not.toContain('원ㅍ')
  expect(await overlay.words.inputValue()).toBe('원ㅍ')
  await ime.press('ArrowDown', 40)
  expect(await overlay.words.getAttribute('aria-activedescendant')).toBe(null)
})

test('what another input method holds is completed once it is done', async () => {
  const { page, options, openWhole } = await visit('en')
  const ime = await inputMethodOn(page)
  await openWhole()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/suggest') asked.push(searchParams.get('q') ?? '')
  })
  await ime.compose(['s', 'sh', 'shoe'], () => page.waitForTimeout(2 * DEBOUNCE_MS))
  expect(asked).toEqual([])
  await ime.commit('shoe')
  await options.first().waitFor()
  expect(asked).toEqual(['shoe'])
})
