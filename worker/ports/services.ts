import type { LanguageModel } from './language-model.ts'
import type { Retriever } from './retriever.ts'
import type { SearchIndex } from './search-index.ts'
import type { ShopStore } from './shop-store.ts'
import type { SyncStore } from './sync-store.ts'

/** Everything outside that a use case may ask for. */
export interface Services {
  readonly shops: ShopStore
  readonly retriever: Retriever
  /** The search server's writing side; null: shops search their own index only. */
  readonly searchIndex: SearchIndex | null
  readonly sync: SyncStore
  /** null: no model is configured, every search answers in keyword mode. */
  readonly model: LanguageModel | null
  /** Creates shops; undefined: nobody may. */
  readonly operatorToken: string | undefined
  readonly rateLimits: boolean
}
