import { createOpenAiEmbedder } from './adapters/embedder-openai/embedder.ts'
import { createWorkersAiEmbedder } from './adapters/embedder-workers-ai/embedder.ts'
import { createEdgeAnswerCache } from './adapters/answer-cache-edge/cache.ts'
import { createEmbeddedRetriever } from './adapters/retriever-embedded/retriever.ts'
import { createMeilisearchRetriever } from './adapters/retriever-meilisearch/retriever.ts'
import { createMeilisearchIndex } from './adapters/retriever-meilisearch/search-index.ts'
import { createOpenAiModel } from './adapters/llm-openai/model.ts'
import { createDurableLedgerStore } from './adapters/shop-store-durable/ledger.ts'
import { createDurableShopStore } from './adapters/shop-store-durable/store.ts'
import { createDurableSyncStore } from './adapters/shop-store-durable/sync-store.ts'
import { createDurableVectorStore } from './adapters/shop-store-durable/vectors.ts'
import { createEdgeVectorCache } from './adapters/vector-cache-edge/cache.ts'
import type { Bindings } from './bindings.ts'
import { readConfig, type Config } from './config.ts'
import type { ChosenModel, Embeddings, Services } from './ports/services.ts'

/** Upstage's limits for Solar embeddings; others rarely allow less. */
const ENDPOINT_RATES = { requestsPerMinute: 100, tokensPerMinute: 300_000 }
/** Workers AI counts requests only. */
const WORKERS_AI_RATES = { requestsPerMinute: 1_500, tokensPerMinute: 10_000_000 }

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
  const chosen: ChosenModel | null = model
    ? {
        model: createOpenAiModel({
          baseUrl: model.baseUrl,
          model: model.name,
          ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
        }),
        identity: { id: 'default', owner: 'operator', name: model.name, price: null, dailyTokens: null },
      }
    : null
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
    embeddings: embeddingsOf(env, config),
    model: chosen?.model ?? null,
    modelFor: () => chosen,
    ledger: createDurableLedgerStore(env.SHOP),
    answers: createEdgeAnswerCache(() => caches.open('model-answers')),
    operatorToken: config.operatorToken,
    rateLimits: config.rateLimits,
  }
}
