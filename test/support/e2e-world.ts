import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { buildWorker } from '../../worker/bin/build-worker.ts'
import { startLocalWorker, type LocalWorker } from '../../worker/bin/local-worker.ts'
import type { SettingsPatch } from '../../worker/contract/shops.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { DemoLanguage } from '../demo/catalogue.ts'
import { seedDemo, type DemoShops } from '../demo/seed-demo.ts'
import { serveStorefront } from '../demo/serve-storefront.ts'
import { browserFlags, findBrowser } from './find-browser.ts'
import { serveHostPages, type HostPages } from './serve-host-pages.ts'

/** Longer than any answer of a healthy page takes, even on a busy machine. */
const PATIENCE_MS = 15_000

const OPERATOR_TOKEN = 'operator-of-the-e2e-tests'

export interface WorldOptions {
  /** Text variables of the worker beside the operator token, e.g. LLM_BASE_URL. */
  readonly variables?: Readonly<Record<string, string>>
  /** Stands between the pages and the worker, at the origin the shops paste. */
  readonly front?: { readonly url: string; standBefore(worker: string): void }
  /** Scroll bars that take room, as on a desk, unless false: they must not make a page jump. */
  readonly scrollBars?: boolean
}

export interface World {
  /** Origin of the worker itself. */
  readonly worker: string
  /** Origin the shops' pages load the widget from: the worker, or what stands in front of it. */
  readonly edge: string
  /** Origin of the two demo stores, at `/ko/` and `/en/`. */
  readonly storefront: string
  readonly shops: DemoShops
  /** Pages a test puts up itself; their origin is one of both shops'. */
  readonly hostPages: HostPages
  /** Errors nobody caught, on any page since the last call. */
  takePageErrors(): string[]
  /** Closes every tab and throws when there were such errors: for after each test. */
  readonly endVisits: () => Promise<void>
  /** A visit of its own: nothing is remembered from others. */
  openTab(options?: BrowserContextOptions): Promise<Page>
  /** Changes a shop's settings, as its owner would. */
  changeSettings(language: DemoLanguage, patch: SettingsPatch): Promise<void>
  close(): Promise<void>
}

/** A port that was free a moment ago: the stores' address is in the goods' links before the stores listen. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function startWorker(
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<LocalWorker> {
  const built = 'dist/worker/index.js'
  return startLocalWorker({
    port: 0,
    state: join(folder, 'state'),
    bundle: existsSync(built) ? built : await buildWorker(join(folder, 'worker')),
    assets: 'dist/public',
    variables: { ...variables, OPERATOR_TOKEN },
  })
}

async function answered(response: Response): Promise<string> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${text}`)
  return text
}

const launch = (scrollBars: boolean): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? findBrowser(),
    args: browserFlags,
    ...(scrollBars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
  })

/**
 * The whole thing as shoppers meet it: the built widget, the worker in workerd with both demo shops in it, their
 * stores as an origin of their own, and a browser. Needs `dist/public`.
 */
export async function startWorld({
  variables = {},
  front,
  scrollBars = true,
}: WorldOptions = {}): Promise<World> {
  if (!existsSync('dist/public/aisle.js'))
    throw new Error(
      'The widget is not built: run `node worker/bin/build-widget.ts`, or the tests by `npm test`.',
    )
  const folder = await mkdtemp(join(tmpdir(), 'aisle-e2e-'))
  const [worker, browser, hostPages, port] = await Promise.all([
    startWorker(folder, variables),
    launch(scrollBars),
    serveHostPages(),
    freePort(),
  ])
  front?.standBefore(worker.url)
  const edge = front?.url ?? worker.url
  const storefront = `http://localhost:${port}`
  const shops = await seedDemo({ edge: worker.url, storefront, token: OPERATOR_TOKEN, state: folder })

  const changeSettings = async (language: DemoLanguage, patch: SettingsPatch): Promise<void> => {
    const init = {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${shops[language].secret_key}` },
      body: JSON.stringify(patch),
    }
    await answered(await fetch(worker.url + paths.settings, init))
  }
  const origins = [storefront, hostPages.origin]
  await changeSettings('ko', { origins })
  await changeSettings('en', { origins })
  const stores = await serveStorefront({
    port,
    edge,
    shops: { ko: shops.ko.public_key, en: shops.en.public_key },
  })
  const pageErrors: string[] = []
  const takePageErrors = (): string[] => pageErrors.splice(0)

  return {
    worker: worker.url,
    edge,
    storefront,
    shops,
    hostPages,
    changeSettings,
    takePageErrors,
    async endVisits() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      const errors = takePageErrors()
      if (errors.length > 0) throw new Error(`Nobody caught on the page: ${errors.join('; ')}`)
    },
    async openTab(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      page.on('pageerror', (error) => pageErrors.push(String(error)))
      return page
    },
    async close() {
      await browser.close()
      await Promise.all([stores.close(), hostPages.close(), worker.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
