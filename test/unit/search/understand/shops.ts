import {
  understandQuery,
  type UnderstandingContext,
} from '../../../../worker/search/understand/understand-query.ts'

/** One shop of each language, in its usual currency. */
export const shops = {
  ko: { locale: 'ko', currency: 'KRW', exponent: 0, now: 0 },
  en: { locale: 'en', currency: 'USD', exponent: 2, now: 0 },
  ja: { locale: 'ja', currency: 'JPY', exponent: 0, now: 0 },
} as const satisfies Record<string, UnderstandingContext>

export type ShopName = keyof typeof shops

/** Ids of the wishes a query is understood as, in the order of its words. */
export const idsOf = (shop: ShopName, query: string): string[] =>
  understandQuery(query, shops[shop]).wishes.map(({ id }) => id)
