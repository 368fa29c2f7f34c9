import type { CreateShopRequest, CreateShopResponse, Settings } from '../contract/shops.ts'
import { EVENTS, LIMITS } from '../contract/vocabulary.ts'
import type { ShopStore } from '../ports/shop-store.ts'
import { hashSecret, newId, newPublicKey, newSecretKey, newShopId } from './keys.ts'

/** What a shop starts with; everything can be changed in its settings. */
export function defaultSettings(request: CreateShopRequest): Settings {
  return {
    name: request.name,
    origins: request.origins,
    markets: request.markets ?? [{ id: 'main', locale: request.locale, currency: request.currency }],
    theme: {},
    texts: {},
    content_links: [],
    category_link: '',
    brand_link: '',
    search: { sold_out: 'last', results_url: '' },
    models: {
      deadline_ms: LIMITS.modelDeadlineMs,
      rerank: true,
      expand: true,
      rerank_gate: 'auto',
      rerank_cards: 'auto',
      reasons: false,
      embed_deadline_ms: LIMITS.embedDeadlineMs,
      budget: { day: {}, month: {} },
      keep_inputs: false,
      visitor_calls_per_minute: LIMITS.visitorModelCallsPerMinute,
      shop_calls_per_second: LIMITS.shopModelCallsPerSecond,
      enrich: false,
      warm: false,
    },
    limits: { searches_per_second: 50, address_searches_per_second: 20, address_burst: 60 },
    events: { consent: { default: 'ask_first', regions: {} }, retention_days: EVENTS.retentionDays },
    off: false,
    ramp: 100,
  }
}

/** Creates a shop and its keys. The secret is in the answer and nowhere else. */
export async function registerShop(
  shops: ShopStore,
  request: CreateShopRequest,
  now: number,
): Promise<CreateShopResponse> {
  const shop = newShopId()
  const secretKey = newSecretKey(shop)
  const publicKey = newPublicKey(shop)
  const created = await shops.create({
    id: shop,
    publicKey,
    secretHash: await hashSecret(secretKey),
    settings: defaultSettings(request),
    experimentSalt: newId(),
    createdAt: now,
  })
  // 60 random bits: a collision means a broken source of randomness.
  if (!created) throw new Error(`shop ${shop} exists already`)
  return { shop, public_key: publicKey, secret_key: secretKey }
}
