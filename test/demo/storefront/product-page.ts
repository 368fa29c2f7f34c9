import type { Department, DemoProduct, DemoReview, DemoVariant } from '../catalogue.ts'
import { categoryPath, imagePath, productPath } from '../catalogue.ts'
import { colourOfOptions } from '../colour-words.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { priceTag, productGrid, ratingMark } from './product-card.ts'
import { choicesOf, chosenVariant, isSoldOut, priceOf } from './product-facts.ts'
import type { Shop } from './shop.ts'

const RELATED_SHOWN = 4

const gallery = ({ words }: Shop, product: DemoProduct, variant: DemoVariant | undefined): Html => {
  const picture = imagePath(product, variant)
  const tints = [...new Set((product.variants ?? []).map((other) => imagePath(product, other)))]
  const alternatives = [picture, ...tints.filter((other) => other !== picture)].slice(0, 3)
  return html`<section class="gallery" aria-label="${words.views}" data-gallery>
    <img
      class="gallery-main"
      src="${picture}"
      width="800"
      height="800"
      alt="${product.title}"
      data-gallery-main
      fetchpriority="high"
    />
    <ul>
      ${[...alternatives, `${picture}?view=close`].map(
        (address, i, all) =>
          html`<li>
            <a
              href="${address}"
              data-gallery-view
              ${i === 0 ? html`aria-current="true"` : ''}
              aria-label="${i === all.length - 1 ? words.closeUp(product.title) : product.title}"
              ><img src="${address}" width="120" height="120" alt="" loading="lazy"
            /></a>
          </li>`,
      )}
    </ul>
  </section>`
}

const swatch = (color: string): Html =>
  html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <circle cx="10" cy="10" r="9" fill="${color}" stroke="#00000026" />
  </svg>`

const variantPicker = (product: DemoProduct, chosen: DemoVariant): Html =>
  html`${[...choicesOf(product, chosen)].map(
    ([name, choices]) =>
      html`<div class="options" role="group" aria-label="${name}">
        <p>${name} <strong>${chosen.options[name]}</strong></p>
        <ul>
          ${choices.map(({ value, variant, isChosen }) => {
            const color = colourOfOptions({ [name]: value })
            return html`<li>
              <a
                class="${variant.availability === 'out_of_stock' ? 'is-sold-out' : ''}"
                href="${productPath(product.id, variant.id)}"
                ${isChosen ? html`aria-current="true"` : ''}
                >${color !== undefined && swatch(color)}${value}</a
              >
            </li>`
          })}
        </ul>
      </div>`,
  )}`

function buyBox(shop: Shop, product: DemoProduct, variant: DemoVariant | undefined): Html {
  const { language, words } = shop
  const price = priceOf(product, variant)
  if (price === null) return html`<p class="ask-note">${words.ask}</p>`
  if (isSoldOut(product) || variant?.availability === 'out_of_stock')
    return html`<button class="button button-buy" type="button" disabled>${words.soldOut}</button>`
  const options = Object.values(variant?.options ?? {}).join(' · ')
  return html`<button
      class="button button-buy"
      type="button"
      data-add-to-cart
      data-id="${variant?.id ?? product.id}"
      data-title="${product.title}"
      data-options="${options}"
      data-price="${price.now}"
      data-image="${imagePath(product, variant)}"
      data-link="${productPath(product.id, variant?.id)}"
    >
      ${words.addToCart}
    </button>
    <p class="added" role="status" data-added hidden>
      ${words.added} <a href="/${language}/cart">${words.viewCart}</a>
    </p>`
}

const factRows = ({ words }: Shop, product: DemoProduct): readonly (readonly [string, string])[] => [
  [words.brand, product.brand],
  ...(product.material === undefined ? [] : [[words.material, product.material] as const]),
  ...(product.color === undefined ? [] : [[words.color, product.color] as const]),
  ...Object.entries(product.attributes ?? {}),
]

const reviewItem = ({ words, date }: Shop, { rating, text, date: day }: DemoReview): Html =>
  html` <li class="review">
    <p class="review-stars" role="img" aria-label="${words.stars(String(rating))}">
      ${'★'.repeat(rating)}<span>${'★'.repeat(5 - rating)}</span>
    </p>
    <p>${text}</p>
    <time class="quiet" datetime="${day}">${date(day)}</time>
  </li>`

/** One product; `variantId` comes from `?variant=`. */
export function productPage(
  shop: Shop,
  department: Department,
  product: DemoProduct,
  variantId: string | null,
): Page {
  const { language, words } = shop
  const variant = chosenVariant(product, variantId)
  const [, category] = categoryPath(product.product_type)
  const related = department.products
    .filter((other) => other.id !== product.id)
    .sort(
      (a, b) =>
        Number(b.product_type.includes(`> ${category}`)) - Number(a.product_type.includes(`> ${category}`)),
    )
    .slice(0, RELATED_SHOWN)
  return {
    title: product.title,
    description: product.description,
    department: department.slug,
    content: html`
      <div class="wide">
        <nav class="breadcrumb">
          <a href="/${language}/">${words.home}</a>
          <a href="/${language}/c/${department.slug}">${department.name}</a>
          ${
            category !== undefined &&
            html`<a href="/${language}/c/${department.slug}?sub=${encodeURIComponent(category)}"
              >${category}</a
            >`
          }
        </nav>
        <article class="product">
          ${gallery(shop, product, variant)}
          <div class="product-info">
            <p class="card-brand">${product.brand}</p>
            <h1>${product.title}</h1>
            <p class="product-rating"><a href="#reviews">${ratingMark(shop, product)}</a></p>
            <p class="product-price">${priceTag(shop, product, variant)}</p>
            <p class="product-description">${product.description}</p>
            ${variant && variantPicker(product, variant)} ${buyBox(shop, product, variant)}
            <ul class="promises">
              <li>${words.deliveryNote}</li>
              <li>${words.returnsNote}</li>
            </ul>
            <h2 class="product-details">${words.details}</h2>
            <table class="facts">
              <tbody>
                ${factRows(shop, product).map(
                  ([name, value]) =>
                    html`<tr>
                      <th scope="row">${name}</th>
                      <td>${value}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </article>
        <section class="section" id="reviews" aria-labelledby="reviews-title">
          <h2 id="reviews-title">${words.reviews} <span class="quiet">${product.reviews.length}</span></h2>
          <ul class="reviews">
            ${product.reviews.map((review) => reviewItem(shop, review))}
          </ul>
        </section>
        <section class="section" aria-labelledby="related">
          <h2 id="related">${words.related}</h2>
          ${productGrid(shop, related)}
        </section>
      </div>
    `,
  }
}
