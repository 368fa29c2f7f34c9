import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { DEBOUNCE_MS } from '../../widget/features/search/typing.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { inputMethodOn } from '../support/input-method.ts'
import { visitStore } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

const LONE_JAMO = /[\u1100-\u11ff\u3131-\u318e]/

/** Words of every search the page asks for. */
function watchQueries(page: Page): string[] {
  const queries: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/search') queries.push(searchParams.get('q') ?? '')
  })
  return queries
}

test('a syllable begun in the shop’s own field is not split by the overlay’s coming', async () => {
  const { page, field, overlay } = await visitStore(world, 'ko')
  const ime = await inputMethodOn(page)
  let release = (): void => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/w/**', async (route) => {
    await released
    await route.continue()
  })
  await field.focus()
  await ime.compose(['ㅎ', '하'])
  const arrived = page.waitForEvent('requestfinished', (request) => /\/ko-[^/]*\.js$/.test(request.url()))
  release()
  await arrived
  // Longer than the overlay takes to open once its last chunk is there.
  await page.waitForTimeout(200)
  expect(await overlay.isOpen()).toBe(false)
  expect(await field.inputValue()).toBe('하')
  await ime.compose(['한'])
  expect(await overlay.isOpen()).toBe(false)
  await ime.commit('한')
  await overlay.dialog.waitFor()
  expect(await field.inputValue()).toBe('한')
  await eventually(() => overlay.words.inputValue()).toBe('한')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('aisle-root')
})

test('while a syllable is put together only whole syllables are searched for', async () => {
  const { page, overlay, open } = await visitStore(world, 'ko')
  const ime = await inputMethodOn(page)
  await open()
  const queries = watchQueries(page)
  // Slower than the debounce, so that every step would be asked for.
  await ime.compose(['ㅋ', '커', '커ㅍ', '커피'], () => page.waitForTimeout(2 * DEBOUNCE_MS))
  await ime.commit('커피')
  await overlay.cards.first().waitFor()
  expect(queries).toContain('커')
  expect(queries.at(-1)).toBe('커피')
  expect(queries.filter((query) => LONE_JAMO.test(query))).toEqual([])
  expect(await overlay.words.inputValue()).toBe('커피')
})

test('Enter and arrows belong to the input method until the syllable is done', async () => {
  const { page, overlay, open, home } = await visitStore(world, 'ko')
  const ime = await inputMethodOn(page)
  await open()
  await overlay.ask('커피')
  await ime.compose([' 자', ' 잔'])
  await ime.press('ArrowDown', 40)
  expect(await overlay.words.getAttribute('aria-activedescendant')).toBe(null)
  await ime.press('Enter', 13)
  expect(await overlay.isOpen()).toBe(true)
  expect(page.url()).toBe(home)
  await ime.commit(' 잔')
  await eventually(() => overlay.words.inputValue()).toBe('커피 잔')
  await overlay.cards.first().waitFor()
  await overlay.dialog.locator('[aria-busy=false]').waitFor()
  await ime.press('ArrowDown', 40)
  await eventually(() => overlay.words.getAttribute('aria-activedescendant')).toMatch(/-0$/)
})
