import type { Offer } from '../ports/product.ts'
import { asObject, asText, type Cell, type Cells } from './cells.ts'
import { endOf, parseDate } from './dates.ts'
import { columnCurrency, type ProductField } from './field-names.ts'
import { parseMoney } from './money.ts'

export interface StatedOffer {
  /** Undefined when the record states no price at all, not even an empty one. */
  readonly offer?: Offer
  /** ISO 4217: what the record names, else the shop's. */
  readonly currency: string
  /** The shop's own words in place of an amount. */
  readonly label?: string
}

/** Words that stand where a price should, and mean that the shop wants to be asked. */
const ASK =
  /문의|회원\s*(?:공개|전용)|상담|시가|미정|비공개|問い?合わ?せ|応談|オープン価格|時価|会員|call|contact|request|enquire|inquire|^ask\b|^poa$|^tbd$/i
const NOTHING = /^(?:-+|n\/?a|null|none|nan)$/i

/** `{ amount, currencyCode }` and its cousins as one text. */
const moneyText = (value: unknown): string | undefined => {
  const money = asObject(value)
  const amount = asText(money?.['amount'] ?? money?.['value'])
  const currency = asText(money?.['currencyCode'] ?? money?.['currency_code'] ?? money?.['currency']) ?? ''
  return amount === undefined ? undefined : `${amount} ${currency}`.trim()
}

/** Of several price columns the one in the shop's currency, else the best named. */
const choose = (cells: readonly Cell[], currency: string): Cell | undefined =>
  cells.find((cell) => columnCurrency(cell.column) === currency) ?? cells[0]

const DATE_REMEDY = 'write it as 2026-11-01T00:00+0900/2026-11-30T23:59+0900'

/** Reads a record's prices and sale. Pushes an error for each amount or date that cannot be read. */
export const offerOf = (
  cells: Cells,
  shopCurrency: string,
  refuse: (field: string, message: string) => void,
): StatedOffer => {
  const stated = cells.text('currency')?.toUpperCase()
  const wanted = stated !== undefined && /^[A-Z]{3}$/.test(stated) ? stated : undefined
  if (stated !== undefined && wanted === undefined) {
    refuse('currency', `"${stated.slice(0, 20)}" is not a currency: write a code such as KRW or USD`)
  }
  let currency = wanted
  let label = cells.text('price_label')
  let asked = false

  const amount = (field: ProductField): number | null | undefined => {
    const cell = choose(cells.all(field), wanted ?? shopCurrency)
    const text = cell && (asText(cell.value) ?? moneyText(cell.value))
    if (cell === undefined || text === undefined || NOTHING.test(text))
      return cells.has(field) ? null : undefined
    if (!/\d/.test(text) && ASK.test(text)) {
      label ??= text.slice(0, 100)
      asked = true
      return null
    }
    const assumed = currency ?? columnCurrency(cell.column) ?? shopCurrency
    const read = parseMoney(typeof cell.value === 'number' ? cell.value : text, assumed)
    if (!read.ok) {
      refuse(field, read.error)
      return undefined
    }
    const named = read.value.currency ?? assumed
    if (currency !== undefined && named !== currency) {
      refuse(
        field,
        `The amount is in ${named} but the record's currency is ${currency}: one record has one currency`,
      )
    } else if (read.value.minor !== null) currency = named
    asked ||= field === 'price' && read.value.minor === null
    return read.value.minor
  }

  const listed = amount('price')
  const compared = amount('compare_at_price')
  const special = amount('sale_price')
  const labelled = cells.has('price_label_on')
    ? /^(?:y|t|true|1|사용)/i.test(cells.text('price_label_on') ?? '')
    : false
  const money = { currency: currency ?? shopCurrency }
  if (cells.has('price_label_on') && !labelled) label = undefined
  if (asked || (labelled && label !== undefined)) {
    return { ...money, offer: { price: null }, ...(label !== undefined && { label }) }
  }
  if (listed === undefined && compared === undefined && special === undefined) {
    return { ...money, ...(label !== undefined && { label }) }
  }
  const price = Math.max(listed ?? 0, compared ?? 0) || (special ?? null)
  const sale = Math.min(special ?? Infinity, listed ?? Infinity)
  const offer: Offer =
    price !== null && sale < price ? { price, sale, ...saleDates(cells, special, refuse) } : { price }
  return { ...money, offer, ...(label !== undefined && { label }) }
}

/** The dates bound a stated special price; a price below its compare-at price has none. */
const saleDates = (
  cells: Cells,
  special: number | null | undefined,
  refuse: (field: string, message: string) => void,
): Pick<Offer, 'saleFrom' | 'saleTo'> => {
  if (special === null || special === undefined) return {}
  const [rangeFrom = '', rangeTo = '', more] = (cells.text('sale_dates') ?? '').split('/')
  const from = cells.text('sale_from') ?? rangeFrom.trim()
  const to = cells.text('sale_to') ?? rangeTo.trim()
  const start = parseDate(from, true)
  const end = parseDate(to, true)
  if (more !== undefined || (from !== '' && !start) || (to !== '' && !end)) {
    refuse('sale_price_effective_date', `"${`${from}/${to}`.slice(0, 60)}" cannot be read: ${DATE_REMEDY}`)
  }
  return { ...(start && { saleFrom: start.at }), ...(end && { saleTo: endOf(end) }) }
}
