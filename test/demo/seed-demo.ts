import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportStatus } from '../../worker/contract/catalogue.ts'
import type { CreateShopResponse } from '../../worker/contract/shops.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { importLines, reviewLines } from './catalogue.ts'
import { guidance } from './shop-guidance.ts'

export interface DemoShops {
  readonly ko: CreateShopResponse
  readonly en: CreateShopResponse
}

interface SeedOptions {
  /** Where the worker answers. */
  readonly edge: string
  /** Where the demo stores' pages are served. */
  readonly storefront: string
  /** The operator token. */
  readonly token: string
  /** The state folder: the shops' keys are kept there, for the owner alone. */
  readonly state: string
}

const shops = {
  ko: { name: '온담', locale: 'ko', currency: 'KRW' },
  en: { name: 'Harbour & Pine', locale: 'en', currency: 'USD' },
} as const

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`Seeding the demo failed: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function importLinesInto(
  edge: string,
  secret: string,
  kind: 'products' | 'reviews',
  body: string,
): Promise<void> {
  const headers = { Authorization: `Bearer ${secret}` }
  const { import: id } = await answer<{ import: string }>(
    await fetch(`${edge}${paths.imports}?kind=${kind}`, { method: 'POST', headers, body }),
  )
  for (;;) {
    const status = await answer<ImportStatus>(await fetch(`${edge}${paths.imports}/${id}`, { headers }))
    if (status.status === 'done' && status.rejected === 0) return
    if (status.status !== 'running') throw new Error(`Seeding the demo failed: ${JSON.stringify(status)}`)
    await pause(50)
  }
}

async function seedShop(
  language: 'ko' | 'en',
  { edge, storefront, token }: SeedOptions,
): Promise<CreateShopResponse> {
  const origins = [storefront, storefront.replace('localhost', '127.0.0.1')]
  const keys = await answer<CreateShopResponse>(
    await fetch(edge + paths.shops, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...shops[language], origins }),
    }),
  )
  const set = async (method: 'PATCH' | 'PUT', path: string, body: unknown): Promise<void> => {
    const headers = { Authorization: `Bearer ${keys.secret_key}` }
    await answer(await fetch(edge + path, { method, headers, body: JSON.stringify(body) }))
  }
  const { content_links, popular, rules } = guidance[language]
  const results_url = `${storefront}/${language}/search?q={query}`
  await set('PATCH', paths.settings, { search: { results_url }, content_links })
  await set('PUT', paths.blocks, { queries: [], popular })
  await set('PUT', paths.rules, { rules })
  await importLinesInto(edge, keys.secret_key, 'products', importLines(language, storefront))
  await importLinesInto(edge, keys.secret_key, 'reviews', reviewLines(language))
  return keys
}

/** Fills the two demo shops on the first run; later runs find them where they were left. */
export async function seedDemo(options: SeedOptions): Promise<DemoShops> {
  const file = join(options.state, 'demo-shops.json')
  const known = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as DemoShops & { storefront: string },
    () => null,
  )
  if (known?.storefront === options.storefront) return known
  const [ko, en] = [await seedShop('ko', options), await seedShop('en', options)]
  await mkdir(options.state, { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify({ storefront: options.storefront, ko, en }), { mode: 0o600 })
  return { ko, en }
}
