import { scriptAt } from './scripts.ts'
import { startsWord } from './word-edges.ts'

/** Ten-thousandths of a major unit: amounts such as 1.5만 or 39.99 stay integers. */
const SCALE = 10_000

/** A sum of money, or a plain number that may turn out to be one. */
export interface Amount {
  readonly start: number
  readonly end: number
  /** In ten-thousandths of the major unit. */
  readonly scaled: number
  /** Codes of the currencies the sign or word may stand for; absent when none was written. */
  readonly currencies?: readonly string[]
  /** What a bare number of a range shares: 3~5만원 is 3만 to 5만. */
  readonly unit: number
  /** The number before that unit. */
  readonly coefficient: number
  /** Digits only: no sign, no unit. */
  readonly plain: boolean
}

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD']
const signs: readonly (readonly [pattern: RegExp, currencies: readonly string[]])[] = [
  [/(?:us\$|usd)\s?/y, ['USD']],
  [/(?:ca\$|cad)\s?/y, ['CAD']],
  [/(?:au?\$|aud)\s?/y, ['AUD']],
  [/\$\s?/y, dollars],
  [/(?:€|eur)\s?/y, ['EUR']],
  [/(?:£|gbp)\s?/y, ['GBP']],
  [/(?:¥|jpy)\s?/y, ['JPY', 'CNY']],
  [/(?:₩|krw)\s?/y, ['KRW']],
]
/** Words that begin with 원 and are no money: 5만 원피스, 3만 원목 선반. */
const won =
  /\s?(?:원(?=$|[^가-힣]|이하|미만|이내|안|까지|아래|밑|넘|이상|초과|부터|위|정도|쯤|내외|내로|내에|내(?![가-힣])|전후|가량|대|짜리|선|에|보다|을|의|으로|이|은|도|와|과|하는|언더|한도|예산|근처|언저리|사이)|won(?![a-z0-9])|krw(?![a-z0-9])|₩)/y
const suffixes: readonly (readonly [pattern: RegExp, currencies: readonly string[]])[] = [
  [won, ['KRW']],
  [
    /\s?(?:円(?![形卓盤筒錐陣玉札])|엔(?![가-힣])|엔(?=이하|미만|이내|까지|대|정도|이상)|yen(?![a-z0-9])|jpy(?![a-z0-9])|¥)/y,
    ['JPY'],
  ],
  [
    /\s?(?:달러|불(?=$|[^가-힣]|이하|미만|이내|까지|대|정도|이상)|ドル|dollars?(?![a-z0-9])|bucks?(?![a-z0-9])|\$(?!\d))/y,
    dollars,
  ],
  [/\s?usd(?![a-z0-9])/y, ['USD']],
  [/\s?(?:유로|ユーロ|euros?(?![a-z0-9])|eur(?![a-z0-9])|€)/y, ['EUR']],
  [/\s?(?:파운드|ポンド|pounds?(?![a-z0-9])|quid(?![a-z0-9])|gbp(?![a-z0-9])|£)/y, ['GBP']],
  [/\s?(?:위안|元|人民元|rmb(?![a-z0-9])|cny(?![a-z0-9])|yuan(?![a-z0-9]))/y, ['CNY']],
]

/** Coins, notes and vouchers are things, not budgets. */
const thing =
  /\s?(?:동전|지폐|주화|짜리 동전|coins?\b|bills?\b|notes?\b|玉|札|硬貨|기프트\s?카드|상품권|gift\s?cards?\b|vouchers?\b|ギフト券|商品券|ショップ|均一|샵|마트|숍|stores?\b|shops?\b|tree\b)/y

const digits = /(?:\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.\d{1,4})?/y
const numerals = ['일一', '이二', '삼三', '사四', '오五', '육六', '칠七', '팔八', '구九']
const ones = new Map(
  numerals.flatMap((pair, index) => [
    [pair.charAt(0), index + 1] as const,
    [pair.charAt(1), index + 1] as const,
  ]),
)
ones.set('륙', 6)
const smallUnits = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const bigUnits = new Map([
  ['만', 10_000],
  ['억', 100_000_000],
  ['万', 10_000],
  ['億', 100_000_000],
])

const englishNumbers = new Map([
  ['ten', 10],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
  ['two hundred', 200],
  ['three hundred', 300],
  ['five hundred', 500],
  ['a thousand', 1000],
  ['one thousand', 1000],
  ['two thousand', 2000],
  ['twenty five', 25],
  ['twenty-five', 25],
  ['thirty five', 35],
  ['thirty-five', 35],
  ['seventy five', 75],
  ['seventy-five', 75],
  ['five', 5],
])
const englishNumber =
  /(?:(?:a|one|two|three|five)\s)?(?:hundred|thousand)|(?:twenty|thirty|seventy)[\s-]five|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|five/y

/** Length a sticky pattern matches at `at`; 0 when it does not. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function currencyAt(
  table: readonly (readonly [RegExp, readonly string[]])[],
  text: string,
  at: number,
): { length: number; currencies: readonly string[] } | undefined {
  for (const [pattern, currencies] of table) {
    const length = lengthAt(pattern, text, at)
    if (length > 0) return { length, currencies }
  }
  return undefined
}

/** Decimal digits as ten-thousandths: "1.5" is 15000. */
function scale(spoken: string): number {
  const [whole = '0', fraction = ''] = spoken.replaceAll(',', '').split('.')
  return Number(whole) * SCALE + Number(fraction.padEnd(4, '0').slice(0, 4))
}

interface Figure {
  readonly end: number
  readonly scaled: number
  readonly unit: number
  readonly coefficient: number
  readonly plain: boolean
  /** Written in digits somewhere, so that it is a number whatever follows. */
  readonly digits: boolean
}

/** Whether a number goes on after one space: 1만 5천, 5 만; only a unit, or digits that have one, continue it. */
function continuesAfterSpace(text: string, at: number, afterUnit: boolean): boolean {
  if (text.charAt(at) !== ' ') return false
  const next = text.charAt(at + 1)
  if (bigUnits.has(next) || next === '천' || next === '千')
    return !afterUnit || next === '천' || next === '千'
  const length = lengthAt(digits, text, at + 1)
  if (!afterUnit || length === 0) return false
  const follows = text.charAt(at + 1 + length)
  return smallUnits.has(follows) || ((length === 3 || length === 4) && /[원円]/.test(follows))
}

/** Reads 50,000, 1만 5천, 1.5万, 오만, 三千, 3백만 from `at`. */
function readFigure(text: string, at: number): Figure | undefined {
  let total = 0
  let section = 0
  let current: number | undefined
  let unit = 1
  let coefficient = 0
  let parts = 0
  let sawDigits = false
  let end = at
  for (;;) {
    const length = current === undefined && scriptAt(text, end) === 'digit' ? lengthAt(digits, text, end) : 0
    const sign = text.charAt(end)
    const small = smallUnits.get(sign)
    const big = bigUnits.get(sign)
    const one = current === undefined && length === 0 ? ones.get(sign) : undefined
    if (length > 0) {
      current = scale(text.slice(end, end + length))
      sawDigits = true
      end += length
    } else if (one !== undefined) {
      current = one * SCALE
      end += 1
    } else if (small !== undefined) {
      coefficient = current ?? SCALE
      section += coefficient * small
      unit *= small
      current = undefined
      end += 1
    } else if (big !== undefined) {
      const amount = section + (current ?? 0) || SCALE
      if (parts === 0 || section === 0) coefficient = amount
      total += amount * big
      unit = big
      section = 0
      current = undefined
      end += 1
    } else if (end > at && continuesAfterSpace(text, end, current === undefined)) {
      end += 1
      continue
    } else break
    parts += 1
    if (parts > 10) return undefined
  }
  if (parts === 0) return undefined
  const scaled = total + section + (current ?? 0)
  const plain = parts === 1 && sawDigits
  if (plain) coefficient = scaled
  if (!Number.isSafeInteger(scaled)) return undefined
  return { end, scaled, unit: parts === 2 ? unit : 1, coefficient, plain, digits: sawDigits }
}

function readEnglishFigure(text: string, at: number): Figure | undefined {
  const length = lengthAt(englishNumber, text, at)
  const value = englishNumbers.get(text.slice(at, at + length))
  if (value === undefined) return undefined
  const scaled = value * SCALE
  return { end: at + length, scaled, unit: 1, coefficient: scaled, plain: true, digits: false }
}

/** Whether digits at `at` belong to a model, a clock, a decimal or a word: iphone15, tn-2110, 12:30, no.5. */
function insideName(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  if (/[#:.,/_]/.test(before) && at > 0) return scriptAt(text, at - 2) !== 'other' || before === '#'
  return before === '-' && scriptAt(text, at - 2) === 'latin'
}

/** Reads the amount that starts at `at`; undefined where none does. */
function readAmount(text: string, at: number): Amount | undefined {
  const compound = ones.has(text.charAt(at)) && /[算約大低]/.test(text.charAt(at - 1))
  if (!(startsWord(text, at) || compound) || insideName(text, at)) return undefined
  const prefix = currencyAt(signs, text, at)
  const start = at + (prefix?.length ?? 0)
  const figure = scriptAt(text, start) === 'latin' ? readEnglishFigure(text, start) : readFigure(text, start)
  if (!figure || (prefix && !figure.digits)) return undefined
  const thousands = prefix && /^k(?![a-z0-9])/.test(text.slice(figure.end, figure.end + 2)) ? 1000 : 1
  const afterFigure = figure.end + (thousands > 1 ? 1 : 0)
  const suffix = currencyAt(suffixes, text, afterFigure)
  const currencies = prefix?.currencies ?? suffix?.currencies
  const end = afterFigure + (suffix?.length ?? 0)
  if (!figure.digits && !currencies) return undefined
  if (
    !suffix &&
    /[a-z%:]/.test(text.charAt(end)) &&
    !/^(?::(?!\d)|ish(?![a-z]))/.test(text.slice(end, end + 4))
  )
    return undefined
  if (lengthAt(thing, text, end) > 0) return undefined
  const scaled = figure.scaled * thousands
  if (scaled === 0 || !Number.isSafeInteger(scaled)) return undefined
  return {
    start: at,
    end,
    scaled,
    unit: figure.unit,
    coefficient: figure.coefficient,
    plain: figure.plain && !currencies,
    ...(currencies && { currencies }),
  }
}

const mayStart = /[\d$€£¥₩a-z일이삼사오육륙칠팔구십백천만억一二三四五六七八九十百千万億]/

/** Every amount and plain number of a folded query, left to right. */
export function findAmounts(text: string): Amount[] {
  const found: Amount[] = []
  let at = 0
  while (at < text.length) {
    const amount = mayStart.test(text.charAt(at)) ? readAmount(text, at) : undefined
    if (amount) found.push(amount)
    at = amount ? amount.end : at + 1
  }
  return found
}

/** Minor units of a scaled amount, fractions of a minor unit dropped; undefined beyond exact integers. */
export function toMinor(scaled: number, exponent: number): number | undefined {
  const product = scaled * 10 ** exponent
  if (!Number.isSafeInteger(product)) return undefined
  return (product - (product % SCALE)) / SCALE
}

/** Scaled amount of a number of whole major units. */
export const wholeUnits = (units: number): number => units * SCALE
