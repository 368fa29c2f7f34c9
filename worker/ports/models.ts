import type { ModelPrice, ModelWire } from '../contract/models.ts'
import type { ModelOwner, ModelPurpose } from '../contract/vocabulary.ts'
import type { AddressGuard } from './address-guard.ts'
import type { Embedder } from './embedder.ts'
import type { KeyRing } from './key-ring.ts'
import type { LanguageModel } from './language-model.ts'
import type { StoredEndpoint } from './shop-models.ts'
import type { ShopRecord } from './shop-store.ts'
import type { VectorCache } from './vector-cache.ts'

/** Names a model in a ledger. */
export interface ModelIdentity {
  /** The shop's own name for it, or `default`. */
  readonly id: string
  readonly owner: ModelOwner
  /** What the server calls it. */
  readonly name: string
  /** null: nobody has said. */
  readonly price: ModelPrice | null
  /** Tokens a shop may use of it in a day; null: not limited by the operator. */
  readonly dailyTokens: number | null
}

/** What this installation offers a shop without a model of its own. */
export interface OfferedModel {
  readonly owner: 'operator' | 'platform'
  readonly name: string
  readonly price: ModelPrice | null
  readonly dailyTokens: number | null
}

export interface ChosenModel {
  readonly model: LanguageModel
  readonly identity: ModelIdentity
}

export interface Embeddings {
  readonly embedder: Embedder
  readonly cache: VectorCache
  /** What the embedder's account allows for products; shoppers' queries come on top. */
  readonly rates: { readonly requestsPerMinute: number; readonly tokensPerMinute: number }
}

/** What a chat model is asked for; `embed` has a port of its own. */
export type ChatPurpose = Exclude<ModelPurpose, 'embed'>

/** What of a shop decides which models it gets. */
export type ShopWithModels = Pick<ShopRecord, 'id' | 'models'>

/** Every model of this installation and of its shops. */
export interface Models {
  readonly offered: OfferedModel | null
  readonly offeredEmbedder: Pick<OfferedModel, 'owner' | 'name'> | null
  /** Whether models of the platform's account can be chosen. */
  readonly hasPlatform: boolean
  /** Seals shops' keys; null: none can be stored. */
  readonly keys: KeyRing | null
  /** Judges addresses that shops type. */
  readonly guard: AddressGuard
  /** The model that serves a shop for a purpose; null: none may or can. The only way to a model. */
  readonly chat: (shop: ShopWithModels, purpose: ChatPurpose) => ChosenModel | null
  /** The same for vectors. */
  readonly embeddings: (shop: ShopWithModels) => Embeddings | null
  /** A shop's endpoint asked in exactly this form, for a probe. */
  readonly openForProbe: (shop: string, endpoint: StoredEndpoint, wire: ModelWire) => LanguageModel
}
