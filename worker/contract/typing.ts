import { z } from 'zod'
import { hit } from './search.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

/** A brand and how else it is written. */
export const brandEntry = z.object({
  brand: line(100),
  /** What shoppers may type for it, in any script. */
  spellings: z.array(line(100)).max(50),
  /** Who says so: a rule of transliteration, the list of well-known brands, or the merchant. */
  source: z.enum(['rule', 'list', 'merchant']),
})
export type BrandEntry = z.infer<typeof brandEntry>

export const brandList = z.object({ brands: z.array(brandEntry) })

/** The merchant's own spellings, all of them: brands that are left out go back to the list and the rules. */
export const brandsRequest = z
  .object({ brands: z.array(brandEntry.pick({ brand: true, spellings: true })).max(2000) })
  .strict()
export type BrandsRequest = z.infer<typeof brandsRequest>

/** Queries never suggested, and queries the merchant wants shown before anything is typed. */
export const queryLists = z
  .object({
    /** Compared without case, spaces and signs; a query that contains a blocked one is blocked too. */
    queries: z.array(line(100)).max(1000),
    /** Replaces what shoppers search for most; empty: theirs is shown. */
    popular: z.array(line(100)).max(20).default([]),
  })
  .strict()
export type QueryLists = z.infer<typeof queryLists>

export const suggestRequest = z.object({
  /** The public key; checked before anything else is read. */
  key: z.string().max(100).optional(),
  q: z.string().max(100).default(''),
  locale: z.string().max(20).optional(),
  market: z.string().max(50).optional(),
  /** The host page's own signal that adult goods may be shown. */
  adult: z.enum(['0', '1']).optional(),
})
export type SuggestRequest = z.infer<typeof suggestRequest>

export const suggestedProduct = hit.pick({
  id: true,
  title: true,
  link: true,
  image_link: true,
  price: true,
  sale_price: true,
  price_max: true,
  price_label: true,
  currency: true,
  availability: true,
  brand: true,
})

export const suggestResponse = z.object({
  query: z.string(),
  /** Whole queries: what the shop's own words complete to, and what others searched for and clicked on. */
  queries: z.array(z.object({ text: z.string(), kind: z.enum(['completion', 'popular']) })),
  products: z.array(suggestedProduct),
  /** `value` is the whole path, as `filter[category]` takes it; `title` its last part. */
  categories: z.array(z.object({ value: z.string(), title: z.string(), count: z.number() })),
  brands: z.array(z.object({ value: z.string(), count: z.number() })),
  took_ms: z.number(),
})
export type SuggestResponse = z.infer<typeof suggestResponse>
