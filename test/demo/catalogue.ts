/** The goods of the two demo shops: read from their JSON files, and written as the files a shop would import. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ageGroups, availabilities, genders } from '../../worker/contract/vocabulary.ts'
import { colourOfOptions } from './colour-words.ts'

export const demoLanguages = ['ko', 'en'] as const
export type DemoLanguage = (typeof demoLanguages)[number]

export const currencies: Readonly<Record<DemoLanguage, string>> = { ko: 'KRW', en: 'USD' }

/** File names of the departments, in the order the shops show them. */
const DEPARTMENT_FILES: Readonly<Record<DemoLanguage, readonly string[]>> = {
  ko: ['fashion', 'shoes-bags', 'beauty', 'home', 'kitchen', 'food', 'digital-outdoor', 'kids-pets'],
  en: ['clothing', 'shoes-bags', 'beauty', 'home', 'kitchen', 'food', 'tech-outdoor', 'kids-pets'],
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/)
const facts = z.record(z.string().min(1), z.string().min(1))
const amount = z.number().positive()

const demoVariant = z.strictObject({
  id: z.string(),
  options: facts,
  availability: z.enum(availabilities),
  price: amount.optional(),
})
export type DemoVariant = z.infer<typeof demoVariant>

const demoReview = z.strictObject({ rating: z.number().int().min(1).max(5), text: z.string(), date: day })
export type DemoReview = z.infer<typeof demoReview>

const demoProduct = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  brand: z.string(),
  product_type: z.string(),
  price: amount.nullable(),
  price_label: z.string().optional(),
  sale_price: amount.optional(),
  availability: z.enum(availabilities),
  gender: z.enum(genders).optional(),
  age_group: z.enum(ageGroups).optional(),
  material: z.string().optional(),
  color: z.string().optional(),
  attributes: facts.optional(),
  variants: z.array(demoVariant).optional(),
  art: z.strictObject({ shape: z.string(), colors: z.tuple([hex, hex, hex]) }),
  created: day,
  reviews: z.array(demoReview),
})
export type DemoProduct = z.infer<typeof demoProduct>

export interface Department {
  /** The last part of its address, e.g. `shoes-bags`. */
  readonly slug: string
  readonly name: string
  readonly products: readonly DemoProduct[]
}

const loaded = new Map<DemoLanguage, readonly Department[]>()

function load(language: DemoLanguage): readonly Department[] {
  return DEPARTMENT_FILES[language].map((slug) => {
    const text = readFileSync(new URL(`./catalogue/${language}/${slug}.json`, import.meta.url), 'utf8')
    const products = z.array(demoProduct).parse(JSON.parse(text))
    return { slug, name: categoryPath(products[0]?.product_type ?? slug)[0] ?? slug, products }
  })
}

/** `A > B > C` as a path, broadest first. */
export const categoryPath = (productType: string): readonly string[] =>
  productType.split('>').map((level) => level.trim())

/** The departments of a shop. Throws when a catalogue file is not what it should be. */
export function departments(language: DemoLanguage): readonly Department[] {
  const known = loaded.get(language) ?? load(language)
  loaded.set(language, known)
  return known
}

/** Every product of a shop, department by department. */
export const products = (language: DemoLanguage): readonly DemoProduct[] =>
  departments(language).flatMap((department) => department.products)

/** The address of a product's page on its shop, from the root. */
export const productPath = (id: string, variant?: string): string =>
  `/p/${encodeURIComponent(id)}${variant === undefined ? '' : `?variant=${encodeURIComponent(variant)}`}`

const artPath = (shape: string, colors: readonly string[]): string =>
  `/art/${[shape, ...colors.map((color) => color.slice(1).toLowerCase())].join('-')}.svg`

/** The address of a product's picture, tinted by the colour of `variant` where its options name one. */
export function imagePath(product: DemoProduct, variant?: DemoVariant): string {
  const [main, second, accent] = product.art.colors
  return artPath(product.art.shape, [colourOfOptions(variant?.options ?? {}) ?? main, second, accent])
}

const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/**
 * The catalogue as JSON Lines in Google Merchant field names, for `POST /v1/admin/imports`.
 * `storeOrigin` is where the storefront answers, e.g. `http://localhost:8788`.
 */
export const importLines = (language: DemoLanguage, storeOrigin: string): string =>
  jsonLines(
    products(language).map((product) => {
      const { art: _art, created, reviews: _reviews, variants, ...facts } = product
      return {
        ...facts,
        currency: currencies[language],
        link: storeOrigin + productPath(product.id),
        image_link: storeOrigin + imagePath(product),
        created_at: created,
        ...(variants && {
          variants: variants.map((variant) => ({
            ...variant,
            link: storeOrigin + productPath(product.id, variant.id),
            image_link: storeOrigin + imagePath(product, variant),
          })),
        }),
      }
    }),
  )

/** The reviews as JSON Lines: id, product_id, rating, text, date. */
export const reviewLines = (language: DemoLanguage): string =>
  jsonLines(
    products(language).flatMap((product) =>
      product.reviews.map((review, i) => ({
        id: `${product.id}-r${i + 1}`,
        product_id: product.id,
        ...review,
      })),
    ),
  )
