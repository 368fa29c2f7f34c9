import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { fill } from '../../widget/messages/fill.ts'
import { accessibilityFaults, accessibleNodes } from '../support/accessibility.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { visitStore } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

const asked = {
  ko: { words: '가죽 말고 가벼운 출근용 가방', nothing: '코트 100원 이하' },
  en: { words: 'a gift for dad under $60', nothing: 'dress under $2' },
} as const

test('a whole journey needs no pointer', async () => {
  const { page, overlay } = await visitStore(world, 'en')
  const { keyboard } = page
  await keyboard.press('/')
  await overlay.dialog.waitFor()
  await keyboard.type(asked.en.words)
  await overlay.cards.first().waitFor()
  const focused = () =>
    page.evaluate(() => {
      const element = document.querySelector('aisle-root')?.shadowRoot?.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })

  // The words, what clears and closes them, then the chips in reading order.
  expect(await focused()).toBe(overlay.texts.title)
  await keyboard.press('Tab')
  expect(await focused()).toBe(overlay.texts.clear)
  await keyboard.press('Tab')
  expect(await focused()).toBe(overlay.texts.close)
  await keyboard.press('Tab')
  const chip = await overlay.chips.first().getAttribute('aria-label')
  expect(await focused()).toBe(chip)
  await overlay.asking(() => keyboard.press('Enter'))
  expect(await focused()).toBe(chip?.replace('Drop', 'Bring back'))
  await overlay.asking(() => keyboard.press('Enter'))

  for (let presses = 0; (await focused()) !== overlay.texts.sort; presses++) {
    expect(presses).toBeLessThan(60)
    await keyboard.press('Tab')
  }
  await overlay.asking(() => keyboard.press('ArrowDown'))
  await keyboard.press('Shift+Tab')
  await overlay.words.focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('End')
  const last = overlay.cards.last()
  expect(await last.getAttribute('aria-selected')).toBe('true')
  await eventually(() => last.evaluate((card) => card.getBoundingClientRect().bottom <= innerHeight)).toBe(
    true,
  )
  await keyboard.press('Home')
  await keyboard.press('ArrowUp')
  expect(await overlay.words.getAttribute('aria-activedescendant')).toBe(null)
  await keyboard.press('ArrowDown')
  const href = await overlay.cards.first().getAttribute('href')
  await keyboard.press('Enter')
  await page.waitForURL(/\/p\//)
  expect(page.url()).toBe(href)
})

test('the focus stays inside until the overlay closes, and then is where it was', async () => {
  const { page, overlay, field } = await visitStore(world, 'ko')
  await field.focus()
  await overlay.dialog.waitFor()
  const outside = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement === document.body || activeElement?.localName === 'aisle-root'
        ? undefined
        : activeElement?.outerHTML
    })
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(presses < 30 ? 'Tab' : 'Shift+Tab')
    expect(await outside()).toBe(undefined)
  }
  await page.keyboard.press('Escape')
  await eventually(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
})

test('a field reached by Tab is the shop’s until something is typed into it', async () => {
  const { page, overlay, field } = await visitStore(world, 'en')
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab')
    if (await field.evaluate((input) => input === document.activeElement)) break
  }
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await overlay.isOpen()).toBe(false)
  await page.keyboard.type('gift')
  await overlay.cards.first().waitFor()
  await eventually(() => overlay.words.inputValue()).toBe('gift')
})

describe.each(['ko', 'en'] as const)('to a screen reader in %s', (language) => {
  test('the words are a combobox whose active option is a product, and the count is announced', async () => {
    const { page, overlay, open } = await visitStore(world, language)
    await open()
    const combobox = async () =>
      (await accessibleNodes(page)).find(
        ({ role, name }) => role === 'combobox' && name === overlay.texts.title,
      )
    expect((await combobox())?.properties['expanded']).toBe(false)
    await overlay.ask(asked[language].words)
    const total = await overlay.heading(/\d/).first().innerText()
    await eventually(async () => (await combobox())?.properties['expanded']).toBe(true)
    expect((await combobox())?.activeDescendant).toBe(undefined)
    await page.keyboard.press('ArrowDown')
    const option = (await combobox())?.activeDescendant
    expect(option?.role).toBe('option')
    const title = await overlay.cards.first().locator('.name').innerText()
    expect(option?.name).toContain(title)
    expect(option?.properties['selected']).toBe(true)

    const nodes = await accessibleNodes(page)
    expect(nodes.find(({ role }) => role === 'listbox')?.name).toBe(overlay.texts.products)
    expect(nodes.find(({ role }) => role === 'dialog')?.properties['modal']).toBe(true)
    const status = nodes.find(({ role }) => role === 'status')
    expect(status?.properties['live']).toBe('polite')
    expect(await overlay.status.innerText()).toBe(total)
    expect(total).toMatch(/^(상품 \d+개|\d+ results?)$/)
  })

  test('a search that finds nothing is announced, and so is one that fails', async () => {
    const { page, overlay, open } = await visitStore(world, language)
    await open()
    await overlay.ask(asked[language].nothing)
    await eventually(() => overlay.status.innerText()).toBe(fill(overlay.texts.results_other, { n: 0 }))
    await page.route('**/v1/search?*', (route) => route.abort())
    await overlay.words.fill(asked[language].words)
    await eventually(() => overlay.status.innerText()).toBe(overlay.texts.failed)
    expect(await overlay.words.inputValue()).toBe(asked[language].words)
  })
})

describe.each([
  ['ko', 320],
  ['ko', 1440],
  ['en', 320],
  ['en', 1440],
] as const)('axe finds nothing to complain about in %s at %i px', (language, width) => {
  test('with nothing typed, with results, with none, and when search fails', async () => {
    const isPhone = width < 640
    const { page, overlay, open } = await visitStore(world, language, {
      viewport: { width, height: isPhone ? 640 : 900 },
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: 'reduce',
    })
    await open()
    expect(await accessibilityFaults(page)).toEqual([])
    await overlay.ask(asked[language].words)
    await overlay.words.press('Enter')
    await overlay.chips.first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await overlay.words.press('ArrowDown')
    if (isPhone) await overlay.button(overlay.texts.filters).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await overlay.ask(asked[language].nothing)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.route('**/v1/search?*', (route) => route.abort())
    await overlay.words.fill(asked[language].words)
    await overlay.heading(overlay.texts.failed).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
