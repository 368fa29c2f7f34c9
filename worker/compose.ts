import { createEmbeddedRetriever } from './adapters/retriever-embedded/retriever.ts'
import { createMeilisearchRetriever } from './adapters/retriever-meilisearch/retriever.ts'
import { createMeilisearchIndex } from './adapters/retriever-meilisearch/search-index.ts'
import { createOpenAiModel } from './adapters/llm-openai/model.ts'
import { createDurableShopStore } from './adapters/shop-store-durable/store.ts'
import { createDurableSyncStore } from './adapters/shop-store-durable/sync-store.ts'
import type { Bindings } from './bindings.ts'
import { readConfig } from './config.ts'
import type { Services } from './ports/services.ts'

/** Joins ports and adapters: the only place that knows which adapter serves which port. */
export function compose(env: Bindings): Services {
  const config = readConfig(env)
  const { model, meilisearch } = config
  const embedded = createEmbeddedRetriever(env.SHOP, config.rateLimits)
  return {
    shops: createDurableShopStore(env.SHOP),
    retriever: meilisearch
      ? createMeilisearchRetriever({
          ...meilisearch,
          embedded,
          readLinks: async (shop, version) => env.SHOP.getByName(shop).searchLinks(version),
          now: Date.now,
        })
      : embedded,
    searchIndex: meilisearch ? createMeilisearchIndex(meilisearch) : null,
    sync: createDurableSyncStore(env.SHOP),
    model: model
      ? createOpenAiModel({
          baseUrl: model.baseUrl,
          model: model.name,
          ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
        })
      : null,
    operatorToken: config.operatorToken,
    rateLimits: config.rateLimits,
  }
}
