import { asArray, asObject, asText } from './cells.ts'

/** Minor units as text to decimal text: WooCommerce's Store API sends "4995" with 2 decimal places. */
const fromMinorText = (value: unknown, places: number): string | undefined => {
  const digits = asText(value)
  if (digits === undefined || !/^\d+$/.test(digits)) return undefined
  const padded = digits.padStart(places + 1, '0')
  return places === 0 ? digits : `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/**
 * Lifts what some sources nest to where every other source has it: schema.org `offers` and
 * `aggregateRating`, and the Store API's `prices` in minor units. Everything else stays as it is.
 */
export const unnest = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const prices = asObject(fields['prices'])
  const offers = asObject(asArray(fields['offers'])[0])
  const rating = asObject(fields['aggregateRating'])
  if (!prices && !offers && !rating) return fields
  const { prices: _prices, offers: _offers, aggregateRating: _rating, ...rest } = fields
  const places = Number(prices?.['currency_minor_unit'] ?? 2)
  return {
    ...(prices && {
      regular_price: fromMinorText(prices['regular_price'], places),
      price: fromMinorText(prices['price'], places),
      currency: prices['currency_code'],
    }),
    ...(offers && {
      price: offers['price'] ?? offers['lowPrice'],
      currency: offers['priceCurrency'],
      availability: offers['availability'],
    }),
    ...(rating && {
      rating: rating['ratingValue'],
      review_count: rating['reviewCount'] ?? rating['ratingCount'],
    }),
    ...rest,
  }
}
