import { createOpenAiEmbedder } from './adapters/embedder-openai/embedder.ts'
import { createWorkersAiEmbedder } from './adapters/embedder-workers-ai/embedder.ts'
import { createEdgeAnswerCache } from './adapters/answer-cache-edge/cache.ts'
import { createEmbeddedRetriever } from './adapters/retriever-embedded/retriever.ts'
import { createMeilisearchRetriever } from './adapters/retriever-meilisearch/retriever.ts'
import { createMeilisearchIndex } from './adapters/retriever-meilisearch/search-index.ts'
import { createOpenAiModel } from './adapters/llm-openai/model.ts'
import { createWorkersAiModel } from './adapters/llm-workers-ai/model.ts'
import { createDurableEventStore, createDurableOrderStore } from './adapters/shop-store-durable/events.ts'
import { createDurableLeaderboardStore } from './adapters/shop-store-durable/leaderboard.ts'
import { createDurableLedgerStore } from './adapters/shop-store-durable/ledger.ts'
import { createDurableEnrichmentStore } from './adapters/shop-store-durable/enrichment.ts'
import { createDurableShopStore } from './adapters/shop-store-durable/store.ts'
import { createDurableSyncStore } from './adapters/shop-store-durable/sync-store.ts'
import { createDurableVectorStore } from './adapters/shop-store-durable/vectors.ts'
import { createDurableWarmingStore } from './adapters/shop-store-durable/warming.ts'
import { createEdgeVectorCache } from './adapters/vector-cache-edge/cache.ts'
import type { Bindings } from './bindings.ts'
import { readConfig, type Config } from './config.ts'
import { firstWire } from './models/dialects.ts'
import { createModelDesk, type ModelDeskOptions } from './models/model-desk.ts'
import { workersAiModel } from './models/workers-ai-models.ts'
import { createAddressGuard } from './outgoing/address-guard.ts'
import { createNameServer } from './outgoing/name-server.ts'
import type { Models } from './ports/models.ts'
import type { Services } from './ports/services.ts'
import { ok } from './result.ts'
import { createKeyRing } from './secrets/key-ring.ts'

/** Upstage's limits for Solar embeddings; others rarely allow less. */
const ENDPOINT_RATES = { requestsPerMinute: 100, tokensPerMinute: 300_000 }
/** Workers AI counts requests only. */
const WORKERS_AI_RATES = { requestsPerMinute: 1_500, tokensPerMinute: 10_000_000 }

/** Slow enough for a small account, and a catalogue of ten thousand products is read in three hours. */
const ENRICHMENT_RATES = { requestsPerMinute: 30, tokensPerMinute: 100_000 }

const openVectorCache = () => caches.open('query-vectors')

const keyFromEnvironment = (key: string | undefined) =>
  key === undefined ? {} : { apiKey: () => Promise.resolve(ok(key)) }

/** The embedder that is named; without one the platform's own, where there is one. */
function embeddingsOf(
  env: Bindings,
  { embedder, embedRates }: Config,
): ModelDeskOptions['offeredEmbeddings'] {
  const made = embedder
    ? createOpenAiEmbedder({
        baseUrl: embedder.baseUrl,
        model: embedder.name,
        ...keyFromEnvironment(embedder.apiKey),
      })
    : env.AI
      ? createWorkersAiEmbedder(env.AI)
      : null
  if (!made) return null
  const usual = embedder ? ENDPOINT_RATES : WORKERS_AI_RATES
  return {
    owner: embedder ? 'operator' : 'platform',
    embeddings: {
      embedder: made,
      cache: createEdgeVectorCache(openVectorCache),
      rates: {
        requestsPerMinute: embedRates.requestsPerMinute ?? usual.requestsPerMinute,
        tokensPerMinute: embedRates.tokensPerMinute ?? usual.tokensPerMinute,
      },
    },
  }
}

/** The endpoint that is named; without one the platform's model, where there is one and the operator allows some of it. */
function modelOf({ model, platformModel }: Config, platform: Platform): ModelDeskOptions['offered'] {
  if (model) {
    const wire = firstWire(model.dialect, model.baseUrl, model.name)
    const { baseUrl, name, price } = model
    return {
      owner: 'operator',
      name,
      price,
      dailyTokens: null,
      // The operator's own address, which may be private: no guard stands before it.
      model: createOpenAiModel({ baseUrl, model: name, wire, ...keyFromEnvironment(model.apiKey) }),
    }
  }
  const known = platformModel && workersAiModel(platformModel.name)
  if (!platform || !known) return null
  const { name, price, wire } = known
  return {
    owner: 'platform',
    name,
    price,
    dailyTokens: platform.dailyTokens,
    model: platform.open(name, wire, { keepsForm: false }),
  }
}

type Platform = ModelDeskOptions['platform']

function platformOf({ AI: ai }: Bindings, { platformModel }: Config): Platform {
  if (!ai || !platformModel) return null
  return {
    open: (model, wire, { keepsForm }) => createWorkersAiModel({ ai, model, wire, keepsForm }),
    dailyTokens: platformModel.dailyTokens,
  }
}

function modelsOf(env: Bindings, config: Config): Models {
  const platform = platformOf(env, config)
  const guard = createAddressGuard({
    allowPrivate: config.allowPrivateAddresses,
    names: createNameServer(config.dnsUrl),
    now: Date.now,
  })
  const [newest, ...older] = config.encryptionKeys
  return createModelDesk({
    offered: modelOf(config, platform),
    offeredEmbeddings: embeddingsOf(env, config),
    platform,
    keys: newest === undefined ? null : createKeyRing([newest, ...older]),
    guard,
    openChat: ({ baseUrl, model, key }, wire, { keepsForm }) =>
      createOpenAiModel({ baseUrl, model, wire, keepsForm, apiKey: key, fetch: guard.fetch }),
    openEmbeddings: ({ baseUrl, model, key }, scope) => ({
      embedder: createOpenAiEmbedder({ baseUrl, model, apiKey: key, fetch: guard.fetch }),
      cache: createEdgeVectorCache(openVectorCache, scope),
      rates: ENDPOINT_RATES,
    }),
  })
}

/** Joins ports and adapters: the only place that knows which adapter serves which port. */
export function compose(env: Bindings): Services {
  const config = readConfig(env)
  const { meilisearch } = config
  const models = modelsOf(env, config)
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
    models,
    modelFor: models.chat,
    embeddingsFor: models.embeddings,
    ledger: createDurableLedgerStore(env.SHOP),
    leaderboard: createDurableLeaderboardStore(env.SHOP),
    warming: createDurableWarmingStore(env.SHOP),
    events: createDurableEventStore(env.SHOP),
    orders: createDurableOrderStore(env.SHOP),
    answers: createEdgeAnswerCache(() => caches.open('model-answers')),
    operatorToken: config.operatorToken,
    rateLimits: config.rateLimits,
  }
}
