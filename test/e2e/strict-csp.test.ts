import { afterAll, afterEach, expect, test } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'
import { startWorld } from '../support/e2e-world.ts'
import { eventually } from '../support/eventually.ts'
import { readHostPage } from '../support/serve-host-pages.ts'
import { shopOn } from './models/demo-store.ts'

const world = await startWorld()
afterAll(() => world.close())
afterEach(world.endVisits)

declare global {
  interface Window {
    violations?: string[]
  }
}

const { edge, storefront, hostPages } = world
/** What any policy has to grant: the service for requests, the shop's own pictures. */
const always = `default-src 'none'; connect-src ${edge}; img-src 'self' ${storefront}; form-action 'self'; base-uri 'none'`

test.each([
  ['no styles at all', `script-src 'self' ${edge}; style-src 'none'`],
  ['scripts by nonce only', `script-src 'nonce-r4nd0m'; style-src 'none'`],
  [
    'scripts by nonce and strict-dynamic',
    `script-src 'nonce-r4nd0m' 'strict-dynamic'; style-src 'nonce-r4nd0m'`,
  ],
  [
    'Trusted Types and no policy to make them',
    `script-src 'self' ${edge}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  ],
  [
    'everything at once',
    `script-src 'nonce-r4nd0m' 'strict-dynamic'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin allow-forms`,
  ],
])('search works, and breaks no rule, under a policy of %s', async (_name, policy) => {
  const tag = snippet(edge, world.shops.en.public_key).replace('<script', '<script nonce="r4nd0m"')
  const address = hostPages.put('/', {
    html: await readHostPage('plain-shop', { head: '', tag }),
    headers: { 'content-security-policy': `${always}; ${policy}` },
  })
  const page = await world.openTab()
  await page.addInitScript(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      window.violations?.push(`${effectiveDirective} ${blockedURI} from ${sourceFile}`),
    )
  })
  const { overlay, open, loaded } = shopOn(page, 'en')
  await page.goto(address)
  await loaded()
  await open()
  await overlay.ask('gift')
  await overlay.asking(() => overlay.sort.selectOption('price_asc'))
  await page.keyboard.press('ArrowDown')
  expect(await overlay.cards.count()).toBeGreaterThan(3)
  // Styled, and with pictures.
  const list = overlay.dialog.getByRole('listbox')
  expect(await list.evaluate((grid) => getComputedStyle(grid).display)).toBe('grid')
  expect(await overlay.dialog.evaluate((box) => getComputedStyle(box).position)).toBe('fixed')
  const picture = overlay.cards.first().locator('img')
  await eventually(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await overlay.dialog.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => window.violations)).toEqual([])
})

test('a broken rule would have been seen', async () => {
  const page = await world.openTab()
  await page.addInitScript(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      window.violations?.push(effectiveDirective),
    )
  })
  const address = hostPages.put('/', {
    html: await readHostPage('plain-shop', { head: '<style>p { color: red }</style>', tag: '' }),
    headers: { 'content-security-policy': always },
  })
  await page.goto(address)
  await page.waitForFunction(() => (window.violations?.length ?? 0) > 0)
  expect(await page.evaluate(() => window.violations)).toContain('style-src-elem')
})
