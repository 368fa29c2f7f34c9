/**
 * The words and numbers of the API that every program may import by value.
 * Free of zod on purpose: the widget must not download a validator.
 */

export const CONTRACT_VERSION = '1'

export const paths = {
  config: '/v1/config',
  search: '/v1/search',
  suggest: '/v1/suggest',
  tags: '/v1/tags',
  adminTags: '/v1/admin/tags',
  shops: '/v1/shops',
  settings: '/v1/admin/settings',
  imports: '/v1/admin/imports',
  products: '/v1/admin/products',
  catalogues: '/v1/admin/catalogues',
  brands: '/v1/admin/brands',
  blocks: '/v1/admin/blocks',
  adminSearch: '/v1/admin/search',
  vectors: '/v1/admin/search/vectors',
  enrichment: '/v1/admin/enrichment',
  synonyms: '/v1/admin/synonyms',
  rules: '/v1/admin/rules',
  health: '/healthz',
  openapi: '/openapi.json',
  loader: '/aisle.js',
  manifest: '/w/manifest.json',
} as const

export const LIMITS = {
  /** Characters of a query; a longer one is refused with 400. */
  queryCharacters: 300,
  /** Hits of a page when the request names no limit. */
  hitsDefault: 20,
  hitsMax: 100,
  /** How deep paging goes: results past this rank are not ranked at all. */
  offsetMax: 1000,
  /** Bytes of one import request. */
  importBytes: 100 * 1024 * 1024,
  /** Bytes of one stored chunk of it; only the last is shorter, so that a byte's chunk is a division away. */
  importChunkBytes: 1024 * 1024,
  /** Cards shown to a re-ranking model. */
  rerankCards: 24,
  rerankCardsMax: 48,
  /** Time from the request's arrival within which a model's order is used. */
  modelDeadlineMs: 1500,
  modelDeadlineMsMax: 5000,
  /** Time from the request's arrival that a search waits for its query's vector. */
  embedDeadlineMs: 150,
  embedDeadlineMsMax: 1000,
} as const

/** How much a merchant may tune by hand. */
export const TUNING = {
  synonyms: 2_000,
  wordsOfSynonym: 20,
  /** Words of one phrase of a synonym. */
  phraseWords: 5,
  wordCharacters: 100,
  rules: 500,
  actionsOfRule: 20,
  /** Phrases of a rule's condition, and words of one of them. */
  wordsOfRule: 50,
  ruleWords: 20,
  valuesOfCondition: 200,
  pinPosition: 100,
  /** Results of a preview. */
  previewHits: 12,
  /** Bytes of a list as JSON. */
  listBytes: 8 * 1024 * 1024,
} as const

/** How the words of a rule are looked for in a query. */
export const queryMatches = ['is', 'contains', 'starts_with', 'any'] as const
export type QueryMatch = (typeof queryMatches)[number]

export const errorCodes = [
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unsupported_media',
  'unprocessable',
  'rate_limited',
  'unavailable',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export const availabilities = ['in_stock', 'out_of_stock', 'preorder', 'backorder'] as const
export type Availability = (typeof availabilities)[number]

export const visibilities = ['public', 'members', 'hidden'] as const
export type Visibility = (typeof visibilities)[number]

export const genders = ['female', 'male', 'unisex'] as const
export type Gender = (typeof genders)[number]

export const ageGroups = ['newborn', 'infant', 'toddler', 'kids', 'adult'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const sorts = ['relevance', 'price_asc', 'price_desc', 'newest', 'rating', 'popular'] as const
export type Sort = (typeof sorts)[number]

/** Pages besides products that a search may lead to. */
export const contentLinkKinds = ['policy', 'notice', 'order'] as const
export type ContentLinkKind = (typeof contentLinkKinds)[number]

export const locales = ['ko', 'en', 'ja'] as const
export type Locale = (typeof locales)[number]

export const soldOutPolicies = ['last', 'hidden', 'mixed'] as const
export type SoldOutPolicy = (typeof soldOutPolicies)[number]

export const importKinds = ['products', 'reviews'] as const
export type ImportKind = (typeof importKinds)[number]

export const importFormats = ['auto', 'jsonl', 'json', 'csv', 'tsv'] as const
export type ImportFormat = (typeof importFormats)[number]

export const importModes = ['upsert', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

/** Why a search server could not be brought up to date. */
export const syncProblems = [
  'unreachable',
  'busy',
  'refused',
  'index_missing',
  'rejected',
  'task_failed',
] as const
export type SyncProblem = (typeof syncProblems)[number]

/** What a product can be good for, beside what it is. */
export const tagKinds = ['mood', 'occasion', 'recipient', 'season', 'place', 'style', 'feature'] as const
export type TagKind = (typeof tagKinds)[number]

/** What a shopper's phrase can be understood as; each becomes a chip. */
export const wishKinds = [
  'price',
  'exclude',
  'color',
  'size',
  'gender',
  'age',
  'sort',
  'recipient',
  'occasion',
  'season',
  'place',
  'mood',
  'style',
  'feature',
  'brand',
] as const
export type WishKind = (typeof wishKinds)[number]
