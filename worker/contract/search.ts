import { z } from 'zod'
import { LIMITS, availabilities, contentLinkKinds, sorts, wishKinds } from './vocabulary.ts'

/** A filter value as it stands in the address: `filter[price]=10..50`, `filter[brand]=A`, `filter[attr.소재]=면`. Repeat a parameter to accept several values. */
const filterValue = z.union([z.string().max(200), z.array(z.string().max(200)).max(50)])

export const searchRequest = z.object({
  /** The public key; checked before anything else is read. */
  key: z.string().max(100).optional(),
  q: z.string().max(LIMITS.queryCharacters).default(''),
  limit: z.coerce.number().int().min(1).max(LIMITS.hitsMax).default(LIMITS.hitsDefault),
  offset: z.coerce.number().int().min(0).max(LIMITS.offsetMax).default(0),
  locale: z.string().max(20).optional(),
  market: z.string().max(50).optional(),
  sort: z.enum(sorts).optional(),
  /** Ids of understood wishes the shopper took back, comma-separated. */
  without: z.string().max(1000).optional(),
  /** `1` searches the words as they were typed: none is taken for another. */
  exact: z.enum(['0', '1']).optional(),
  /**
   * `1`: the shopper is still typing, and no model is asked for half a wish. `rest`: typing has rested for some
   * seconds; a model is asked unless the last word waits for another. Else the search is finished, as by Enter.
   */
  typing: z.enum(['0', '1', 'rest']).optional(),
  collection: z.string().max(200).optional(),
  visitor: z.string().max(100).optional(),
  session: z.string().max(100).optional(),
  /** The host page's own signal that adult goods may be shown. */
  adult: z.enum(['0', '1']).optional(),
  filters: z.record(z.string().max(100), filterValue).default({}),
})
export type SearchRequest = z.infer<typeof searchRequest>

export const hit = z.object({
  id: z.string(),
  title: z.string(),
  link: z.string().optional(),
  image_link: z.string().optional(),
  additional_image_links: z.array(z.string()).optional(),
  /** What an anonymous shopper pays without the sale, in major units; null when the shop says "ask". */
  price: z.number().nullable(),
  /** Present only inside its dates. */
  sale_price: z.number().optional(),
  /** Present when variants cost different amounts. */
  price_max: z.number().optional(),
  price_label: z.string().optional(),
  currency: z.string(),
  availability: z.enum(availabilities),
  brand: z.string().optional(),
  rating: z.object({ value: z.number(), count: z.number() }).optional(),
  variant: z
    .object({
      id: z.string(),
      options: z.record(z.string(), z.string()),
      link: z.string().optional(),
      image_link: z.string().optional(),
      availability: z.enum(availabilities),
    })
    .optional(),
  /** Short marks such as `sale`, `sold_out`, `new`, `price_unknown`. */
  badges: z.array(z.string()).optional(),
  /** One line that quotes the product's own data or a review. */
  reason: z.string().optional(),
  tags: z.array(z.string()).optional(),
})
export type Hit = z.infer<typeof hit>

export const understoodWish = z.object({
  id: z.string(),
  kind: z.enum(wishKinds),
  /** In the shopper's language, ready to show on a chip. */
  label: z.string(),
  /** True when it excludes products; false when it only lifts some. */
  hard: z.boolean(),
})
export type UnderstoodWish = z.infer<typeof understoodWish>

export const facetValue = z.object({ value: z.string(), count: z.number() })
export const facets = z.object({
  category: z.array(facetValue),
  brand: z.array(facetValue),
  availability: z.array(facetValue),
  /** Major units over the matched products with a known price. */
  price: z.object({ min: z.number(), max: z.number() }).optional(),
  attributes: z.array(z.object({ name: z.string(), values: z.array(facetValue) })),
})
export type Facets = z.infer<typeof facets>

/**
 * A filter that a model's words suggest: a chip to tap, which filters nothing by itself. `label`: the value as the shop
 * writes it, of a category its last part. `filter`: `category` or `attr.NAME`, and the value as it stands in the address.
 */
export const hint = z.object({ label: z.string(), filter: z.object({ name: z.string(), value: z.string() }) })
export type Hint = z.infer<typeof hint>

/** What a merchant's rule shows above the results. Links are https or of the shop's own site. */
export const banner = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().optional(),
  link: z.string().optional(),
  image_link: z.string().optional(),
})
export type Banner = z.infer<typeof banner>

export const searchResponse = z.object({
  query: z.string(),
  hits: z.array(hit),
  total: z.number(),
  facets,
  /** Pages that answer what is no product, and the page of a category or brand that is named exactly. */
  content: z
    .array(
      z.object({
        kind: z.enum(['category', 'brand', ...contentLinkKinds]),
        title: z.string(),
        link: z.string(),
      }),
    )
    .optional(),
  understood: z.array(understoodWish),
  /** Present when a word was taken for another: the whole query as typed and as searched. */
  spelling: z.object({ typed: z.string(), shown: z.string() }).optional(),
  /** At most four, best first; only on the first page of a search that words of a model have widened. */
  hints: z.array(hint).optional(),
  /** `none`: nothing in the shop matches; `nearest`: only loosely related goods do. */
  answer: z.enum(['found', 'nearest', 'none']),
  /** Which wish to drop when the filters leave nothing, and how many products that frees. */
  relax: z.array(z.object({ id: z.string(), total: z.number() })).optional(),
  /** A merchant's rule leads these words elsewhere. First page only. */
  redirect: z.object({ link: z.string() }).optional(),
  /** First page only. */
  banners: z.array(banner).optional(),
  degraded: z.array(z.enum(['meilisearch', 'model', 'embedder', 'budget'])).optional(),
  mode: z.enum(['keyword', 'hybrid', 'reranked']),
  took_ms: z.number(),
  request_id: z.string(),
})
export type SearchResponse = z.infer<typeof searchResponse>

/** The stream's second event: every id of `results` and of `added`, each once, best first. */
export const orderEvent = z.object({
  ids: z.array(z.string()),
  /** By product id: a line that quotes the product's own data, in place of the hit's. */
  reasons: z.record(z.string(), z.string()),
  added: z.array(hit),
  /** Where the words that suggest them came only now. */
  hints: z.array(hint).optional(),
})
export type OrderEvent = z.infer<typeof orderEvent>
