import type { DemoProduct, DemoVariant } from '../catalogue.ts'
import { imagePath, productPath } from '../catalogue.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import { isNew, isSoldOut, priceOf, ratingOf } from './product-facts.ts'
import type { Shop } from './shop.ts'

/** What a product costs, with the struck regular price beside a sale price. */
export function priceTag({ money, words }: Shop, product: DemoProduct, variant?: DemoVariant): Html {
  const price = priceOf(product, variant)
  if (price === null) return html`<span class="price">${product.price_label}</span>`
  const now = price.isFrom ? words.from(money(price.now)) : money(price.now)
  return price.regular === undefined
    ? html`<span class="price">${now}</span>`
    : html`<span class="price">
        <strong class="sale">${now}</strong>
        <s><span class="unseen">${words.regularPrice}</span> ${money(price.regular)}</s>
      </span>`
}

/** The mean of the reviews with their number. */
export function ratingMark({ words }: Shop, product: DemoProduct): Html {
  const value = ratingOf(product).toFixed(1)
  const count = product.reviews.length
  return html`<span class="rating" role="img" aria-label="${words.starsWithCount(value, count)}">
    <span class="star">★</span> ${value} <span class="quiet">(${count})</span>
  </span>`
}

/** Short marks on a picture; the gravest only. */
function badge({ words }: Shop, product: DemoProduct): Html | false {
  if (isSoldOut(product)) return html`<span class="badge badge-quiet">${words.soldOut}</span>`
  if (product.availability === 'preorder') return html`<span class="badge">${words.preorder}</span>`
  if (product.sale_price !== undefined) return html`<span class="badge badge-sale">${words.sale}</span>`
  return isNew(product) && html`<span class="badge">${words.fresh}</span>`
}

const card = (shop: Shop, product: DemoProduct): Html =>
  html` <li class="card ${isSoldOut(product) ? 'is-sold-out' : ''}">
    <a href="${productPath(product.id)}">
      <span class="picture">
        <img src="${imagePath(product)}" width="400" height="400" alt="" loading="lazy" decoding="async" />
        ${badge(shop, product)}
      </span>
      <span class="card-brand">${product.brand}</span>
      <span class="card-title">${product.title}</span>
      ${priceTag(shop, product)} ${ratingMark(shop, product)}
    </a>
  </li>`

export const productGrid = (shop: Shop, products: readonly DemoProduct[]): Html =>
  html`<ul class="grid">
    ${products.map((product) => card(shop, product))}
  </ul>`
