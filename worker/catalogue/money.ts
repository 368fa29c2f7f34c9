import { err, ok, type Result } from '../result.ts'

export interface Money {
  /** Integer minor units; null when the text is empty or zero, which means "ask". */
  readonly minor: number | null
  /** The currency the text itself names, when it names one. */
  readonly currency?: string
}

/** Signs and words a shop writes beside an amount. */
const SIGNS: readonly (readonly [sign: string, currency: string])[] = [
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['S$', 'SGD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['KČ', 'CZK'],
  ['ZŁ', 'PLN'],
  ['RP', 'IDR'],
  ['RM', 'MYR'],
  ['RS', 'INR'],
  ['TL', 'TRY'],
  ['₩', 'KRW'],
  ['원', 'KRW'],
  ['円', 'JPY'],
  ['엔', 'JPY'],
  ['元', 'CNY'],
  ['€', 'EUR'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₹', 'INR'],
  ['₱', 'PHP'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
]

const MAX_TEXT = 100

/** Signs that several currencies share: the shop's own wins when it is one of them. */
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'TWD', 'SGD', 'MXN', 'CLP', 'COP', 'ARS'],
  '¥': ['JPY', 'CNY'],
  '£': ['GBP', 'EGP'],
  KR: ['SEK', 'NOK', 'DKK', 'ISK'],
}

const exponents = new Map<string, number>()
let isoCodes: ReadonlySet<string> | undefined

const isCurrency = (code: string): boolean => {
  isoCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return isoCodes.has(code)
}

/** Decimal places of a currency's minor unit: KRW 0, USD 2, KWD 3; 2 for a code nobody knows. */
export const currencyExponent = (currency: string): number => {
  const known = exponents.get(currency)
  if (known !== undefined) return known
  const exponent = isCurrency(currency)
    ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2)
    : 2
  exponents.set(currency, exponent)
  return exponent
}

const currencyNamed = (words: string, shop: string): string | undefined => {
  const upper = words.toUpperCase()
  if (/^[A-Z]{3}$/.test(upper) && isCurrency(upper)) return upper
  const sign = SIGNS.find(([text]) => text === upper)
  if (sign) return sign[1]
  const [, before = '', mark = '', after = ''] = /^([A-Z]{2})?([$¥£]|KR)\.?([A-Z]{2})?$/.exec(upper) ?? []
  const shared = SHARED_SIGNS[mark]?.filter((code) => code.startsWith(before) && code.startsWith(after))
  return shared?.includes(shop) ? shop : shared?.[0]
}

/**
 * Decides what dots and commas mean. When both occur the last one is the decimal mark; alone, a mark that
 * repeats or stands before exactly three digits groups thousands, except a dot in a currency with decimals,
 * where 12.345 is more often a machine's decimal than a shop's thousands.
 */
const splitDecimal = (digits: string, exponent: number): { whole: string; fraction: string } | null => {
  const marks = digits.replace(/\d/g, '')
  const last = marks.at(-1)
  if (last === undefined) return { whole: digits, fraction: '' }
  const at = digits.lastIndexOf(last)
  const tail = digits.length - at - 1
  const repeats = marks.split(last).length > 2
  const mixed = marks.split('').some((mark) => mark !== last)
  const leadingZero = digits.startsWith('0')
  const lead = digits.indexOf(last)
  const grouping =
    !mixed && (repeats || (tail === 3 && lead <= 3 && !leadingZero && (last === ',' || exponent === 0)))
  const whole = grouping ? digits : digits.slice(0, at)
  const fraction = grouping ? '' : digits.slice(at + 1)
  if (!/^\d*$/.test(fraction) || (mixed && repeats)) return null
  return /^(?:\d*|\d{1,3}(?:([.,])\d{2,3})?(?:\1\d{2,3})*)$/.test(whole) &&
    (!/[.,]/.test(whole) || /[.,]\d{3}$/.test(whole))
    ? { whole: whole.replace(/[.,]/g, ''), fraction }
    : null
}

/**
 * Reads a price as a shop writes it ("12.00 USD", "₩12,000", "1.299,50 €", 29800) into integer minor units.
 * Works on the digits of the text and never on a binary fraction; a number is read through its shortest
 * decimal text. Digits beyond the minor unit are rounded half up.
 * @param currency ISO 4217, used when the text names none.
 * @returns an error sentence for negative amounts and for anything that is not one amount.
 */
export const parseMoney = (text: string | number, currency: string): Result<Money, string> => {
  const shown = String(text).trim()
  const plain = shown.normalize('NFKC').replace(/[−–—]/g, '-').trim()
  if (plain === '') return ok({ minor: null })
  if (plain.length > MAX_TEXT) return err('This is a long text, not a price')
  const match =
    /^(-?)\s*([^\d\s.,()-]*)\s*(-?)\s*(\d(?:[\d.,'’ ]*\d)?|[.,]\d+)(?:[.,]-?)?\s*([^\d\s()-]*)$/u.exec(plain)
  if (!match) return err(`"${shown.slice(0, 60)}" is not a price: write one amount such as 12.00 or 12000`)
  const [, sign = '', before = '', innerSign = '', amount = '', after = ''] = match
  if (sign || innerSign) return err(`"${shown.slice(0, 60)}" is negative: a price is 0 or more`)
  const named = [before, after].filter((words) => words !== '').map((words) => currencyNamed(words, currency))
  const [first, second] = named
  if (named.includes(undefined) || (second !== undefined && second !== first)) {
    return err(`"${shown.slice(0, 60)}" is not a price: only an amount and one currency can stand here`)
  }
  const unit = first ?? currency
  const exponent = currencyExponent(unit)
  const digits = amount.replace(/['’ ](?=\d{3}(?!\d))/g, '')
  const parts = typeof text === 'number' ? splitNumber(digits) : splitDecimal(digits, exponent)
  if (!parts) return err(`"${shown.slice(0, 60)}" is not a price: its dots and commas do not form a number`)
  const kept = parts.fraction.slice(0, exponent).padEnd(exponent, '0')
  const roundUp = (parts.fraction[exponent] ?? '0') >= '5'
  const minor = Number(`${parts.whole}${kept}` || '0') + (roundUp ? 1 : 0)
  if (!Number.isSafeInteger(minor)) return err(`"${shown.slice(0, 60)}" is too large to be a price`)
  return ok({ minor: minor === 0 ? null : minor, ...(first && { currency: first }) })
}

const splitNumber = (digits: string): { whole: string; fraction: string } => {
  const [whole = '', fraction = ''] = digits.split('.')
  return { whole, fraction }
}

/** Minor units to the decimal number of major units the API speaks: 4995 USD → 49.95. */
export const toMajor = (minor: number, currency: string): number => minor / 10 ** currencyExponent(currency)

/** Making a format costs a hundred times what using it does. A worker meets few languages and currencies. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency })
  formats.set(key, made)
  return made
}

/** An amount as a shopper of that locale reads it: 12000 KRW in `ko` → ₩12,000. */
export const formatMoney = (minor: number, currency: string, locale: string): string =>
  formatOf(locale, currency).format(toMajor(minor, currency))
