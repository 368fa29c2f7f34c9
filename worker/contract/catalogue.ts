import { z } from 'zod'
import {
  ageGroups,
  availabilities,
  genders,
  importFormats,
  importKinds,
  importModes,
  visibilities,
} from './vocabulary.ts'

export const importRequest = z.object({
  kind: z.enum(importKinds).default('products'),
  format: z.enum(importFormats).default('auto'),
  mode: z.enum(importModes).default('upsert'),
})
export type ImportRequest = z.infer<typeof importRequest>

export const importAccepted = z.object({ import: z.string() })

export const rowError = z.object({
  /** 1-based line of the file on which the record starts; 0 for the file as a whole. */
  line: z.number(),
  field: z.string(),
  message: z.string(),
})
export type RowError = z.infer<typeof rowError>

export const importStatus = z.object({
  import: z.string(),
  kind: z.enum(importKinds),
  mode: z.enum(importModes),
  status: z.enum(['running', 'done', 'held', 'failed']),
  /** What the file was taken for, once known: format, delimiter, encoding, columns and what they were mapped to. */
  detected: z
    .object({
      format: z.string(),
      encoding: z.string(),
      delimiter: z.string().optional(),
      columns: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  /** Source records seen, taken and refused so far: read = accepted + rejected once the file is read. */
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  /** Products (or reviews) that differ from what was there. */
  changed: z.number(),
  /** Products removed by a `replace`. */
  removed: z.number(),
  /** 0 to 1 over all stages. */
  progress: z.number(),
  stage: z.string(),
  /** The first thousand. */
  errors: z.array(rowError),
  /** Why it is held, in one sentence. */
  held_because: z.string().optional(),
  created_at: z.string(),
  finished_at: z.string().optional(),
})
export type ImportStatus = z.infer<typeof importStatus>

export const importList = z.object({ imports: z.array(importStatus) })

export const catalogueEntry = z.object({
  id: z.number(),
  state: z.enum(['live', 'retired']),
  products: z.number(),
  created_at: z.string(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>

export const catalogueList = z.object({ catalogues: z.array(catalogueEntry) })

const money = z.number().nonnegative().nullable()

export const variant = z.object({
  id: z.string(),
  options: z.record(z.string(), z.string()),
  link: z.string().optional(),
  image_link: z.string().optional(),
  availability: z.enum(availabilities),
  price: money,
  sale_price: z.number().optional(),
  sale_price_effective_date: z.string().optional(),
  gtin: z.string().optional(),
  mpn: z.string().optional(),
})

/** One product as the admin API gives it: Google Merchant names, prices in major units. */
export const product = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  link: z.string().optional(),
  image_link: z.string().optional(),
  additional_image_links: z.array(z.string()).optional(),
  brand: z.string().optional(),
  product_type: z.string().optional(),
  price: money,
  price_label: z.string().optional(),
  sale_price: z.number().optional(),
  sale_price_effective_date: z.string().optional(),
  currency: z.string(),
  availability: z.enum(availabilities),
  visibility: z.enum(visibilities),
  adult: z.boolean(),
  gtin: z.string().optional(),
  mpn: z.string().optional(),
  gender: z.enum(genders).optional(),
  age_group: z.enum(ageGroups).optional(),
  color: z.string().optional(),
  size: z.string().optional(),
  material: z.string().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  variants: z.array(variant).optional(),
  rating: z.object({ value: z.number(), count: z.number() }).optional(),
  created_at: z.string().optional(),
  /** What it costs the shop, major units. Never on the storefront API. */
  cost_of_goods_sold: z.number().optional(),
  /** Share of the price that is left after the cost, as the source states it. Never on the storefront API. */
  margin: z.number().optional(),
})
export type ProductResponse = z.infer<typeof product>
