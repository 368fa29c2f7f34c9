import type { ModelWire } from '../contract/models.ts'
import type { AddressGuard } from '../ports/address-guard.ts'
import type { KeyRing } from '../ports/key-ring.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { Embeddings, ModelIdentity, Models, OfferedModel } from '../ports/models.ts'
import type { StoredEndpoint } from '../ports/shop-models.ts'
import { err, ok, type Result } from '../result.ts'
import { chooseModel } from './choose-model.ts'
import { firstWire } from './dialects.ts'
import { keyOwner } from './key-owner.ts'
import { workersAiModel } from './workers-ai-models.ts'

type Key = () => Promise<Result<string | undefined, { readonly kind: 'key_unusable' }>>

/** A shop's endpoint, ready to be called. */
export interface ShopAddress {
  readonly baseUrl: string
  readonly model: string
  readonly key: Key
}

/** `keepsForm`: a schema that the server does not take is a failure, not left out. */
export interface OpenHow {
  readonly keepsForm: boolean
}

export interface ModelDeskOptions {
  readonly offered: (OfferedModel & { readonly model: LanguageModel }) | null
  readonly offeredEmbeddings: {
    readonly owner: 'operator' | 'platform'
    readonly embeddings: Embeddings
  } | null
  readonly keys: KeyRing | null
  readonly guard: AddressGuard
  /** Both call through the guard. `scope` names the address among all shops'. */
  readonly openChat: (address: ShopAddress, wire: ModelWire, how: OpenHow) => LanguageModel
  readonly openEmbeddings: (address: ShopAddress, scope: string) => Embeddings
  /** Models of the platform's account, and what of them a shop may use in a day; null: there are none. */
  readonly platform: {
    readonly open: (model: string, wire: ModelWire, how: OpenHow) => LanguageModel
    readonly dailyTokens: number
  } | null
}

/** Opened models kept by one isolate: each remembers what its server does not take. */
const OPENED_MOST = 500

class Opened<T> {
  readonly #held = new Map<string, T>()

  get(key: string, open: () => T): T {
    const held = this.#held.get(key)
    if (held !== undefined) return held
    const opened = open()
    if (this.#held.size >= OPENED_MOST) this.#held.clear()
    this.#held.set(key, opened)
    return opened
  }
}

/** How an endpoint is asked: as its probe found, or else as its like are. Pure. */
export function wireOf(endpoint: StoredEndpoint): ModelWire {
  if (endpoint.probe?.wire) return endpoint.probe.wire
  const { kind, dialect, base_url: baseUrl, model } = endpoint
  const platformWire = kind === 'workers-ai' ? workersAiModel(model)?.wire : undefined
  return platformWire ?? firstWire(dialect, baseUrl, model)
}

/** Joins the installation's models with those that shops bring. */
export function createModelDesk(options: ModelDeskOptions): Models {
  const { offered, offeredEmbeddings, keys, guard, platform } = options
  const chats = new Opened<LanguageModel>()
  const embedders = new Opened<Embeddings>()
  const hasPlatform = platform !== null

  const addressOf = (shop: string, endpoint: StoredEndpoint): ShopAddress => ({
    baseUrl: endpoint.base_url,
    model: endpoint.model,
    async key() {
      if (endpoint.sealedKey === null) return ok(undefined)
      const opened = await keys?.open(endpoint.sealedKey, keyOwner(shop, endpoint))
      return opened?.ok ? opened : err({ kind: 'key_unusable' })
    },
  })
  const nameOf = (shop: string, { id, kind, base_url, model, sealedKey }: StoredEndpoint) =>
    JSON.stringify([shop, id, kind, base_url, model, sealedKey])

  const open = (shop: string, endpoint: StoredEndpoint, wire: ModelWire, how: OpenHow): LanguageModel => {
    if (endpoint.kind === 'openai') return options.openChat(addressOf(shop, endpoint), wire, how)
    // A shop cannot save such an endpoint where there is no platform.
    if (!platform)
      return { complete: () => Promise.resolve(err({ kind: 'unreachable', detail: 'no platform' })) }
    return platform.open(endpoint.model, wire, how)
  }

  function identityOf({ id, kind, model, price }: StoredEndpoint): ModelIdentity {
    if (kind === 'openai') return { id, owner: 'shop', name: model, price: price ?? null, dailyTokens: null }
    return {
      id,
      owner: 'platform',
      name: model,
      price: workersAiModel(model)?.price ?? null,
      dailyTokens: platform?.dailyTokens ?? 0,
    }
  }

  return {
    offered: offered && {
      owner: offered.owner,
      name: offered.name,
      price: offered.price,
      dailyTokens: offered.dailyTokens,
    },
    offeredEmbedder: offeredEmbeddings && {
      owner: offeredEmbeddings.owner,
      name: offeredEmbeddings.embeddings.embedder.model,
    },
    hasPlatform,
    keys,
    guard,
    openForProbe: (shop, endpoint, wire) => open(shop, endpoint, wire, { keepsForm: true }),
    chat(shop, purpose) {
      const choice = chooseModel(shop.models, purpose, { offers: offered !== null, hasPlatform })
      if (choice.from === 'nobody') return null
      if (choice.from === 'default') {
        if (!offered) return null
        const { model, ...identity } = offered
        return { model, identity: { id: 'default', ...identity } }
      }
      const { endpoint } = choice
      const wire = wireOf(endpoint)
      const model = chats.get(nameOf(shop.id, endpoint) + JSON.stringify(wire), () =>
        open(shop.id, endpoint, wire, { keepsForm: false }),
      )
      return { model, identity: identityOf(endpoint) }
    },
    embeddings(shop) {
      const offers = offeredEmbeddings !== null
      const choice = chooseModel(shop.models, 'embed', { offers, hasPlatform })
      if (choice.from === 'nobody') return null
      if (choice.from === 'default') return offeredEmbeddings?.embeddings ?? null
      const name = nameOf(shop.id, choice.endpoint)
      return embedders.get(name, () => options.openEmbeddings(addressOf(shop.id, choice.endpoint), name))
    },
  }
}
