import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildAll } from '../../worker/bin/build.ts'
import { visitStore } from '../e2e/models/demo-store.ts'
import { startWorld } from './e2e-world.ts'

/** `npm run screenshots`: the pictures of the README, taken from the real thing. */

const folder = '.github/screenshots'

/** A README is read over a phone's connection too. */
const BYTES_MOST = 300_000

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, name)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = await stat(path)
  console.log(`${path}  ${Math.round(size / 1000)} kB`)
  if (size > BYTES_MOST) throw new Error(`${path} is larger than ${BYTES_MOST / 1000} kB.`)
}

await buildAll()
await mkdir(folder, { recursive: true })
const world = await startWorld({ scrollBars: false })
try {
  const korean = await visitStore(world, 'ko', { viewport: { width: 1440, height: 900 } })
  await korean.open()
  await korean.overlay.ask('커피 좋아하는 친구 집들이 선물 5만원 이하')
  await take(korean.page, 'search-ko.png')

  const english = await visitStore(world, 'en', {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  })
  await english.open()
  await english.overlay.ask('something cozy for a rainy night in')
  await take(english.page, 'search-en-phone.png')

  const admin = await world.openTab({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await admin.goto(`${world.worker}/admin/`)
  await admin.locator('#secret-key').fill(world.shops.en.secret_key)
  await admin.keyboard.press('Enter')
  await admin.locator('main h1').waitFor()
  await admin.goto(`${world.worker}/admin/#/search?${new URLSearchParams({ q: 'a gift for dad under $60' })}`)
  await admin.locator('.hits').waitFor()
  await take(admin, 'admin-explain.png')
} finally {
  await world.close()
}
