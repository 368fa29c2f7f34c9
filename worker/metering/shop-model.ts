import type { ModelPurpose } from '../contract/vocabulary.ts'
import type { MeteredModel } from '../ports/metered-model.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { redact } from '../privacy/redact.ts'
import { meterOf } from './meter.ts'
import { createMeteredModel } from './metered-model.ts'
import type { Caller } from './visitor-rates.ts'

/** What a call to a model is made for. */
export interface ModelUse {
  readonly purpose: Exclude<ModelPurpose, 'embed'>
  /** null: work in the background, which no visitor causes. */
  readonly caller: Caller | null
  /** The search it is for, or the run of work in the background; empty where that has no name. */
  readonly requestId: string
  /** What part of the shop's bounds it may reach, so that the rest is left to shoppers; left out: all. */
  readonly share?: number
  /** Keeps work alive after the answer has left. */
  readonly later: (work: Promise<unknown>) => void
}

/** The model that serves a shop for a purpose, within the shop's bounds: the only way to ask one. null: there is none. */
export function shopModel(services: Services, shop: ShopRecord, use: ModelUse): MeteredModel | null {
  const chosen = services.modelFor(shop, use.purpose)
  if (!chosen) return null
  const { ledger, answers, rateLimits } = services
  const { models } = shop.settings
  return createMeteredModel({
    ...chosen,
    shop: shop.id,
    purpose: use.purpose,
    ledger,
    cache: answers,
    meter: meterOf(ledger),
    rates: rateLimits
      ? {
          caller: use.caller,
          visitorPerMinute: models.visitor_calls_per_minute,
          shopPerSecond: models.shop_calls_per_second,
        }
      : null,
    keepInput: models.keep_inputs ? redact : null,
    requestId: use.requestId,
    share: use.share,
    later: use.later,
  })
}
