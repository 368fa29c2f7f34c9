/** The frame of every page: head, header with the shop's own search, footer. */
import { departments } from '../catalogue.ts'
import type { Child, Html } from './html.ts'
import { html } from './html.ts'
import type { Shop } from './shop.ts'

/** What a page needs to know about the service it has pasted. */
export interface Snippet {
  /** Origin of the service, e.g. `http://localhost:8787`. */
  readonly edge: string
  readonly publicKey: string
}

/** Every sheet on every page: small, cached once. */
export const stylesheets = ['storefront.css', 'cards.css', 'pages.css', 'product.css'] as const

export const stylesheetLinks = (): Html =>
  html`${stylesheets.map((name) => html`<link rel="stylesheet" href="/static/${name}" />`)}`

export interface Page {
  readonly title: string
  readonly description?: string
  /** The department whose link is marked in the menu. */
  readonly department?: string
  /** Words to keep in the header's search box. */
  readonly query?: string
  readonly content: Child
}

const magnifier = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
  <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="1.8" />
  <path d="M15.500 15.500 21 21" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
</svg>`

const bag = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
  <path
    d="M5 8h14l1 12.500H4zM8.500 10.500V7a3.500 3.500 0 0 1 7 0v3.500"
    fill="none"
    stroke="currentColor"
    stroke-width="1.700"
    stroke-linejoin="round"
    stroke-linecap="round"
  />
</svg>`

const header = ({ language, name, words }: Shop, { department, query }: Page): Html =>
  html` <header class="header">
    <p class="announcement">${words.announcement}</p>
    <div class="header-row wide">
      <a class="logo" href="/${language}/">${name}</a>
      <form class="search" role="search" action="/${language}/search">
        <input
          type="search"
          name="q"
          value="${query}"
          placeholder="${words.searchPlaceholder}"
          aria-label="${words.searchLabel}"
          autocomplete="off"
          maxlength="200"
        />
        <button type="submit" aria-label="${words.searchButton}">${magnifier}</button>
      </form>
      <a class="cart-link" href="/${language}/cart">
        ${bag}<span>${words.cart}</span><span class="cart-count" data-cart-count hidden></span>
      </a>
    </div>
    <nav class="menu" aria-label="${words.menu}">
      <ul class="wide">
        ${departments(language).map(
          ({ slug, name }) =>
            html`<li>
              <a href="/${language}/c/${slug}" ${slug === department ? html`aria-current="page"` : ''}
                >${name}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
  </header>`

const footer = ({ language, name, words }: Shop): Html =>
  html` <footer class="footer">
    <div class="wide footer-columns">
      <div>
        <p class="logo">${name}</p>
        <p>${words.footer}</p>
      </div>
      <ul>
        <li><a href="/${language}/help">${words.helpTitle}</a></li>
        <li><a href="/${language}/cart">${words.cart}</a></li>
        <li>
          <a href="/${language === 'ko' ? 'en' : 'ko'}/" lang="${language === 'ko' ? 'en' : 'ko'}">
            ${words.otherShop}
          </a>
        </li>
      </ul>
      <p class="quiet">${words.demoNote}</p>
    </div>
  </footer>`

/** A whole document. The service's tag stands in the head as a shop owner would paste it. */
export const layout = (shop: Shop, snippet: Snippet, page: Page): Html =>
  html`<!doctype html>
    <html lang="${shop.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${shop.name}</title>
        ${page.description !== undefined && html`<meta name="description" content="${page.description}" />`}
        <link rel="icon" href="/art/umbrella-2f4d40-8a5d3a-f0e6d0.svg" type="image/svg+xml" />
        ${stylesheetLinks()}
        <script defer src="/static/shop.js"></script>
        <script async src="${snippet.edge}/aisle.js" data-shop="${snippet.publicKey}"></script>
      </head>
      <body class="shop-${shop.language}" data-language="${shop.language}">
        <a class="skip" href="#content">${shop.words.skip}</a>
        ${header(shop, page)}
        <main id="content" tabindex="-1">${page.content}</main>
        ${footer(shop)}
      </body>
    </html>`
