import type { Locale } from '../../contract/vocabulary.ts'
import type { ExclusionConcept } from './lexicon/exclusion-concepts.ts'
import type { NumberWish } from './number-wishes.ts'
import type { PricePhrase } from './price-phrases.ts'

/** The language a folded query is written in; the locale decides where the script does not. */
export function languageOf(text: string, locale: Locale): Locale {
  if (/[가-힣ㄱ-ㆎ]/.test(text)) return 'ko'
  if (/[\u3041-\u30ff]/.test(text)) return 'ja'
  if (/[\u3400-\u9fff]/.test(text)) return 'ja'
  return /[a-z]/.test(text) ? 'en' : locale
}

const signs = new Map([
  ['KRW', '₩'],
  ['USD', '$'],
  ['JPY', '¥'],
  ['CNY', '¥'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['CAD', '$'],
  ['AUD', '$'],
  ['NZD', '$'],
])

/** Groups of three digits, the fraction only when there is one. */
function decimal(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const fraction = exponent > 0 ? digits.slice(-exponent) : ''
  return /[1-9]/.test(fraction) ? `${whole}.${fraction}` : whole
}

/** Won as Koreans say them: 5만원, 1만 5천원, 5천원, 12,300원. */
function won(amount: number): string {
  const beyond = amount % 100_000_000
  if (amount > beyond) return `${(amount - beyond) / 100_000_000}억${beyond ? ` ${won(beyond)}` : '원'}`
  const rest = amount % 10_000
  const tens = decimal((amount - rest) / 10_000, 0)
  if (amount >= 10_000 && rest === 0) return `${tens}만원`
  if (rest % 1000 !== 0) return `${decimal(amount, 0)}원`
  return amount > 10_000 ? `${tens}만 ${rest / 1000}천원` : `${rest / 1000}천원`
}

function money(minor: number, currency: string, exponent: number, language: Locale): string {
  if (currency === 'KRW' && exponent === 0 && language === 'ko') return won(minor)
  if (currency === 'JPY' && language === 'ja') return `${decimal(minor, exponent)}円`
  return (signs.get(currency) ?? `${currency} `) + decimal(minor, exponent)
}

/** "5만원 이하", "Under $40", "3,000円以下", "3만원대". */
export function priceLabel(
  price: PricePhrase,
  shop: { readonly currency: string; readonly exponent: number },
  language: Locale,
): string {
  const say = (minor: number | undefined): string => money(minor ?? 0, shop.currency, shop.exponent, language)
  const { min, max } = price
  if (price.shape === 'about') {
    const sum = say(price.named)
    return { ko: `${sum} 정도`, en: `Around ${sum}`, ja: `${sum}前後` }[language]
  }
  if (price.shape === 'band' && language !== 'en') {
    const first = min === price.named ? '' : say(min)
    return language === 'ko'
      ? `${first && `${first}~`}${say(price.named)}대`
      : `${first && `${first}〜`}${say(price.named)}台`
  }
  if (min === undefined)
    return { ko: `${say(max)} 이하`, en: `Under ${say(max)}`, ja: `${say(max)}以下` }[language]
  if (max === undefined)
    return { ko: `${say(min)} 이상`, en: `Over ${say(min)}`, ja: `${say(min)}以上` }[language]
  return { ko: `${say(min)}~${say(max)}`, en: `${say(min)}–${say(max)}`, ja: `${say(min)}〜${say(max)}` }[
    language
  ]
}

/** "가죽 제외", "Not leather", "革以外"; of an ingredient or a part "No sugar", "砂糖なし". */
export function exclusionLabel(concept: ExclusionConcept, language: Locale): string {
  const noun = concept.label[language]
  const labels = concept.isPart
    ? { ko: `${noun} 제외`, en: `No ${noun}`, ja: `${noun}なし` }
    : { ko: `${noun} 제외`, en: `Not ${noun}`, ja: `${noun}以外` }
  return labels[language]
}

const sizeNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  free: { ko: '프리 사이즈', en: 'One size', ja: 'フリーサイズ' },
  plus: { ko: '빅사이즈', en: 'Plus size', ja: '大きいサイズ' },
  queen: { ko: '퀸 사이즈', en: 'Queen size', ja: 'クイーンサイズ' },
  king: { ko: '킹 사이즈', en: 'King size', ja: 'キングサイズ' },
  single: { ko: '싱글 사이즈', en: 'Single size', ja: 'シングルサイズ' },
  'super-single': { ko: '슈퍼싱글', en: 'Super single', ja: 'スーパーシングル' },
}

/** "XL 사이즈", "Size 10", "5살", "In their 60s". */
export function numberLabel(wish: NumberWish, language: Locale): string {
  const { value } = wish
  const size = value.toUpperCase().replace('-', ' ')
  const labels = {
    size: sizeNames[value] ?? { ko: `${size} 사이즈`, en: `Size ${size}`, ja: `サイズ${size}` },
    years: { ko: `${value}살`, en: `Age ${value}`, ja: `${value}歳` },
    months: { ko: `${value}개월`, en: `${value} months`, ja: `${value}か月` },
    decade: { ko: `${value}대`, en: `${value}s`, ja: `${value}代` },
  }
  return labels[wish.unit][language]
}
