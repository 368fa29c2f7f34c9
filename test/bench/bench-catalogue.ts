import { readFile } from 'node:fs/promises'
import { readJsonLines } from '../support/measured-shop.ts'
import { generateProducts, type CatalogueWords } from './generate-catalogue.ts'
import type { BenchCatalogue, FlatProduct } from './systems/compared-system.ts'

/** Products of one import request: some ten megabytes, far below what a request may carry. */
const PRODUCTS_A_FILE = 10_000

interface Row {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly brand?: string
  readonly product_type?: string
  readonly price?: number | null
  readonly availability?: string
  readonly color?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

function flat(row: Row, reviews = ''): FlatProduct {
  const facts = Object.entries(row.attributes ?? {}).map(([name, value]) => `${name} ${String(value)}`)
  return {
    id: row.id,
    title: row.title,
    description: row.description ?? '',
    brand: row.brand ?? '',
    category: row.product_type ?? '',
    attributes: [...facts, row.color ?? ''].join(' ; '),
    reviews,
    price: row.price ?? null,
    availability: row.availability ?? 'in_stock',
  }
}

/** A synthetic shop of so many products, made as it is read. */
export function generatedCatalogue(words: CatalogueWords, products: number): BenchCatalogue {
  function* files(): Iterable<string> {
    for (let from = 0; from < products; from += PRODUCTS_A_FILE) {
      yield generateProducts(words, from, Math.min(from + PRODUCTS_A_FILE, products))
    }
  }
  return {
    locale: 'en',
    currency: 'USD',
    files: files(),
    reviews: null,
    *flat() {
      for (const file of files()) for (const line of file.split('\n')) yield flat(JSON.parse(line) as Row)
    },
  }
}

/** A catalogue of files, as `npm run eval` reads them; for the others a product's reviews are one text. */
export async function catalogueOfFiles(
  { products, reviews }: { readonly products: string; readonly reviews: string | null },
  shop: { readonly locale: string; readonly currency: string },
): Promise<BenchCatalogue> {
  const rows = await readJsonLines<Row>(products)
  const said = new Map<string, string[]>()
  if (reviews !== null) {
    for (const { product_id, text } of await readJsonLines<{ product_id: string; text: string }>(reviews)) {
      said.set(product_id, [...(said.get(product_id) ?? []), text])
    }
  }
  return {
    ...shop,
    files: [await readFile(products, 'utf8')],
    reviews: reviews === null ? null : await readFile(reviews, 'utf8'),
    flat: () => rows.map((row) => flat(row, (said.get(row.id) ?? []).join('\n'))),
  }
}
