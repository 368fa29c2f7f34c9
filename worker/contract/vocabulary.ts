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
  events: '/v1/events',
  orderWebhook: '/v1/webhooks/orders',
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
  warming: '/v1/admin/warming',
  synonyms: '/v1/admin/synonyms',
  rules: '/v1/admin/rules',
  models: '/v1/admin/models',
  leaderboard: '/v1/admin/models/leaderboard',
  grades: '/v1/admin/grades',
  ledger: '/v1/admin/ledger',
  visitors: '/v1/admin/visitors',
  export: '/v1/admin/export',
  orders: '/v1/admin/orders',
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
  /** Calls to a model that one visitor's searches, and all of a shop, may cause. */
  visitorModelCallsPerMinute: 30,
  shopModelCallsPerSecond: 20,
} as const

/** What is kept of the calls to models. */
export const LEDGER = {
  days: 90,
  calls: 20_000,
  /** Days that the redacted input of a call is kept where the shop wants it. */
  inputDays: 7,
  /** Days that the sums of a day are kept. */
  sumDays: 400,
  pageDefault: 50,
  pageMost: 200,
} as const

/** How much is thought out before anybody asks. */
export const WARMING = {
  /** Queries of one run, and how many of the first of them get an order. */
  queries: 200,
  orders: 50,
  /** How often a model is asked for an order of the same goods: once as they were found, then shuffled. */
  passes: 3,
  /** Of every bound of the shop's: warming stops there and leaves the rest to shoppers. */
  budgetShare: 0.5,
} as const

export const warmingStates = ['idle', 'running', 'paused'] as const

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

/** What a model is asked for; each may have a model of its own. */
export const modelPurposes = ['rerank', 'expand', 'understand', 'enrich', 'answer', 'embed'] as const
export type ModelPurpose = (typeof modelPurposes)[number]

/** `openai`: any address that speaks OpenAI's API. `workers-ai`: the account this installation runs in. */
export const modelKinds = ['openai', 'workers-ai'] as const
export type ModelKind = (typeof modelKinds)[number]

/** Servers that want to be asked in their own way; `compatible` is any other. */
export const modelDialects = ['compatible', 'openai', 'solar', 'vllm', 'llamacpp', 'ollama'] as const
export type ModelDialect = (typeof modelDialects)[number]

/**
 * How a server is told what the answer must look like: OpenAI's `json_schema`, the same with the schema bare,
 * `json_object` with the schema beside it, `json_object` alone, or not at all.
 */
export const schemaForms = ['strict', 'bare', 'object_schema', 'object', 'none'] as const
export type SchemaForm = (typeof schemaForms)[number]

/** How a model is told not to think first: a field of its chat template, an effort, or not at all. */
export const thinkingSwitches = ['none', 'template', 'effort_none', 'effort_minimal', 'effort_low'] as const
export type ThinkingSwitch = (typeof thinkingSwitches)[number]

export const tokenLimitFields = ['max_tokens', 'max_completion_tokens'] as const

/** What a probe finds out about a model. */
export const probeChecks = [
  'reachable',
  'schema',
  'json',
  'streaming',
  'thinking',
  'speed',
  'usage',
  'korean',
] as const
export type ProbeCheck = (typeof probeChecks)[number]

/** How many endpoints a shop may have, and how much a probe may cost. */
export const MODELS = {
  endpoints: 8,
  keyCharacters: 500,
  /** Milliseconds a probe may take as a whole. */
  probeMs: 45_000,
  probeMsMost: 120_000,
  probeCalls: 12,
  /** Tokens after which no further call of a probe is made. */
  probeTokens: 6_000,
} as const

/** How much a comparison of models may look at. */
export const LEADERBOARD = {
  /** Judgements a shop may keep: one for each product of a query. */
  grades: 5_000,
  queriesDefault: 200,
  queriesMost: 500,
  /** All of a shop's endpoints, and the installation's own model. */
  contenders: 9,
} as const

/** Cards a re-ranking model may be shown; `auto`: what the shop's own evaluation says, else the fewer. */
export const rerankCardChoices = ['auto', 24, 48] as const

/**
 * When no better order is asked for. `auto`: where the shop's own evaluation says that it does not help, and else by
 * `default`: the query names one product, or one stands out. `off`: always asked for.
 */
export const rerankGateChoices = ['auto', 'default', 'off'] as const

/** What a shop's own evaluation says of its re-ranking: nothing, when it pays, that it does harm. */
export const rerankGateStates = ['default', 'learnt', 'shut'] as const

/** Who judged: a person, what shoppers clicked, or a model. */
export const gradeSources = ['hand', 'click', 'model'] as const
export type GradeSource = (typeof gradeSources)[number]

export const leaderboardStates = ['none', 'running', 'paused', 'done'] as const

/** What a comparison with the first stage allows to be said of a model. */
export const leaderboardVerdicts = ['better', 'worse', 'not_told', 'same_family'] as const
export type LeaderboardVerdict = (typeof leaderboardVerdicts)[number]

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

export const importKinds = ['products', 'reviews', 'events'] as const
export type ImportKind = (typeof importKinds)[number]

export const importFormats = ['auto', 'jsonl', 'json', 'csv', 'tsv'] as const
export type ImportFormat = (typeof importFormats)[number]

export const importModes = ['upsert', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

/** What a page or a server tells us: the names of GA4. The shop stores a name by its place, so only append. */
export const eventNames = [
  'view_item_list',
  'select_item',
  'view_item',
  'add_to_cart',
  'remove_from_cart',
  'begin_checkout',
  'purchase',
  'refund',
  'search',
  'view_search_results',
] as const
export type EventName = (typeof eventNames)[number]

/** What a shopper has said about being recognised. */
export const consents = ['granted', 'denied', 'not_asked'] as const
export type Consent = (typeof consents)[number]

/**
 * On what basis a shop recognises those who have not been asked. `ask_first`: not at all. `notice`: they are told and may
 * object. `none`: no such rule applies. Who has denied is never recognised.
 */
export const consentBases = ['ask_first', 'notice', 'none'] as const
export type ConsentBasis = (typeof consentBases)[number]

/** Why an event was not taken. None of them is mended by sending the same again. */
export const eventRejections = [
  'not_an_event',
  'id_invalid',
  'name_unknown',
  'time_invalid',
  'time_too_early',
  'time_too_late',
  'items_missing',
  'items_invalid',
  'field_invalid',
  /** Behind the hundredth of a batch: send it in another. */
  'too_many',
  /** More than one visitor can do in a minute. */
  'flood',
  /** The caller declares itself a program. */
  'bot',
] as const
export type EventRejection = (typeof eventRejections)[number]

/** How much a page may tell, and what is kept of it. */
export const EVENTS = {
  /** Bytes of one batch. */
  batchBytes: 64 * 1024,
  perBatch: 100,
  idCharacters: 100,
  itemsOfEvent: 100,
  /** A clock that is off by no more than this is put right. */
  clockSkewMs: 24 * 3600 * 1000,
  /** An event may come so late: a page that was offline keeps it for later. */
  lateMs: 7 * 24 * 3600 * 1000,
  /** New events of one visitor in a minute; a shopper with two tabs stays far below. */
  perVisitorMinute: 300,
  /** Events about products after which a session teaches nothing any more: no shopper looks at so many. */
  learntItemsOfSession: 50,
  retentionDays: 90,
  retentionDaysLeast: 14,
  retentionDaysMost: 400,
} as const

/** `placed`: a page said so. `paid`: the shop's own server did. `refunded`: paid, and all of it given back. */
export const orderStates = ['placed', 'paid', 'refunded'] as const
export type OrderState = (typeof orderStates)[number]

/** Whose account a call is charged to: the shop's own, the operator's, or the platform account this runs in. */
export const modelOwners = ['shop', 'operator', 'platform'] as const
export type ModelOwner = (typeof modelOwners)[number]

/**
 * Which of a shop's bounds kept a model from being asked: what it may spend in a day or a month, what the operator
 * allows it of the platform's model, a sum of money that cannot be kept because the model has no price, or how often it
 * or one visitor may ask.
 */
export const budgetReasons = [
  'day_tokens',
  'day_money',
  'month_tokens',
  'month_money',
  'allowance',
  'price_unknown',
  'shop_rate',
  'visitor_rate',
] as const
export type BudgetReason = (typeof budgetReasons)[number]

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
