import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyExponent, formatMoney, parseMoney, toMajor } from '../../../worker/catalogue/money.ts'

const minor = (text: string | number, currency: string): number | null => {
  const read = parseMoney(text, currency)
  if (!read.ok) throw new Error(read.error)
  return read.value.minor
}

describe('parseMoney', () => {
  it.each([
    ['12.00 USD', 'USD', 1200],
    ['USD 12.00', 'USD', 1200],
    ['12,00 €', 'EUR', 1200],
    ['₩12,000', 'KRW', 12000],
    ['12,000원', 'KRW', 12000],
    ['￦12,000', 'KRW', 12000],
    ['5000.00', 'KRW', 5000],
    ['$1,299.50', 'USD', 129950],
    ['1.299,50', 'EUR', 129950],
    ['1 299,50 kr', 'SEK', 129950],
    ['1\u202f299,50 €', 'EUR', 129950],
    ["CHF 1'299.50", 'CHF', 129950],
    ['3,000円', 'JPY', 3000],
    ['３０００円', 'JPY', 3000],
    ['29.800', 'KRW', 29800],
    ['1,234,567.89', 'USD', 123456789],
    ['1.234.567,89', 'EUR', 123456789],
    ['1,00,000.00', 'INR', 10000000],
    ['0,5', 'EUR', 50],
    ['.5', 'USD', 50],
    ['12,-', 'EUR', 1200],
    ['34.0000', 'USD', 3400],
    ['1.250', 'KWD', 1250],
    ['29.995', 'USD', 3000],
    [29800.0, 'KRW', 29800],
    [49.95, 'USD', 4995],
    [1.005, 'USD', 101],
    [8.325, 'KWD', 8325],
  ])('reads %s in %s as %i minor units', (text, currency, expected) => {
    expect(minor(text, currency)).toBe(expected)
  })

  it.each(['', '  ', '0', '0.00 USD', '₩0', 0])('takes %j for "ask", never for free', (text) => {
    expect(minor(text, 'KRW')).toBeNull()
  })

  it.each([
    '-5',
    '−5.00',
    '$-5',
    '(5.00)',
    'twelve',
    '12 apples',
    '10 - 20',
    '1.2E+4',
    '1,23,4',
    '12.00 USD EUR',
    '1.2.3,4,5',
    1e21,
  ])('refuses %j', (text) => {
    expect(parseMoney(text, 'USD').ok).toBe(false)
  })

  it('says which currency the text names, and keeps silent when it names none', () => {
    expect(parseMoney('12.00 EUR', 'USD')).toEqual({ ok: true, value: { minor: 1200, currency: 'EUR' } })
    expect(parseMoney('12,000원', 'USD')).toEqual({ ok: true, value: { minor: 12000, currency: 'KRW' } })
    expect(parseMoney('$12', 'CAD')).toEqual({ ok: true, value: { minor: 1200, currency: 'CAD' } })
    expect(parseMoney('$12', 'KRW')).toEqual({ ok: true, value: { minor: 1200, currency: 'USD' } })
    expect(parseMoney('¥12', 'CNY')).toEqual({ ok: true, value: { minor: 1200, currency: 'CNY' } })
    expect(parseMoney('12', 'USD')).toEqual({ ok: true, value: { minor: 1200 } })
  })

  it('reads back what any locale prints, for any amount', () => {
    const locales = fc.constantFrom('ko', 'en', 'ja', 'de', 'fr', 'sv', 'en-IN')
    const currencies = fc.constantFrom('KRW', 'JPY', 'USD', 'EUR', 'GBP', 'VND', 'CNY', 'INR')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), currencies, locales, (amount, currency, locale) => {
        expect(minor(formatMoney(amount, currency, locale), currency)).toBe(amount)
      }),
    )
  })

  it('reads back the decimal text of any amount, whatever the exponent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('KRW', 'USD', 'KWD'),
        (amount, currency) => {
          const places = currencyExponent(currency)
          const digits = String(amount).padStart(places + 1, '0')
          const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
          expect(minor(text, currency)).toBe(amount)
        },
      ),
    )
  })

  it('reads back the JSON number of any amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.constantFrom('KRW', 'USD', 'KWD'),
        (amount, currency) => {
          expect(minor(toMajor(amount, currency), currency)).toBe(amount)
        },
      ),
    )
  })
})

describe('toMajor', () => {
  it('gives the decimal a shop would write', () => {
    expect(toMajor(4995, 'USD')).toBe(49.95)
    expect(toMajor(29800, 'KRW')).toBe(29800)
    expect(toMajor(1250, 'BHD')).toBe(1.25)
  })
})
