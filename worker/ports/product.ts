import type { AgeGroup, Availability, Gender, Visibility } from '../contract/vocabulary.ts'

/** A price and its sale. All amounts are integer minor units of the product's currency. */
export interface Offer {
  /** null: the shop says "ask"; never free, never cheapest. */
  readonly price: number | null
  readonly sale?: number
  /** Milliseconds since the epoch; absent means no bound on that side. */
  readonly saleFrom?: number
  readonly saleTo?: number
}

export interface Variant {
  readonly id: string
  /** Option name to value as the shop writes them, e.g. { 색상: '블랙' }. */
  readonly options: Readonly<Record<string, string>>
  readonly link?: string
  readonly image?: string
  readonly availability: Availability
  readonly offer: Offer
  readonly gtin?: string
  readonly mpn?: string
}

/** A product as it is stored: normalised, with nothing left of the format it came in. */
export interface Product {
  readonly id: string
  readonly title: string
  /** Plain text: no tags, entities decoded. */
  readonly description?: string
  readonly brand?: string
  /** Category path, broadest first. Empty when the source has none. */
  readonly category: readonly string[]
  readonly link?: string
  readonly image?: string
  readonly moreImages: readonly string[]
  readonly availability: Availability
  readonly offer: Offer
  /** The shop's own words instead of a price (회원공개, 전화문의). */
  readonly priceLabel?: string
  /** ISO 4217. */
  readonly currency: string
  readonly visibility: Visibility
  readonly adult: boolean
  readonly gender?: Gender
  readonly ageGroup?: AgeGroup
  readonly color?: string
  readonly size?: string
  readonly material?: string
  readonly gtin?: string
  readonly mpn?: string
  /** Search words the merchant gave (tags, search_tag, 검색어). */
  readonly keywords: readonly string[]
  /** Free facts in source order. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly variants: readonly Variant[]
  /** As the source states it; the shop's own reviews win when there are any. */
  readonly rating?: { readonly value: number; readonly count: number }
  /** Milliseconds since the epoch. */
  readonly createdAt?: number
  /** What it costs the shop, minor units. For rules only: it leaves through nothing that shoppers or models see. */
  readonly cost?: number
  /** The share of the price the source says is left after the cost. As secret as `cost`. */
  readonly margin?: number
}

export interface Review {
  readonly id: string
  readonly productId: string
  /** 1 to 5. */
  readonly rating?: number
  readonly title?: string
  readonly text: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** Milliseconds since the epoch. */
  readonly writtenAt?: number
}
