import type { ModelPurpose } from '../contract/vocabulary.ts'
import type { ShopModels, StoredEndpoint } from '../ports/shop-models.ts'

/** Why nobody serves a purpose. */
export type NobodyReason = 'switched_off' | 'forbidden' | 'not_configured'

export type ModelChoice =
  | { readonly from: 'shop'; readonly endpoint: StoredEndpoint }
  | { readonly from: 'default' }
  | { readonly from: 'nobody'; readonly because: NobodyReason }

export interface Installation {
  /** Whether there is a model (or, for `embed`, an embedder) for shops without one of their own. */
  readonly offers: boolean
  /** Whether models of the platform's account can be chosen. */
  readonly hasPlatform: boolean
}

const nobody = (because: NobodyReason): ModelChoice => ({ from: 'nobody', because })

/** Whether a shop has forbidden that its texts go abroad or to others. */
export const isRestricted = ({ processing }: ShopModels): boolean =>
  !processing.overseas || !processing.third_party

/**
 * Whether an endpoint may be called under the shop's restriction. Models of the platform's account are not the shop's
 * own, so any restriction closes them. Pure.
 */
export function mayProcess(endpoint: StoredEndpoint, models: ShopModels): boolean {
  const { processing } = models
  if (endpoint.kind === 'workers-ai') return !isRestricted(models)
  return (processing.overseas || !endpoint.overseas) && (processing.third_party || !endpoint.third_party)
}

/**
 * Which model serves a purpose of a shop: the one place where this is decided. What the shop names comes first; what it
 * does not name is served by its first endpoint that may and can, else by the installation's. A shop that has
 * forbidden processing abroad or by others gets no model but its own. Pure.
 */
export function chooseModel(
  models: ShopModels,
  purpose: ModelPurpose,
  { offers, hasPlatform }: Installation,
): ModelChoice {
  const byDefault = (): ModelChoice => {
    if (isRestricted(models)) return nobody('forbidden')
    return offers ? { from: 'default' } : nobody('not_configured')
  }
  const isUsable = (endpoint: StoredEndpoint) =>
    mayProcess(endpoint, models) && (endpoint.kind === 'openai' || hasPlatform)
  const named = models.serves[purpose]
  if (named === 'none') return nobody('switched_off')
  if (named === 'default') return byDefault()
  if (named !== undefined) {
    const endpoint = models.endpoints.find(({ id }) => id === named)
    if (!endpoint) return nobody('not_configured')
    if (!mayProcess(endpoint, models)) return nobody('forbidden')
    return isUsable(endpoint) ? { from: 'shop', endpoint } : nobody('not_configured')
  }
  // A chat model does not embed and an embedder does not chat: an embedder has to be named.
  const first =
    purpose === 'embed'
      ? undefined
      : models.endpoints.find((endpoint) => endpoint.id !== models.serves.embed && isUsable(endpoint))
  return first ? { from: 'shop', endpoint: first } : byDefault()
}
