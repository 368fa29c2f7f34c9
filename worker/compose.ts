import { createEmbeddedRetriever } from './adapters/retriever-embedded/retriever.ts'
import { createOpenAiModel } from './adapters/llm-openai/model.ts'
import { createDurableShopStore } from './adapters/shop-store-durable/store.ts'
import type { Bindings } from './bindings.ts'
import { readConfig } from './config.ts'
import type { Services } from './ports/services.ts'

/** Joins ports and adapters: the only place that knows which adapter serves which port. */
export function compose(env: Bindings): Services {
  const config = readConfig(env)
  const { model } = config
  return {
    shops: createDurableShopStore(env.SHOP),
    retriever: createEmbeddedRetriever(env.SHOP, config.rateLimits),
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
