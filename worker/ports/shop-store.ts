import type { ImportKind, ImportFormat, ImportMode, Locale } from '../contract/vocabulary.ts'
import type { CatalogueEntry, ImportStatus, ProductResponse, RowError } from '../contract/catalogue.ts'
import type { Hit } from '../contract/search.ts'
import type { Settings } from '../contract/shops.ts'
import type { BrandEntry, BrandsRequest, QueryLists, SuggestResponse } from '../contract/typing.ts'
import type { Rule, RulesResponse, Synonym, SynonymsResponse } from '../contract/tuning.ts'
import type { ModelProbe } from '../contract/models.ts'
import type { ClaimNeeds, ClaimRuleId } from '../contract/claims.ts'
import type { Result } from '../result.ts'
import type { LearntGate } from './rerank-gate.ts'
import type { EndpointIdentity, ShopModels } from './shop-models.ts'

export interface ShopRecord {
  readonly id: string
  readonly publicKey: string
  /** SHA-256 of the secret key, hex. */
  readonly secretHash: string
  readonly settings: Settings
  readonly models: ShopModels
  /** Absent: no comparison has taught anything. */
  readonly gates?: readonly LearntGate[]
  readonly experimentSalt: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** A shop before anything has been set up. */
export type NewShop = Omit<ShopRecord, 'models' | 'gates'>

export interface NewImport {
  readonly id: string
  readonly kind: ImportKind
  readonly mode: ImportMode
  readonly format: ImportFormat
  readonly market: string
}

/** What the shop offers to tap before anything is typed. */
export interface Browse {
  readonly categories: readonly { value: string; count: number }[]
  readonly attributes: readonly { name: string; value: string; count: number }[]
}

/** One line of the query log; `query` and `understood` have been through redaction. */
export interface SearchLogEntry {
  readonly at: number
  readonly query: string
  readonly understood: readonly string[]
  readonly hits: readonly string[]
  readonly total: number
  readonly answer: string
  readonly mode: string
  readonly tookMs: number
  /** As the answer gave it to the page. */
  readonly requestId: string
  readonly market: string
  /** Who searched and in which market, for telling how many did; null when the page does not say, or it was a later page. */
  readonly visit: { readonly visitor: string; readonly market: string } | null
}

/** What a shopper has typed so far. */
export interface SuggestPlan {
  readonly query: string
  readonly market: string
  readonly adult: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
}

export interface Suggested {
  readonly queries: SuggestResponse['queries']
  readonly products: readonly Hit[]
  readonly categories: SuggestResponse['categories']
  readonly brands: SuggestResponse['brands']
}

/** A product's tags as the shop works them out, surest first. */
export interface ProductTags {
  readonly tags: readonly {
    /** A concept's name, `mood:cozy`. */
    readonly tag: string
    readonly confidence: number
    readonly source: 'kind' | 'text' | 'reviews' | 'model' | 'merchant'
    readonly evidence: string
  }[]
  /** What the merchant took away. */
  readonly removed: readonly string[]
  /** What tells what may be said of the product. */
  readonly of: { readonly category: readonly string[]; readonly title: string; readonly states: string }
}

export interface TagCount {
  /** A concept's name. */
  readonly tag: string
  /** Products that serve it well. */
  readonly count: number
  /** Those of them of which its label may be said; 0 where it may never be said of one that a tap would show. */
  readonly shown: number
  /** What holds it back from the others. */
  readonly held?: { readonly because: ClaimRuleId; readonly law: string; readonly needs: ClaimNeeds }
}

export interface TagCounts {
  readonly counts: readonly TagCount[]
  /** Tags the merchant does not want offered. */
  readonly hidden: readonly string[]
  /** Public products. */
  readonly products: number
}

export type ImportDecision = 'accept' | 'discard'
export type DecisionFailure =
  | { readonly kind: 'import_missing' }
  | { readonly kind: 'not_held'; readonly status: string }

/** The list was changed by someone else since `version` was read. */
export interface StaleList {
  readonly kind: 'stale'
  /** The version it has now. */
  readonly version: number
}

/** A shop's own data. Every call names the shop; a shop that was never created answers null or a failure. */
export interface ShopStore {
  create(shop: NewShop): Promise<boolean>
  read(shop: string): Promise<ShopRecord | null>
  saveSettings(shop: string, settings: Settings): Promise<void>
  /** Replaces what the shop has set up, unless it is no more the one of `ifVersion`. */
  saveModels(
    shop: string,
    models: Omit<ShopModels, 'version'>,
    ifVersion: number | undefined,
  ): Promise<Result<ShopModels, StaleList>>
  /** Keeps what a probe found; false when the endpoint has been changed meanwhile. */
  saveProbe(shop: string, endpoint: EndpointIdentity, probe: ModelProbe): Promise<boolean>

  beginImport(shop: string, request: NewImport): Promise<void>
  /** Chunks arrive in order, each at most 1 MiB; a repeat of the same number is harmless. */
  appendImport(shop: string, id: string, seq: number, bytes: Uint8Array): Promise<void>
  /** From here on the file is the shop's: it will be read to its end whatever happens. */
  finishUpload(shop: string, id: string, encoding: string): Promise<void>
  /** Forgets an upload that was refused or broke off. */
  dropUpload(shop: string, id: string): Promise<void>
  importStatus(shop: string, id: string): Promise<ImportStatus | null>
  listImports(shop: string): Promise<ImportStatus[]>
  decideImport(
    shop: string,
    id: string,
    decision: ImportDecision,
  ): Promise<Result<ImportStatus, DecisionFailure>>

  product(shop: string, id: string): Promise<ProductResponse | null>
  /** One product in import form; the same rules as a row of a file. */
  putProduct(
    shop: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<Result<ProductResponse, RowError[]>>
  removeProduct(shop: string, id: string): Promise<boolean>
  /** The live catalogue and those that can be restored, newest first. */
  catalogues(shop: string): Promise<CatalogueEntry[]>
  /** Makes a replaced catalogue the live one again; false when there is none of that id. */
  restoreCatalogue(shop: string, id: number): Promise<boolean>
  browse(shop: string, market: string): Promise<Browse>

  synonyms(shop: string): Promise<SynonymsResponse>
  /** Replaces the whole list, unless it is no more the one of `ifVersion`. */
  saveSynonyms(
    shop: string,
    list: readonly Synonym[],
    ifVersion: number | undefined,
  ): Promise<Result<SynonymsResponse, StaleList>>
  rules(shop: string): Promise<RulesResponse>
  /** As `saveSynonyms`; the order of the list is the rules' precedence. */
  saveRules(
    shop: string,
    list: readonly Rule[],
    ifVersion: number | undefined,
  ): Promise<Result<RulesResponse, StaleList>>

  /** Lines may be gathered for a moment and written together; the promise of the first stands for all. */
  logSearch(shop: string, entry: SearchLogEntry): Promise<void>
  /** Keeps the words that a model has added to a wish, for every shopper; see `expansionKey`. */
  saveExpansion(shop: string, key: string, words: readonly string[]): Promise<void>
  /** Completions of what has been typed; null for a shop that does not exist. */
  suggest(shop: string, plan: SuggestPlan): Promise<Suggested | null>
  /** The brands of a market with their other spellings. */
  brands(shop: string, market: string): Promise<BrandEntry[]>
  /** Replaces the merchant's own spellings of brands. */
  saveBrands(shop: string, brands: BrandsRequest['brands']): Promise<void>
  queryLists(shop: string): Promise<QueryLists>
  saveQueryLists(shop: string, lists: QueryLists): Promise<void>

  /** How many products of a market serve each concept well. */
  /** `locale` is that of the labels to be shown. */
  tagCounts(shop: string, market: string, locale: Locale): Promise<TagCounts>
  saveHiddenTags(shop: string, tags: readonly string[]): Promise<void>
  /** null for a product that does not exist. */
  productTags(shop: string, id: string): Promise<ProductTags | null>
  /** Replaces the merchant's corrections; the next search obeys. */
  correctTags(
    shop: string,
    id: string,
    corrections: { readonly added: readonly string[]; readonly removed: readonly string[] },
  ): Promise<ProductTags | null>
}
