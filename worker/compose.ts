import { createOpenAiEmbedder } from './adapters/embedder-openai/embedder.ts'
import { createWorkersAiEmbedder } from './adapters/embedder-workers-ai/embedder.ts'
import { createEmbeddedRetriever } from './adapters/retriever-embedded/retriever.ts'
import { createMeilisearchRetriever } from './adapters/retriever-meilisearch/retriever.ts'
import { createMeilisearchIndex } from './adapters/retriever-meilisearch/search-index.ts'
import { createOpenAiModel } from './adapters/llm-openai/model.ts'
import { createDurableEnrichmentStore } from './adapters/shop-store-durable/enrichment.ts'
import { createDurableShopStore } from './adapters/shop-store-durable/store.ts'
import { createDurableSyncStore } from './adapters/shop-store-durable/sync-store.ts'
import { createDurableVectorStore } from './adapters/shop-store-durable/vectors.ts'
import { createEdgeVectorCache } from './adapters/vector-cache-edge/cache.ts'
import type { Bindings } from './bindings.ts'
import { readConfig, type Config } from './config.ts'
import type { Embeddings, Services } from './ports/services.ts'

/** Upstage's limits for Solar embeddings; others rarely allow less. */
const ENDPOINT_RATES = { requestsPerMinute: 100, tokensPerMinute: 300_000 }
/** Workers AI counts requests only. */
const WORKERS_AI_RATES = { requestsPerMinute: 1_500, tokensPerMinute: 10_000_000 }

/** Slow enough for a small account, and a catalogue of ten thousand products is read in three hours. */
const ENRICHMENT_RATES = { requestsPerMinute: 30, tokensPerMinute: 100_000 }

/** The endpoint that is named; without one the platform's own model, where there is one. */
function embeddingsOf(env: Bindings, { embedder, embedRates }: Config): Embeddings | null {
  const made = embedder
    ? createOpenAiEmbedder({
        baseUrl: embedder.baseUrl,
        model: embedder.name,
        ...(embedder.apiKey === undefined ? {} : { apiKey: embedder.apiKey }),
      })
    : env.AI
      ? createWorkersAiEmbedder(env.AI)
      : null
  if (!made) return null
  const usual = embedder ? ENDPOINT_RATES : WORKERS_AI_RATES
  return {
    embedder: made,
    cache: createEdgeVectorCache(() => caches.open('query-vectors')),
    rates: {
      requestsPerMinute: embedRates.requestsPerMinute ?? usual.requestsPerMinute,
      tokensPerMinute: embedRates.tokensPerMinute ?? usual.tokensPerMinute,
    },
  }
}

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
    vectors: createDurableVectorStore(env.SHOP),
    enrichment: createDurableEnrichmentStore(env.SHOP),
    enrichmentRates: {
      requestsPerMinute: config.enrichmentRates.requestsPerMinute ?? ENRICHMENT_RATES.requestsPerMinute,
      tokensPerMinute: config.enrichmentRates.tokensPerMinute ?? ENRICHMENT_RATES.tokensPerMinute,
    },
    embeddings: embeddingsOf(env, config),
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
