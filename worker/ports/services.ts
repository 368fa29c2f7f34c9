import type { Embedder } from './embedder.ts'
import type { EnrichmentRates, EnrichmentStore } from './enrichment-store.ts'
import type { LanguageModel } from './language-model.ts'
import type { Retriever } from './retriever.ts'
import type { SearchIndex } from './search-index.ts'
import type { ShopStore } from './shop-store.ts'
import type { SyncStore } from './sync-store.ts'
import type { VectorCache } from './vector-cache.ts'
import type { VectorStore } from './vector-store.ts'

export interface Embeddings {
  readonly embedder: Embedder
  readonly cache: VectorCache
  /** What the embedder's account allows for products; shoppers' queries come on top. */
  readonly rates: { readonly requestsPerMinute: number; readonly tokensPerMinute: number }
}

/** Everything outside that a use case may ask for. */
export interface Services {
  readonly shops: ShopStore
  readonly retriever: Retriever
  /** The search server's writing side; null: shops search their own index only. */
  readonly searchIndex: SearchIndex | null
  readonly sync: SyncStore
  readonly vectors: VectorStore
  readonly enrichment: EnrichmentStore
  /** What may be asked of a model about products; shoppers' searches come on top. */
  readonly enrichmentRates: EnrichmentRates
  /** null: no embedder is configured, searches go by words alone. */
  readonly embeddings: Embeddings | null
  /** null: no model is configured, every search answers in keyword mode. */
  readonly model: LanguageModel | null
  /** Creates shops; undefined: nobody may. */
  readonly operatorToken: string | undefined
  readonly rateLimits: boolean
}
