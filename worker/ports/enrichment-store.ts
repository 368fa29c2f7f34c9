import type { EnrichmentStatus } from '../contract/enrichment.ts'
import type { Locale } from '../contract/vocabulary.ts'

/** One product about which a model is to be asked. */
export interface EnrichmentItem {
  readonly market: string
  readonly id: string
  /** Of all the answer depends on: see `enrichmentKey`. */
  readonly key: string
  /** Of the text the model is shown. */
  readonly text: string
  /** Of the product the text was made from: tells the next look that nothing changed since. */
  readonly seen: string
  readonly locale: Locale
  /** The product's own words, by part: title, category, brand, facts, description. */
  readonly card: readonly string[]
  /** Sentences of its reviews, personal data taken out. */
  readonly reviews: readonly string[]
  /** Names of concepts to choose from. */
  readonly candidates: readonly string[]
  /** Names of concepts that its own words speak against, whoever says otherwise. */
  readonly denied: readonly string[]
}

export interface EnrichmentRates {
  readonly requestsPerMinute: number
  readonly tokensPerMinute: number
}

export interface EnrichmentRequest {
  /** Tells the answers of one model from another's. */
  readonly model: string
  /** Products at most. */
  readonly most: number
  readonly rates: EnrichmentRates
  /** Milliseconds since the epoch. */
  readonly now: number
}

export type EnrichmentWork =
  /** Handed out for a while: until it is stored, has failed, or has been out for too long. */
  | { readonly kind: 'work'; readonly items: readonly EnrichmentItem[] }
  /** Nothing for so long: the rates are used up, the model needs a pause, or somebody else is at it. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** All are done, or the merchant has not switched it on. */
  | { readonly kind: 'done' }

/** What names a product's answer. */
export type EnrichedProduct = Pick<EnrichmentItem, 'market' | 'id' | 'key' | 'text' | 'seen'>

export interface WrittenEnrichment extends EnrichedProduct {
  readonly tags: readonly {
    readonly tag: string
    readonly grounds: 'quoted' | 'review' | 'unproven'
    /** Words of the product's own texts; empty when none were quoted. */
    readonly evidence: string
  }[]
  readonly wishes: readonly string[]
}

export interface EnrichedBatch {
  readonly model: string
  readonly products: readonly WrittenEnrichment[]
  /** Products that were asked about, answered or not. */
  readonly asked: number
  /** As the server counted them, both ways together. */
  readonly tokens?: number
  readonly rates: EnrichmentRates
  readonly now: number
}

export interface FailedEnrichment {
  readonly model: string
  readonly products: readonly EnrichedProduct[]
  /** `texts`: the model cannot cope with this batch; `slow`: it took too long for it; `service`: nothing can be had. */
  readonly because: 'texts' | 'slow' | 'service'
  /** One short line without a text or a key. */
  readonly error: string
  readonly now: number
}

/** What a model has written about a shop's products, and the job that asks it. Every call names the shop. */
export interface EnrichmentStore {
  nextEnrichment(shop: string, request: EnrichmentRequest): Promise<EnrichmentWork>
  storeEnrichment(shop: string, batch: EnrichedBatch): Promise<void>
  failEnrichment(shop: string, batch: FailedEnrichment): Promise<void>
  /** A consumer goes: with `more`, the next is called at once, else nobody until products change. */
  endEnrichmentTurn(shop: string, more: boolean): Promise<void>
  /** The merchant wants it to go on: pauses end and products that failed are asked about again. */
  restartEnrichment(shop: string): Promise<void>
  /** `model`: the one asked now; null: none is configured. */
  enrichmentStatus(
    shop: string,
    model: string | null,
  ): Promise<Omit<EnrichmentStatus, 'configured' | 'enabled'>>
}
