import type { ModelsResponse } from '../contract/models.ts'
import { modelPurposes, type ModelPurpose } from '../contract/vocabulary.ts'
import type { Models } from '../ports/models.ts'
import type { ShopModels, StoredEndpoint } from '../ports/shop-models.ts'
import { chooseModel, type NobodyReason } from './choose-model.ts'

function reasonSentence(because: NobodyReason): string {
  switch (because) {
    case 'switched_off':
      return 'You have switched this off.'
    case 'forbidden':
      return 'You have forbidden processing abroad or by others, and none of your own endpoints may do this.'
    case 'not_configured':
      return 'No model is set up for this: add an endpoint.'
  }
}

function inUse(
  shop: ShopModels,
  purpose: ModelPurpose,
  models: Models,
): ModelsResponse['in_use'][ModelPurpose] {
  const offered = purpose === 'embed' ? models.offeredEmbedder : models.offered
  const choice = chooseModel(shop, purpose, { offers: offered !== null, hasPlatform: models.hasPlatform })
  switch (choice.from) {
    case 'nobody':
      return { endpoint: null, model: null, owner: null, reason: reasonSentence(choice.because) }
    case 'default':
      return { endpoint: 'default', model: offered?.name ?? null, owner: offered?.owner ?? null }
    case 'shop': {
      const { id, kind, model } = choice.endpoint
      return { endpoint: id, model, owner: kind === 'openai' ? 'shop' : 'platform' }
    }
  }
}

/** Everything of an endpoint but its key. */
function shown({ sealedKey, keyHint, ...endpoint }: StoredEndpoint): ModelsResponse['endpoints'][number] {
  return { ...endpoint, key: sealedKey === null ? null : `…${keyHint ?? ''}` }
}

/** What a merchant is shown of the models: keys by their last characters only. Pure. */
export function describeModels(
  shop: ShopModels,
  models: Models,
  gate: ModelsResponse['gate'],
): ModelsResponse {
  const { version, endpoints, serves, processing } = shop
  const { offered } = models
  const use = (purpose: ModelPurpose) => inUse(shop, purpose, models)
  return {
    version,
    endpoints: endpoints.map(shown),
    serves,
    processing,
    default: offered && { owner: offered.owner, model: offered.name, daily_tokens: offered.dailyTokens },
    can_store_keys: models.keys !== null,
    in_use: Object.fromEntries(
      modelPurposes.map((purpose) => [purpose, use(purpose)]),
    ) as ModelsResponse['in_use'],
    gate,
  }
}
