import type { Market } from '../contract/shops.ts'
import { locales, type Locale } from '../contract/vocabulary.ts'
import type { ShopRecord } from '../ports/shop-store.ts'

const isLocale = (text: string): text is Locale => locales.some((locale) => locale === text)

/** `en-US` is `en`; a language the texts do not exist in is the market's own. */
export function localeOf(asked: string | undefined, market: Market): Locale {
  const language = asked?.toLowerCase().split(/[-_]/)[0] ?? ''
  return isLocale(language) ? language : market.locale
}

/** The market a request names; the shop's first when it names none; undefined when the shop has no such market. */
export function marketOf(shop: ShopRecord, asked: string | undefined): Market | undefined {
  const { markets } = shop.settings
  return asked === undefined ? markets[0] : markets.find(({ id }) => id === asked)
}
