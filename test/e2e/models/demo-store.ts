import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Aisle } from '../../../widget/loader/loader.ts'
import type { DemoLanguage } from '../../demo/catalogue.ts'
import type { World } from '../../support/e2e-world.ts'
import { overlayOn } from './overlay.ts'

declare global {
  interface Window {
    Aisle?: Aisle
  }
}

/** A page of a shop with the widget's tag on it. */
export function shopOn(page: Page, language: DemoLanguage) {
  const field = page.getByRole('searchbox')
  const overlay = overlayOn(page, language)
  return {
    page,
    /** The shop's own search field. */
    field,
    overlay,
    /** Waits for the loader: before it, a touch of the field is the shop's alone. */
    loaded: async (): Promise<void> => {
      await page.waitForFunction(() => typeof window.Aisle === 'object')
    },
    open: async (): Promise<void> => {
      await field.click()
      await overlay.dialog.waitFor()
    },
  }
}

/** A new visit at a demo store's front door. */
export async function visitStore(world: World, language: DemoLanguage, options?: BrowserContextOptions) {
  const page = await world.openTab(options)
  const store = shopOn(page, language)
  const home = `${world.storefront}/${language}/`
  // The pictures of a front door are no part of what is tested.
  await page.goto(home, { waitUntil: 'domcontentloaded' })
  await store.loaded()
  return { ...store, home }
}
