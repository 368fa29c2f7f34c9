import type { AnswerCache } from './answer-cache.ts'
import type { EventStore } from './event-store.ts'
import type { LeaderboardStore } from './leaderboard-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { ChatPurpose, ChosenModel, Embeddings, Models, ShopWithModels } from './models.ts'
import type { EnrichmentRates, EnrichmentStore } from './enrichment-store.ts'
import type { OrderStore } from './order-store.ts'
import type { Retriever } from './retriever.ts'
import type { SearchIndex } from './search-index.ts'
import type { ShopStore } from './shop-store.ts'
import type { SyncStore } from './sync-store.ts'
import type { VectorStore } from './vector-store.ts'
import type { WarmingStore } from './warming-store.ts'

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
  readonly models: Models
  /**
   * The model that serves a shop for a purpose; null: its searches answer in keyword mode. Whoever counts or brakes
   * calls does it around what this answers.
   */
  readonly modelFor: (shop: ShopWithModels, purpose: ChatPurpose) => ChosenModel | null
  /** null: the shop's searches go by words alone. */
  readonly embeddingsFor: (shop: ShopWithModels) => Embeddings | null
  readonly ledger: LedgerStore
  readonly leaderboard: LeaderboardStore
  readonly warming: WarmingStore
  readonly events: EventStore
  readonly orders: OrderStore
  readonly answers: AnswerCache
  /** Creates shops; undefined: nobody may. */
  readonly operatorToken: string | undefined
  readonly rateLimits: boolean
}
