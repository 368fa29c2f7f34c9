import type { Locator, Page } from 'playwright-core'
import { messages as en } from '../../../widget/messages/en.ts'
import type { Messages } from '../../../widget/messages/en.ts'
import { fill } from '../../../widget/messages/fill.ts'
import { messages as ko } from '../../../widget/messages/ko.ts'
import type { DemoLanguage } from '../../demo/catalogue.ts'

const languages: Readonly<Record<DemoLanguage, Messages>> = { ko, en }

/** The search overlay as a shopper meets it: by role and by name. */
export function overlayOn(page: Page, language: DemoLanguage) {
  const texts = languages[language]
  const dialog = page.locator('aisle-root').getByRole('dialog', { name: texts.title })
  const cards = dialog.getByRole('listbox', { name: texts.products }).getByRole('option')
  const button = (name: string | RegExp): Locator => dialog.getByRole('button', { name, exact: true })
  /** A row or tag under a heading of the side column or the browse page. */
  const under = (heading: string): Locator =>
    dialog.locator('section').filter({ has: page.getByRole('heading', { name: heading }) })
  return {
    texts,
    dialog,
    words: dialog.locator('input[role=combobox]'),
    cards,
    /** What was understood and what was tapped. */
    chips: dialog.getByRole('list', { name: texts.understood }).getByRole('button'),
    button,
    under,
    dropOf: (wish: string) => button(fill(texts.wish_drop, { text: wish })),
    restoreOf: (wish: string) => button(fill(texts.wish_restore, { text: wish })),
    sort: dialog.getByRole('combobox', { name: texts.sort }),
    more: button(texts.more),
    better: button(texts.better),
    /** The polite live region. */
    status: dialog.getByRole('status'),
    heading: (name: string | RegExp) => dialog.getByRole('heading', { name }),
    shopSearch: dialog.getByRole('link', { name: texts.shop_search }),
    ids: () => cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-id') ?? '')),
    isOpen: () => dialog.isVisible(),
    /** Asks for these words and waits until their answer is on the page. */
    async ask(words: string): Promise<void> {
      const answered = searchAnswered(page, words)
      await dialog.locator('input[role=combobox]').fill(words)
      await answered
      await dialog.locator('[aria-busy=false]').waitFor()
    },
    /** Does something that asks again, and waits until the answer is on the page. */
    async asking(act: () => Promise<unknown>): Promise<void> {
      const answered = searchAnswered(page)
      await act()
      await answered
      await dialog.locator('[aria-busy=false]').waitFor()
    },
  }
}

/** Resolves when the service has begun to answer a search, for these words if any are named. */
export async function searchAnswered(page: Page, words?: string): Promise<URL> {
  const response = await page.waitForResponse((answer) => {
    const address = new URL(answer.url())
    return (
      address.pathname === '/v1/search' && (words === undefined || address.searchParams.get('q') === words)
    )
  })
  return new URL(response.url())
}
