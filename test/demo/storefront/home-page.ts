import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoLanguage, DemoProduct } from '../catalogue.ts'
import { departments, imagePath, productPath, products } from '../catalogue.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { productGrid } from './product-card.ts'
import { ratingOf } from './product-facts.ts'
import type { Shop } from './shop.ts'

const HERO_SHAPES = ['lamp', 'teapot', 'blanket'] as const
/** What stands for a department: the first of these that it sells. */
const FACE_SHAPES = ['blocks', 'tent', 'honey', 'pot', 'chair', 'perfume', 'backpack', 'coat'] as const
const SENTENCES_SHOWN = 6
const NEW_SHOWN = 8
const LOVED_SHOWN = 4

const abstractQueries = z
  .object({ ko: z.array(z.string()), en: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../abstract-queries.json', import.meta.url), 'utf8')))

/** Every third sentence, so that those shown are about different things. */
const sentences = (language: DemoLanguage): readonly string[] =>
  abstractQueries[language].filter((_, i) => i % 3 === 0).slice(0, SENTENCES_SHOWN)

const firstOf = (all: readonly DemoProduct[], shape: string): DemoProduct | undefined =>
  all.find((product) => product.art.shape === shape)

const hero = (shop: Shop, all: readonly DemoProduct[]): Html =>
  html` <section class="hero wide">
    <div class="hero-text">
      <p class="eyebrow">${shop.words.tagline}</p>
      <h1>${shop.words.heroTitle.map((line) => html`<span>${line}</span> `)}</h1>
      <p>${shop.words.heroText}</p>
      <a class="button" href="#new">${shop.words.heroLink}</a>
    </div>
    <ul class="hero-pictures">
      ${HERO_SHAPES.map((shape) => {
        const product = firstOf(all, shape)
        return (
          product &&
          html`<li>
            <a href="${productPath(product.id)}"
              ><img src="${imagePath(product)}" width="400" height="400" alt="${product.title}"
            /></a>
          </li>`
        )
      })}
    </ul>
  </section>`

const departmentTiles = ({ language, words }: Shop): Html =>
  html` <section class="section wide" aria-labelledby="departments">
    <h2 id="departments">${words.departmentsTitle}</h2>
    <ul class="tiles">
      ${departments(language).map(({ slug, name, products }) => {
        const face = FACE_SHAPES.map((shape) => firstOf(products, shape)).find(Boolean)
        return html`<li>
          <a href="/${language}/c/${slug}">
            ${face && html`<img src="${imagePath(face)}" width="400" height="400" alt="" loading="lazy" />`}
            <span>${name}</span>
          </a>
        </li>`
      })}
    </ul>
  </section>`

const asking = ({ language, words }: Shop): Html =>
  html` <section class="asking" aria-labelledby="asking">
    <div class="wide">
      <h2 id="asking">${words.askTitle}</h2>
      <p>${words.askText}</p>
      <ul>
        ${sentences(language).map(
          (sentence) =>
            html`<li><a href="/${language}/search?q=${encodeURIComponent(sentence)}">${sentence}</a></li>`,
        )}
      </ul>
    </div>
  </section>`

/** The shop's front door. */
export function homePage(shop: Shop): Page {
  const all = products(shop.language)
  const newest = [...all].sort((a, b) => b.created.localeCompare(a.created)).slice(0, NEW_SHOWN)
  const loved = [...all]
    .filter((product) => !newest.includes(product))
    .sort((a, b) => ratingOf(b) - ratingOf(a) || b.reviews.length - a.reviews.length)
    .slice(0, LOVED_SHOWN)
  return {
    title: shop.words.tagline,
    description: shop.words.heroText,
    content: html`
      ${hero(shop, all)} ${departmentTiles(shop)}
      <section class="section wide" id="new" aria-labelledby="new-title">
        <h2 id="new-title">${shop.words.newTitle}</h2>
        <p class="section-text">${shop.words.newText}</p>
        ${productGrid(shop, newest)}
      </section>
      ${asking(shop)}
      <section class="section wide" aria-labelledby="loved">
        <h2 id="loved">${shop.words.lovedTitle}</h2>
        ${productGrid(shop, loved)}
      </section>
    `,
  }
}
