import type { Hit } from '../../worker/contract/search.ts'
import type { Messages } from '../messages/en.ts'
import { fill } from '../messages/fill.ts'

const formats = new Map<string, Intl.NumberFormat>()

/**
 * An amount the way the shopper's language writes it.
 *
 * @param amount major units
 * @param currency ISO 4217
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  // Korean shops write 29,800원; Intl only knows ₩29,800.
  const isWon = currency === 'KRW' && locale === 'ko'
  const name = locale + currency
  let format = formats.get(name)
  if (!format) {
    format = new Intl.NumberFormat(locale, isWon ? {} : { style: 'currency', currency })
    formats.set(name, format)
  }
  return format.format(amount) + (isWon ? '원' : '')
}

export interface PriceView {
  readonly now: string
  /** The regular price a sale is struck from. */
  readonly was?: string
}

/** What stands in the price's place: an amount, a range's lower end, or the shop's own words. */
export function viewPrice(
  { price, sale_price, price_max, price_label, currency }: Hit,
  texts: Pick<Messages, 'price_ask' | 'price_from'>,
  locale: string,
): PriceView {
  if (price_label) return { now: price_label }
  const amount = sale_price ?? price
  if (amount === null) return { now: texts.price_ask }
  const money = formatMoney(amount, currency, locale)
  const now =
    price_max && price_max > amount && !sale_price ? fill(texts.price_from, { price: money }) : money
  return price && amount < price ? { now, was: formatMoney(price, currency, locale) } : { now }
}
