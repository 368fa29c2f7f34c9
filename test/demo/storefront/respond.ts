/** Address in, answer out: the whole storefront without its sockets. */
import { readFileSync } from 'node:fs'
import type { DemoLanguage } from '../catalogue.ts'
import { demoLanguages, departments } from '../catalogue.ts'
import { drawProduct } from '../draw/draw-product.ts'
import { categoryPage } from './category-page.ts'
import { homePage } from './home-page.ts'
import type { Page, Snippet } from './layout.ts'
import { layout, stylesheets } from './layout.ts'
import { productPage } from './product-page.ts'
import type { Shop } from './shop.ts'
import { shops } from './shop.ts'
import { cartPage, helpPage, notFoundPage, searchPage, welcomePage } from './small-pages.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface StorefrontKeys {
  /** Origin of the service whose tag the pages carry. */
  readonly edge: string
  readonly shops: Readonly<Record<DemoLanguage, string>>
}

const ART = /^\/art\/([a-z-]+)-([0-9a-f]{6})-([0-9a-f]{6})-([0-9a-f]{6})\.svg$/
/** A close-up frames the middle of a picture. */
const CLOSE_UP = '105 95 190 190'

const STATIC_TYPES = new Map<string, string>([
  ...stylesheets.map((name) => [name, 'text/css; charset=utf-8'] as const),
  ['shop.js', 'text/javascript; charset=utf-8'],
])

const contentPolicy = (edge: string): string =>
  `default-src 'self'; script-src 'self' ${edge}; connect-src ${edge}; img-src 'self' ${edge} data:; style-src 'self'`

const isLanguage = (text: string | undefined): text is DemoLanguage =>
  demoLanguages.some((language) => language === text)

function file(type: string, body: string): Answer {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'public, max-age=300' }, body }
}

function picture(url: URL): Answer | undefined {
  const [, shape, ...colors] = ART.exec(url.pathname) ?? []
  if (shape === undefined) return undefined
  const isCloseUp = url.searchParams.get('view') === 'close'
  const tints = colors.map((color) => `#${color}`)
  return file('image/svg+xml', isCloseUp ? drawProduct(shape, tints, CLOSE_UP) : drawProduct(shape, tints))
}

function asset(name: string): Answer | undefined {
  const type = STATIC_TYPES.get(name)
  return type === undefined
    ? undefined
    : file(type, readFileSync(new URL(`./public/${name}`, import.meta.url), 'utf8'))
}

function pageOf(shop: Shop, [section, slug]: readonly string[], params: URLSearchParams): Page | undefined {
  switch (section) {
    case undefined:
    case '':
      return homePage(shop)
    case 'c': {
      const department = departments(shop.language).find((one) => one.slug === slug)
      return department && categoryPage(shop, department, params)
    }
    case 'cart':
      return cartPage(shop)
    case 'search':
      return searchPage(shop, params.get('q') ?? '')
    case 'help':
      return helpPage(shop)
    default:
      return undefined
  }
}

function productOf(id: string, params: URLSearchParams): { shop: Shop; page: Page } | undefined {
  for (const language of demoLanguages) {
    for (const department of departments(language)) {
      const product = department.products.find((one) => one.id === id)
      if (product === undefined) continue
      const shop = shops[language]
      return { shop, page: productPage(shop, department, product, params.get('variant')) }
    }
  }
  return undefined
}

/** Answers one GET. Unknown addresses get a page in the language of their first segment (else English) with 404. */
export function respond(url: URL, keys: StorefrontKeys): Answer {
  const [, first, ...rest] = url.pathname.split('/')
  const snippetOf = (shop: Shop): Snippet => ({ edge: keys.edge, publicKey: keys.shops[shop.language] })
  const document = (status: number, body: string): Answer => ({
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(keys.edge),
      'cache-control': 'no-cache',
    },
    body,
  })
  const show = (shop: Shop, page: Page, status = 200): Answer =>
    document(status, layout(shop, snippetOf(shop), page).toString())

  if (first === '') return document(200, welcomePage().toString())
  if (first === 'art' || first === 'static') {
    const found = first === 'art' ? picture(url) : asset(rest.join('/'))
    return found ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' }
  }
  if (first === 'p') {
    const found = productOf(rest.join('/'), url.searchParams)
    if (found) return show(found.shop, found.page)
  }
  const shop = shops[isLanguage(first) ? first : 'en']
  const page = isLanguage(first) ? pageOf(shop, rest, url.searchParams) : undefined
  return page ? show(shop, page) : show(shop, notFoundPage(shop), 404)
}
