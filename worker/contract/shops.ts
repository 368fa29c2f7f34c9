import { z } from 'zod'
import {
  EVENTS,
  LIMITS,
  consentBases,
  contentLinkKinds,
  locales,
  rerankCardChoices,
  rerankGateChoices,
  soldOutPolicies,
} from './vocabulary.ts'

const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as KRW or USD')
const origin = z
  .string()
  .regex(/^https?:\/\/[^/?#\s]+$/, 'an origin such as https://shop.example, without a path')

/** A country or language the shop sells in. The first is the default. */
export const market = z.object({
  id: z.string().min(1).max(50),
  locale: z.enum(locales),
  currency,
  origin: origin.optional(),
  path: z.string().startsWith('/').max(200).optional(),
})
export type Market = z.infer<typeof market>

export const createShopRequest = z.object({
  name: z.string().trim().min(1).max(100),
  locale: z.enum(locales),
  currency,
  origins: z.array(origin).max(50),
  markets: z.array(market).min(1).max(20).optional(),
})
export type CreateShopRequest = z.infer<typeof createShopRequest>

export const createShopResponse = z.object({
  shop: z.string(),
  public_key: z.string(),
  /** Shown this once; only its hash is stored. */
  secret_key: z.string(),
})
export type CreateShopResponse = z.infer<typeof createShopResponse>

/** Colours and shape; every one may be absent, then the host page's own style is read. */
export const theme = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  text: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  surface: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional(),
  /** Corner radius in CSS pixels. */
  radius: z.number().min(0).max(32).optional(),
  font: z.string().max(200).optional(),
})
export type Theme = z.infer<typeof theme>

/** An address of the shop's own pages: https, or a path. */
const pageLink = z
  .string()
  .max(500)
  .regex(/^(?:https:\/\/[^\s/]\S*|\/(?!\/)\S*)$/, 'an address that begins with https:// or /')

/** A page that answers what is no product: delivery, returns, coupons, stores, an order's state. */
export const contentLink = z.object({
  kind: z.enum(contentLinkKinds),
  title: z.string().trim().min(1).max(100),
  link: pageLink,
  /** Words that lead there, besides those of its topic. */
  words: z.array(z.string().trim().min(1).max(60)).max(30).optional(),
})
export type ContentLink = z.infer<typeof contentLink>

/** What calls to models may cost a shop in one day or month; what is left out is not limited, 0 allows nothing. */
const spendingLimit = z.strictObject({
  /** In and out together. */
  tokens: z.number().int().min(0).max(1_000_000_000_000).optional(),
  /** US dollars, as models are priced. A model without a price is not asked while money is limited. */
  money: z.number().min(0).max(1_000_000).optional(),
})

export const settings = z.object({
  name: z.string().trim().min(1).max(100),
  origins: z.array(origin).max(50),
  markets: z.array(market).min(1).max(20),
  theme,
  /** Texts of the widget that the shop words itself, by locale and message name. */
  texts: z.partialRecord(z.enum(locales), z.record(z.string().max(60), z.string().max(300))),
  search: z.object({
    sold_out: z.enum(soldOutPolicies),
    /** The shop's own search page, with `{query}` where the words go. */
    results_url: z
      .string()
      .max(500)
      .regex(/^(?:https?:\/\/|\/(?!\/)|$)/, 'an address that begins with https:// or /'),
  }),
  content_links: z.array(contentLink).max(50),
  /** Address of a category's page, with `{value}` for its whole path or `{title}` for its last part; empty: none. */
  category_link: pageLink.or(z.literal('')),
  /** The same for a brand's page. */
  brand_link: pageLink.or(z.literal('')),
  models: z.object({
    deadline_ms: z.number().int().min(100).max(LIMITS.modelDeadlineMsMax),
    /** Whether a model puts the first results in a better order. */
    rerank: z.boolean(),
    /** When it is not asked to, see the vocabulary. */
    rerank_gate: z.enum(rerankGateChoices),
    /** How many products it is shown. */
    rerank_cards: z.literal(rerankCardChoices),
    /** Whether a model adds words to wishes, which are kept for all shoppers. */
    expand: z.boolean(),
    /** Whether the model that orders results may also say why the first three fit, in words of the products' own texts. */
    reasons: z.boolean(),
    /** How long a search waits for the vector of its query; 0: searches go by words alone. */
    embed_deadline_ms: z.number().int().min(0).max(LIMITS.embedDeadlineMsMax),
    /** At the limit searches go on in keyword mode. Days and months end by the clock of the first market. */
    budget: z.strictObject({ day: spendingLimit.default({}), month: spendingLimit.default({}) }),
    /** Keeps what was sent to a model, redacted, for a week. */
    keep_inputs: z.boolean(),
    /** How often one visitor's searches may ask a model. */
    visitor_calls_per_minute: z.number().int().min(1).max(1_000),
    shop_calls_per_second: z.number().int().min(1).max(1_000),
    /** Whether a model reads the products, with some sentences of their reviews, for tags and for wishes they answer. */
    enrich: z.boolean(),
    /** Whether words and orders for what most shoppers search for are thought out once a day, before they ask. */
    warm: z.boolean(),
  }),
  limits: z.object({
    searches_per_second: z.number().int().min(1).max(10_000),
    address_searches_per_second: z.number().int().min(1).max(1000),
    address_burst: z.number().int().min(1).max(10_000),
  }),
  events: z.object({
    /** On what basis shoppers who were not asked are recognised; in the EEA they are always asked first. */
    consent: z.strictObject({
      default: z.enum(consentBases),
      /** By country, ISO 3166-1. */
      regions: z
        .record(z.string().regex(/^[A-Z]{2}$/, 'a country such as KR or US'), z.enum(consentBases))
        .default({}),
    }),
    /** Days that events are kept. */
    retention_days: z.number().int().min(EVENTS.retentionDaysLeast).max(EVENTS.retentionDaysMost),
  }),
  /** True: the loader does nothing at all. */
  off: z.boolean(),
  /** Percent of visits that get the widget. */
  ramp: z.number().int().min(0).max(100),
})
export type Settings = z.infer<typeof settings>

/** The settings and, read-only, what names the shop to others. */
export const settingsResponse = settings.extend({
  shop: z.object({ id: z.string(), public_key: z.string() }),
})
export type SettingsResponse = z.infer<typeof settingsResponse>

/** Any part of the settings; objects are merged one level deep, arrays replaced. */
export const settingsPatch = settings
  .extend({
    search: settings.shape.search.partial(),
    models: settings.shape.models.partial().strict(),
    limits: settings.shape.limits.partial(),
    events: settings.shape.events.partial().strict(),
  })
  .partial()
  .strict()
export type SettingsPatch = z.infer<typeof settingsPatch>

/** What the widget needs before it can show anything. */
export const configResponse = z.object({
  shop: z.string(),
  name: z.string(),
  market: z.string(),
  locale: z.enum(locales),
  currency: z.string(),
  theme,
  texts: z.record(z.string(), z.string()),
  features: z.array(z.string()),
  results_url: z.string(),
  /** Categories and attribute values to tap before anything is typed. */
  browse: z.object({
    categories: z.array(z.object({ value: z.string(), count: z.number() })),
    attributes: z.array(z.object({ name: z.string(), value: z.string(), count: z.number() })),
  }),
  experiment_salt: z.string(),
  /** On what basis a shopper of this region is recognised before they are asked; the vocabulary says what each means. */
  consent_basis: z.enum(consentBases),
  off: z.boolean(),
  ramp: z.number(),
})
export type ConfigResponse = z.infer<typeof configResponse>
