import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'
import { startWorld } from '../support/e2e-world.ts'
import { readHostPage } from '../support/serve-host-pages.ts'
import { shopOn } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

// Colours, corner and font are taken from the page on purpose; with the shop's own given, nothing is.
beforeAll(() =>
  world.changeSettings('en', {
    theme: { accent: '#7a4a2c', text: '#222222', surface: '#ffffff', radius: 6, font: 'sans-serif' },
  }),
)

const tag = snippet(world.edge, world.shops.en.public_key)
const hostileCss = await readFile(new URL('../fixtures/host-pages/hostile.css', import.meta.url), 'utf8')

/** So that there is a scroll bar, which takes its part of the width. */
const LONG_PAGE = 'html { min-height: 3000px !important }'

async function visitShop(css: string) {
  const page = await world.openTab({ reducedMotion: 'reduce' })
  const html = await readHostPage('plain-shop', { head: `<style>${LONG_PAGE} ${css}</style>`, tag })
  await page.goto(world.hostPages.put('/', { html }))
  const shop = shopOn(page, 'en')
  await shop.loaded()
  return shop
}

/** Every computed property and the place of every element of the overlay, by its path from the root. */
const looks = (page: Page): Promise<Record<string, Record<string, string>>> =>
  page.evaluate(() => {
    const root = document.querySelector('aisle-root')?.shadowRoot?.querySelector('.root')
    const all = [root, ...(root?.querySelectorAll('*') ?? [])].filter((element) => element instanceof Element)
    return Object.fromEntries(
      all.map((element, index) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const look: Record<string, string> = { box: [x, y, width, height].map(Math.round).join() }
        for (const pseudo of [
          '',
          '::before',
          '::after',
          ...(element.localName === 'dialog' ? ['::backdrop'] : []),
        ]) {
          const style = getComputedStyle(element, pseudo)
          if (/^::(before|after)$/.test(pseudo) && style.content === 'none') continue
          // Tokens of the page's own come in, as they should, and are named by nothing inside.
          for (const name of style)
            if (!name.startsWith('--')) look[`${pseudo} ${name}`] = style.getPropertyValue(name)
        }
        return [`${index} ${element.localName}.${element.getAttribute('class')}`, look]
      }),
    )
  })

/** Where two looks differ, one line each. */
function differences(
  one: Readonly<Record<string, Readonly<Record<string, string>>>>,
  other: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((element) =>
    Object.keys({ ...one[element], ...other[element] })
      .filter((name) => one[element]?.[name] !== other[element]?.[name])
      .map((name) => `${element}: ${name} ${one[element]?.[name]} → ${other[element]?.[name]}`),
  )
}

async function showResults(css: string): Promise<Page> {
  const { page, overlay, field } = await visitShop(css)
  // A page this broken may show no field to point at; the keyboard finds it.
  await field.focus()
  await overlay.dialog.waitFor()
  await overlay.ask('a gift for dad under $60')
  await overlay.words.press('ArrowDown')
  return page
}

test('a page’s styles change nothing inside the overlay: every computed property and place is the same', async () => {
  const plain = await looks(await showResults(''))
  const hostile = await looks(await showResults(hostileCss))
  expect(Object.keys(plain).length).toBeGreaterThan(150)
  expect(differences(plain, hostile)).toEqual([])
})

test('the overlay lies above everything and takes the clicks', async () => {
  const page = await showResults(hostileCss)
  const at = await page.evaluate(() =>
    [0.2, 0.5, 0.8].map(
      (share) => document.elementFromPoint(innerWidth * share, innerHeight * share)?.localName,
    ),
  )
  expect(at).toEqual(['aisle-root', 'aisle-root', 'aisle-root'])
})

/** Computed styles and places of everything the page itself has. */
const hostLooks = (page: Page): Promise<Record<string, Record<string, string>>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('*')]
        .filter((element) => element.localName !== 'aisle-root')
        .map((element, index) => {
          const style = getComputedStyle(element)
          const { x, y, width, height } = element.getBoundingClientRect()
          const look: Record<string, string> = { box: [x, y, width, height].join() }
          for (const name of style) look[name] = style.getPropertyValue(name)
          return [`${index} ${element.localName}`, look]
        }),
    ),
  )

declare global {
  interface Window {
    shifts?: number[]
  }
}

const watchShifts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.shifts = []
    new PerformanceObserver((list) => {
      // What follows a key at once, such as the place for completions, is no jump.
      for (const { value, hadRecentInput } of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!hadRecentInput) window.shifts?.push(value)
    }).observe({ type: 'layout-shift', buffered: true })
  })

const themes = { plain: '', classic: 'html { scroll-behavior: smooth } body { display: grid; gap: 9px }' }

test.each(Object.entries(themes))(
  'the page itself is what it was, and nothing on it moves (%s)',
  async (_name, css) => {
    const { page, overlay, field } = await visitShop(css)
    await watchShifts(page)
    await field.focus()
    await overlay.dialog.waitFor()
    await page.keyboard.press('Escape')
    await overlay.dialog.waitFor({ state: 'detached' })
    const before = await hostLooks(page)
    await page.mouse.move(0, 0)

    for (let times = 0; times < 2; times++) {
      await page.evaluate(() => window.Aisle?.open())
      await overlay.dialog.waitFor()
      await overlay.asking(() => overlay.words.pressSequentially('gift'))
      // Locking the page's scrolling is the one thing asked of it.
      const open = differences(before, await hostLooks(page)).filter(
        (line) => !/^0 html: (overflow|scrollbar-gutter)/.test(line),
      )
      expect(open.filter((line) => !/: (outline|caret)/.test(line))).toEqual([])
      await page.keyboard.press('Escape')
      await overlay.dialog.waitFor({ state: 'detached' })
    }
    expect(differences(before, await hostLooks(page))).toEqual([])
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  },
)

test('a layout shift would have been seen', async () => {
  const { page } = await visitShop('')
  await watchShifts(page)
  await page.evaluate(() => {
    document.body.style.paddingTop = '300px'
  })
  await page.waitForFunction(() => (window.shifts?.length ?? 0) > 0)
  expect(await page.evaluate(() => window.shifts)).not.toEqual([])
})
