/** The pages with little on them: cart, own search, help, nothing found, the door to both shops. */
import { imagePath, products } from '../catalogue.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { stylesheetLinks } from './layout.ts'
import { productGrid } from './product-card.ts'
import type { Shop } from './shop.ts'
import { shops } from './shop.ts'

/** The cart is filled in the browser by `shop.js` from what the browser remembers. */
export const cartPage = ({ language, words, freeDeliveryFrom, deliveryFee }: Shop): Page => ({
  title: words.cartTitle,
  content: html`
    <div class="wide cart-page">
      <h1>${words.cartTitle}</h1>
      <noscript><p>${words.cartNoScript}</p></noscript>
      <div class="cart-empty" data-cart-empty hidden>
        <p>${words.cartEmpty}</p>
        <a class="button" href="/${language}/">${words.cartBrowse}</a>
      </div>
      <div
        class="cart"
        data-cart
        data-free-from="${freeDeliveryFrom}"
        data-fee="${deliveryFee}"
        data-free-word="${words.free}"
        hidden
      >
        <ul class="cart-rows" data-cart-rows></ul>
        <aside class="cart-sum">
          <dl>
            <dt>${words.subtotal}</dt>
            <dd data-cart-subtotal></dd>
            <dt>${words.delivery}</dt>
            <dd data-cart-delivery></dd>
            <dt class="cart-total">${words.total}</dt>
            <dd class="cart-total" data-cart-total></dd>
          </dl>
          <button class="button button-buy" type="button" data-checkout>${words.checkout}</button>
          <p class="added" role="status" data-checkout-note hidden>${words.checkoutNote}</p>
        </aside>
      </div>
      <template data-cart-row>
        <li class="cart-row">
          <a data-link><img data-image width="120" height="120" alt="" /></a>
          <div>
            <a class="card-title" data-link data-title></a>
            <p class="quiet" data-options></p>
            <div class="stepper" role="group" aria-label="${words.quantity}">
              <button type="button" data-less aria-label="${words.less}">−</button>
              <output data-quantity></output>
              <button type="button" data-more aria-label="${words.more}">+</button>
            </div>
            <button class="link-button" type="button" data-remove>${words.remove}</button>
          </div>
          <p class="price" data-sum></p>
        </li>
      </template>
    </div>
  `,
})

/** The search every small shop has: the words as they stand, somewhere in a title. */
export function searchPage(shop: Shop, query: string): Page {
  const { language, words } = shop
  const needle = query.trim().toLowerCase()
  const found =
    needle === '' ? [] : products(language).filter(({ title }) => title.toLowerCase().includes(needle))
  return {
    title: words.searchButton,
    query,
    content: html`
      <div class="wide list-page">
        <h1>${needle === '' ? words.searchLabel : words.searchTitle(query.trim())}</h1>
        ${
          found.length > 0
            ? html`<p class="list-count quiet">${words.count(found.length)}</p>
                ${productGrid(shop, found)}`
            : html`<p class="empty">${needle === '' ? words.searchEmpty : words.searchNone}</p>`
        }
      </div>
    `,
  }
}

export const helpPage = ({ words }: Shop): Page => ({
  title: words.helpTitle,
  content: html`
    <div class="wide text-page">
      <h1>${words.helpTitle}</h1>
      ${words.help.map(
        ([question, answer]) =>
          html`<h2>${question}</h2>
            <p>${answer}</p>`,
      )}
    </div>
  `,
})

export const notFoundPage = ({ language, words }: Shop): Page => ({
  title: words.notFoundTitle,
  content: html`
    <div class="wide text-page">
      <h1>${words.notFoundTitle}</h1>
      <p>${words.notFoundText}</p>
      <p><a class="button" href="/${language}/">${words.home}</a></p>
    </div>
  `,
})

/** Where a visitor chooses between the two shops. No shop, so no tag. */
export const welcomePage = (): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Two demo shops</title>
        ${stylesheetLinks()}
      </head>
      <body class="welcome">
        <main>
          <h1 class="unseen">Two demo shops</h1>
          <ul>
            ${[shops.ko, shops.en].map((shop) => {
              const face = products(shop.language).find(({ art }) => art.shape === 'teapot')
              return html`<li class="shop-${shop.language}">
                <a href="/${shop.language}/" lang="${shop.language}">
                  ${face && html`<img src="${imagePath(face)}" width="400" height="400" alt="" />`}
                  <span class="logo">${shop.name}</span>
                  <span>${shop.words.tagline}</span>
                </a>
              </li>`
            })}
          </ul>
        </main>
      </body>
    </html>`
