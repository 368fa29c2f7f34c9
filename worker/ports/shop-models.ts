import type { ModelEndpoint, ModelsRequest } from '../contract/models.ts'

/** A shop's endpoint as it is kept: the key only sealed. */
export interface StoredEndpoint extends Omit<ModelEndpoint, 'key'> {
  readonly sealedKey: string | null
  /** The end of the key, for the merchant to tell it by; null for short keys, and without one. */
  readonly keyHint: string | null
}

/** What of an endpoint makes it another: a probe of it says nothing about what differs here. */
export type EndpointIdentity = Pick<
  StoredEndpoint,
  'id' | 'kind' | 'base_url' | 'model' | 'dialect' | 'sealedKey'
>

/** The models a shop has set up for itself. */
export interface ShopModels {
  /** Goes up with every change; 0 before the first. */
  readonly version: number
  readonly endpoints: readonly StoredEndpoint[]
  readonly serves: ModelsRequest['serves']
  readonly processing: ModelsRequest['processing']
}

export const noModels: ShopModels = {
  version: 0,
  endpoints: [],
  serves: {},
  processing: { overseas: true, third_party: true },
}
