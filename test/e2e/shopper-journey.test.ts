import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { fill } from '../../widget/messages/fill.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { visitStore } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

/** What shoppers of each store ask in these tests. */
const asked = {
  ko: {
    /** Names no product; more than a page of goods comes near. */
    sentence: '비 오는 저녁에 집에서 포근하게 쉬고 싶을 때',
    wish: '포근한',
    word: '선물',
    coloured: '검정 양말',
    cheap: '코트 100원 이하',
    price: '100원 이하',
  },
  en: {
    sentence: 'something cozy for a rainy night in',
    wish: 'Rainy days',
    word: 'gift',
    coloured: 'navy sweater',
    cheap: 'dress under $2',
    price: 'Under $2',
  },
} as const

/** The number a price is written with; undefined where the shop says "ask". */
const amountIn = (text: string): number | undefined =>
  /\d/.test(text) ? Number(text.replace(/[^\d.]/g, '')) : undefined

describe.each(['ko', 'en'] as const)('on the demo store in %s', (language) => {
  const { sentence, wish, word, coloured, cheap, price } = asked[language]
  const visit = () => visitStore(world, language)

  test('a touch of the shop’s search field opens the overlay, and a sentence finds goods', async () => {
    const { overlay, field, page } = await visit()
    await field.click()
    await overlay.dialog.waitFor()
    await page.keyboard.type(sentence)
    await overlay.cards.first().waitFor()
    await eventually(() => overlay.dropOf(wish).isVisible()).toBe(true)
    const shown = await overlay.cards.count()
    expect(shown).toBe(20)
    for (const card of (await overlay.cards.all()).slice(0, 5)) {
      await eventually(() => card.locator('img').evaluate((img) => (img as HTMLImageElement).alt)).not.toBe(
        '',
      )
      expect(await card.getAttribute('href')).toContain(`${world.storefront}/p/`)
      expect((await card.locator('.price').innerText()).trim()).not.toBe('')
    }
    const sizes = await overlay.cards.evaluateAll((cards) =>
      cards.map((card) => `${(card as HTMLElement).offsetWidth} × ${(card as HTMLElement).offsetHeight}`),
    )
    expect(new Set(sizes).size).toBe(1)
  })

  test('words typed before the overlay is there are carried into it', async () => {
    const { overlay, field } = await visit()
    await field.pressSequentially(coloured)
    await overlay.cards.first().waitFor()
    expect(await overlay.words.inputValue()).toBe(coloured)
  })

  test('a wish is taken back by its chip and brought back by the same chip', async () => {
    const { overlay, page, open } = await visit()
    await open()
    await overlay.ask(sentence)
    const before = await overlay.ids()
    const chips = await overlay.chips.count()
    const without = page.waitForRequest((request) => request.url().includes('without='))
    await overlay.asking(() => overlay.dropOf(wish).click())
    expect(new URL((await without).url()).searchParams.get('without')).not.toBe('')
    expect(await overlay.chips.count()).toBe(chips)
    expect(await overlay.ids()).not.toEqual(before)
    await overlay.asking(() => overlay.restoreOf(wish).click())
    await eventually(() => overlay.ids()).toEqual(before)
  })

  test('a category and an attribute leave as many goods as stand beside them', async () => {
    const { overlay, open } = await visit()
    await open()
    await overlay.ask(word)
    const row = overlay.under(overlay.texts.category).getByRole('button').first()
    const left = Number(await row.locator('small').innerText())
    await overlay.asking(() => row.click())
    expect(await row.getAttribute('aria-pressed')).toBe('true')
    const counted = (n: number): string =>
      fill(n === 1 ? overlay.texts.results_one : overlay.texts.results_other, { n })
    await eventually(() => overlay.status.innerText()).toBe(counted(left))
    const attribute = overlay.dialog.locator('section').last().getByRole('button').first()
    const name = await attribute.locator('span').innerText()
    const fewer = Number(await attribute.locator('small').innerText())
    await overlay.asking(() => attribute.click())
    await eventually(() => overlay.status.innerText()).toBe(counted(fewer))
    await overlay.asking(() => overlay.dropOf(name).click())
    await eventually(() => overlay.status.innerText()).toBe(counted(left))
  })

  test('goods are sorted by what they cost now, those without a price and those sold out last', async () => {
    const { overlay, page, open } = await visit()
    await open()
    await overlay.ask(sentence)
    const soldOut = page.getByText(overlay.texts.badge_sold_out, { exact: true })
    const prices = async () => {
      const shown = overlay.cards.filter({ hasNot: soldOut }).locator('.price b')
      return (await shown.allInnerTexts()).map(amountIn)
    }
    await overlay.asking(() => overlay.sort.selectOption('price_asc'))
    const up = await prices()
    expect(up.length).toBeGreaterThan(5)
    expect(up).toEqual(up.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity)))
    await overlay.asking(() => overlay.sort.selectOption('price_desc'))
    const down = await prices()
    expect(down).toEqual(down.toSorted((a, b) => (b ?? -1) - (a ?? -1)))
  })

  test('“show more” appends and moves nothing that was there', async () => {
    const { overlay, open } = await visit()
    await open()
    await overlay.ask(sentence)
    const first = await overlay.ids()
    await overlay.asking(() => overlay.more.click())
    await eventually(() => overlay.cards.count()).toBeGreaterThan(first.length)
    const all = await overlay.ids()
    expect(all.slice(0, first.length)).toEqual(first)
    expect(new Set(all).size).toBe(all.length)
  })

  test('a card leads to its product in the asked colour, in the same tab, and Back to the shop', async () => {
    const { overlay, page, home, open } = await visit()
    await open()
    await overlay.ask(coloured)
    const card = overlay.cards.and(page.locator('[href*="?variant="]')).first()
    const href = await card.getAttribute('href')
    await card.click()
    await page.waitForURL(/\/p\/.+\?variant=/)
    expect(page.url()).toBe(href)
    expect(await page.locator('main [aria-current=true]').count()).toBeGreaterThan(0)
    expect(page.context().pages()).toHaveLength(1)
    await page.goBack()
    expect(page.url()).toBe(home)
    expect(await overlay.isOpen()).toBe(false)
  })

  test('Back closes the overlay and not the page', async () => {
    const { overlay, page, home, open } = await visit()
    await open()
    await overlay.ask(coloured)
    await page.goBack()
    await overlay.dialog.waitFor({ state: 'detached' })
    expect(page.url()).toBe(home)
    await open()
    expect(await overlay.isOpen()).toBe(true)
  })

  test('Escape closes and gives the focus back to the shop’s field', async () => {
    const { overlay, page, field, open } = await visit()
    await open()
    await overlay.ask(coloured)
    await page.keyboard.press('Escape')
    await overlay.dialog.waitFor({ state: 'detached' })
    await eventually(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('!')
    expect(await field.inputValue()).toContain('!')
    expect(await overlay.isOpen()).toBe(false)
    await open()
  })

  test('recent searches are kept on this device and can be removed', async () => {
    const { overlay, page, open, loaded } = await visit()
    await open()
    for (const words of [coloured, sentence]) {
      await overlay.ask(words)
      await overlay.words.press('Enter')
    }
    await page.reload()
    await loaded()
    await open()
    const recent = overlay.under(overlay.texts.recent)
    await eventually(() => recent.locator('button.row').allInnerTexts()).toEqual([sentence, coloured])
    await overlay.button(fill(overlay.texts.recent_remove, { text: sentence })).click()
    await eventually(() => recent.locator('button.row').allInnerTexts()).toEqual([coloured])
    await overlay.asking(() => recent.locator('button.row').click())
    expect(await overlay.words.inputValue()).toBe(coloured)
    await overlay.button(overlay.texts.clear).click()
    await overlay.button(overlay.texts.recent_clear).click()
    await eventually(() => recent.count()).toBe(0)
    await page.reload()
    await loaded()
    await open()
    expect(await recent.count()).toBe(0)
  })

  test('when nothing fits, the wish to leave out is named, and leaving it out finds goods', async () => {
    const { overlay, open } = await visit()
    await open()
    await overlay.ask(cheap)
    await overlay.heading(fill(overlay.texts.none, { text: cheap })).waitFor()
    const relax = overlay.dialog.getByRole('button', {
      name: fill(overlay.texts.relax_wish, { text: price }),
    })
    const freed = Number(await relax.locator('small').innerText())
    expect(freed).toBeGreaterThan(0)
    await overlay.asking(() => relax.click())
    await eventually(() => overlay.cards.count()).toBe(Math.min(20, freed))
    expect(await overlay.restoreOf(price).isVisible()).toBe(true)
  })

  test('before anything is typed there are categories and attributes to begin with', async () => {
    const { overlay, open } = await visit()
    await open()
    const categories = overlay.under(overlay.texts.categories).getByRole('button')
    expect(await categories.count()).toBe(8)
    await eventually(() => overlay.dialog.locator('section').count()).toBeGreaterThan(1)
    const name = await categories.first().innerText()
    await overlay.asking(() => categories.first().click())
    await eventually(() => overlay.cards.count()).toBe(16)
    await overlay.asking(() =>
      overlay
        .dropOf(name)
        .click()
        .then(() => overlay.ask(coloured)),
    )
  })

  test('Enter goes to the option that is active', async () => {
    const { overlay, page, open } = await visit()
    await open()
    await overlay.ask(coloured)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const href = await overlay.cards.nth(1).getAttribute('href')
    expect(await overlay.cards.nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/p\//)
    expect(page.url()).toBe(href)
  })
})
