import type { Department, DemoProduct } from '../catalogue.ts'
import { categoryPath } from '../catalogue.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { productGrid } from './product-card.ts'
import { priceOf, ratingOf } from './product-facts.ts'
import type { Shop } from './shop.ts'

const PER_PAGE = 12

type CategorySort = keyof Shop['words']['sorts']

/** Goods without a price come last, however prices are sorted. */
const amount = (product: DemoProduct, whenAsked: number): number => priceOf(product)?.now ?? whenAsked

const comparers: Readonly<Record<CategorySort, (a: DemoProduct, b: DemoProduct) => number>> = {
  featured: () => 0,
  newest: (a, b) => b.created.localeCompare(a.created),
  price_asc: (a, b) => amount(a, Infinity) - amount(b, Infinity) || 0,
  price_desc: (a, b) => amount(b, 0) - amount(a, 0),
  rating: (a, b) => ratingOf(b) - ratingOf(a),
}

const isSort = (name: string): name is CategorySort => Object.hasOwn(comparers, name)

/** The address of the same list with some of its parameters changed; empty ones are left out. */
function listAddress(current: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(current)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return `?${next.toString()}`
}

const pagination = ({ words }: Shop, params: URLSearchParams, page: number, last: number): Html | false =>
  last > 1 &&
  html`<nav class="pagination" aria-label="${words.pages}">
    ${page > 1 && html`<a rel="prev" href="${listAddress(params, { page: String(page - 1) })}">${words.previous}</a>`}
    ${Array.from({ length: last }, (_, i) => i + 1).map(
      (number) =>
        html`<a
          href="${listAddress(params, { page: number === 1 ? '' : String(number) })}"
          ${number === page ? html`aria-current="page"` : ''}
          >${number}</a
        >`,
    )}
    ${page < last && html`<a rel="next" href="${listAddress(params, { page: String(page + 1) })}">${words.next}</a>`}
  </nav>`

/** One department: `sub` narrows to a category, `sort` orders, `page` counts from 1. */
export function categoryPage(shop: Shop, department: Department, params: URLSearchParams): Page {
  const { language, words } = shop
  const subOf = (product: DemoProduct): string => categoryPath(product.product_type)[1] ?? ''
  const subs = [...new Set(department.products.map(subOf))].filter(Boolean)
  const sub = params.get('sub') ?? ''
  const wanted = params.get('sort') ?? ''
  const sort = isSort(wanted) ? wanted : 'featured'
  const list = department.products
    .filter((product) => sub === '' || subOf(product) === sub)
    .sort(comparers[sort])
  const last = Math.max(1, Math.ceil(list.length / PER_PAGE))
  const page = Math.min(last, Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1))
  return {
    title: sub || department.name,
    department: department.slug,
    ...(words.departmentIntro[department.slug] && { description: words.departmentIntro[department.slug] }),
    content: html`
      <div class="wide list-page">
        <nav class="breadcrumb">
          <a href="/${language}/">${words.home}</a> <span>${department.name}</span>
        </nav>
        <h1>${department.name}</h1>
        <p class="section-text">${words.departmentIntro[department.slug]}</p>
        <div class="list-tools">
          <ul class="chips">
            ${['', ...subs].map(
              (name) =>
                html`<li>
                  <a
                    href="${listAddress(params, { sub: name, page: '' })}"
                    ${name === sub ? html`aria-current="true"` : ''}
                    >${name || words.all}</a
                  >
                </li>`,
            )}
          </ul>
          <form class="sort" data-submit-on-change>
            ${sub && html`<input type="hidden" name="sub" value="${sub}" />`}
            <label for="sort">${words.sortLabel}</label>
            <select id="sort" name="sort">
              ${Object.entries(words.sorts).map(
                ([name, label]) =>
                  html`<option value="${name}" ${name === sort ? html`selected` : ''}>${label}</option>`,
              )}
            </select>
            <noscript><button type="submit">${words.apply}</button></noscript>
          </form>
        </div>
        <p class="list-count quiet">${words.count(list.length)}</p>
        ${productGrid(shop, list.slice((page - 1) * PER_PAGE, page * PER_PAGE))}
        ${pagination(shop, params, page, last)}
      </div>
    `,
  }
}
