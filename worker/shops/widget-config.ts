import type { ConfigResponse, Market } from '../contract/shops.ts'
import type { Locale } from '../contract/vocabulary.ts'
import { basisFor } from '../events/consent.ts'
import type { Browse, ShopRecord } from '../ports/shop-store.ts'

/** What the widget needs before it can show anything. Nothing in it is secret. Pure. `country`: see `basisFor`. */
export function widgetConfig(
  shop: ShopRecord,
  market: Market,
  locale: Locale,
  browse: Browse,
  country: string | undefined,
): ConfigResponse {
  const { settings } = shop
  return {
    shop: shop.id,
    name: settings.name,
    market: market.id,
    locale,
    currency: market.currency,
    theme: settings.theme,
    texts: settings.texts[locale] ?? {},
    features: ['search'],
    results_url: settings.search.results_url,
    browse: { categories: [...browse.categories], attributes: [...browse.attributes] },
    experiment_salt: shop.experimentSalt,
    consent_basis: basisFor(settings.events, country),
    off: settings.off,
    ramp: settings.ramp,
  }
}
