import type { Span } from '../../ports/understanding.ts'
import { type Amount, findAmounts, toMinor, wholeUnits } from './amounts.ts'
import { followedByUnit } from './measure-units.ts'
import { skipKoreanEnding } from './word-edges.ts'

/** What a query says about the price. Bounds are inclusive, in minor units. */
export interface PricePhrase {
  readonly span: Span
  readonly min?: number
  readonly max?: number
  /** `band`: 3만원대; `about`: 5만원 정도, or a sum with no word beside it. */
  readonly shape: 'bound' | 'band' | 'about'
  /** The sum an approximate phrase or a band names; of a range of bands the last one. */
  readonly named?: number
}

type Direction = 'max' | 'min' | 'about' | 'band' | 'upToBand'

interface Cue {
  readonly direction: Direction
  /** Characters it takes before or after the amount. */
  readonly length: number
}

/** A cue is never longer; patterns look at no more of the text before an amount than this. */
const REACH = 26

const before: readonly (readonly [pattern: RegExp, direction: Direction])[] = [
  [
    /(?:^|[^a-z0-9])((?:for |at |is |priced |costs? |costing |price )?(?:under|below|beneath|less than|lower than|cheaper than|no more than|not more than|not over|not above|not exceeding|at most|up ?to|upto|maximum(?: of)?|max(?: of)?|within|budget(?: of| is|:)?)\s?:?\s?)$/,
    'max',
  ],
  [/(<=?\s?)$/, 'max'],
  [/(?:^|[^가-힣])((?:최대|많아야|예산(?:은|이)?|최고)\s?:?\s?)$/, 'max'],
  [/((?:最大|予算は?|上限)\s?:?\s?)$/, 'max'],
  [
    /(?:^|[^a-z0-9])((?:for |at |priced |costs? |costing |price )?(?:over|above|more than|at least|minimum(?: of)?|min(?: of)?|starting (?:at|from)|upwards of)\s)$/,
    'min',
  ],
  [/(>=?\s?)$/, 'min'],
  [/(?:^|[^가-힣])((?:최소|적어도)\s?)$/, 'min'],
  [/((?:最低)\s?)$/, 'min'],
  [/(?:^|[^a-z0-9])((?:around|about|approximately|approx\.?|roughly|circa|nearly|almost)\s)$/, 'about'],
  [/(?:^|[^가-힣])((?:약|대략|한)\s?)$/, 'about'],
  [/((?:約|およそ|だいたい)\s?)$/, 'about'],
]

const after: readonly (readonly [pattern: RegExp, direction: Direction])[] = [
  [
    /\s?(?:이하|미만|이내|안쪽|안으로|안에서?|까지만?|아래|밑|언더|한도|내로|내에서?|내(?![가-힣])|(?:를|을|이|가)?\s?(?:넘지\s?(?:않|말|안)[가-힣]{0,3}|안\s?넘[가-힣]{0,2}|안\s?되는)|보다\s?(?:싼|저렴한|낮은|적은|싸게|아래))/y,
    'max',
  ],
  [/\s예산/y, 'max'],
  [
    /\s(?:or|and)\s(?:less|under|below|cheaper|lower)(?![a-z])|\s(?:max|maximum|tops|budget|limit)(?![a-z])/y,
    'max',
  ],
  [/(?:以下|未満|まで|以内|内(?![一-鿿])|を?超えない|より安い|を切る)(?:の|で|に)?/y, 'max'],
  [/\s?(?:이상|초과|넘는|부터|보다\s?(?:비싼|높은)|위(?![가-힣])|위로)/y, 'min'],
  [
    /\s(?:or|and)\s(?:more|above|over|up|higher)(?![a-z])|\s(?:min|minimum)(?![a-z])|\+(?![\p{L}\p{N}])/uy,
    'min',
  ],
  [/(?:以上|超|より高い|を超える|から)(?:の|で|に)?/y, 'min'],
  [/\s?대\s?(?:이하|미만|이내|까지)|台(?:以下|まで|以内)/y, 'upToBand'],
  [/\s?대(?![가-힣])|대(?!용량|형)/y, 'band'],
  [/台(?:の|で)?/y, 'band'],
  [/\s?(?:정도|쯤|내외|안팎|전후|가량|언저리|근처|짜리|선(?![가-힣])|선에서|하는(?![가-힣]))/y, 'about'],
  [/-?ish(?![a-z])/y, 'about'],
  [/(?:くらい|ぐらい|程度|前後|ほど|位)(?:の|で|に)?/y, 'about'],
]

/** What joins two amounts to a range, and whether words beside it must confirm the range. */
const joins: readonly (readonly [pattern: RegExp, needs: 'nothing' | 'between' | 'upper'])[] = [
  [/^(?:\s?대|台)?\s?(?:~|-|–|—|〜|to|에서|부터|から|より)\s?$/, 'nothing'],
  [/^\s(?:and|to)\s$/, 'between'],
  [/^\s?(?:와|과|と)\s?$/, 'between'],
  [/^\s?(?:이상|초과|以上|넘고)(?:의|で|、)?\s?~?\s?$/, 'upper'],
]
const betweenBefore = /(?:^|[^a-z])((?:priced |costs? )?between\s)$/
const fromBefore = /(?:^|[^a-z])(from\s)$/
const betweenAfter = /(?:의)?\s?사이|の間/y
const rangeEnd =
  /\s?(?:이하|미만|이내|까지|안쪽|사이|정도)|(?:以下|未満|まで|以内|の間|くらい|ぐらい)(?:の|で|に)?/y

/** Numbers about people and models, not money: "kids under 5", "women over 50", "air max 90". */
const audienceBefore =
  /(?:kids?|child|children|toddlers?|baby|babies|infants?|boys?|girls?|people|persons?|adults?|women|men|ages?|aged|anyone|everyone|those|students?|teens?|grandkids|grandchildren|dogs?|cats?|puppies)\s(?:who are |that are )?$/
const modelBefore = /(?:air|pro|xs|plus|mini|ultra|mad|promax|iphone|galaxy)\s$/

/** A bare number below this is no price in a currency without minor units. */
const smallestBare = new Map([
  ['KRW', wholeUnits(1000)],
  ['JPY', wholeUnits(100)],
])
const notAfterAll = /\s?(?:말고|빼고|제외|아닌|以外|じゃない)/y

interface Money {
  readonly currency: string
  readonly exponent: number
}

function cueBefore(text: string, at: number): Cue | undefined {
  const part = text.slice(Math.max(0, at - REACH), at)
  for (const [pattern, direction] of before) {
    const cue = pattern.exec(part)?.[1]
    if (cue) return { direction, length: cue.length }
  }
  return undefined
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function cueAfter(text: string, at: number): Cue | undefined {
  for (const [pattern, direction] of after) {
    const length = matchLength(pattern, text, at)
    if (length > 0) return { direction, length: skipKoreanEnding(text, at + length) - at }
  }
  return undefined
}

/** 3만원대 and 10만원대 end where the next one begins: one unit of the last digit that is not 0. Not for 0. */
function bandEnd(minor: number): number {
  let step = 1
  while (minor % (step * 10) === 0) step *= 10
  return minor + step - 1
}

const inShop = (amount: Amount, { currency }: Money): boolean => amount.currencies?.includes(currency) ?? true

/** A number without a currency counts as money only in the shop's habits and with no unit after it. */
function bareIsMoney(
  text: string,
  amount: Amount,
  money: Money,
  cue: Cue | undefined,
  side: 'before' | 'after',
): boolean {
  if (amount.currencies) return true
  if (followedByUnit(text, amount.end)) return false
  const smallest = smallestBare.get(money.currency)
  if (smallest && amount.scaled < smallest) return false
  if (!amount.plain) return smallest !== undefined && cue !== undefined
  if (side === 'after') return smallest !== undefined && cue?.direction === 'max'
  if (cue?.direction !== 'max') return false
  const start = amount.start - cue.length
  const head = text.slice(Math.max(0, start - REACH), start)
  const spoken = text.slice(start, amount.start)
  if (audienceBefore.test(head) || spoken.startsWith('within')) return false
  return !(spoken.startsWith('max') && modelBefore.test(head))
}

function rangeOf(text: string, first: Amount, second: Amount, money: Money): PricePhrase | undefined {
  const gap = text.slice(first.end, second.start)
  if (gap.length > 8) return undefined
  const head = text.slice(Math.max(0, first.start - REACH), first.start)
  const between = betweenBefore.exec(head)?.[1]
  const upper = matchLength(rangeEnd, text, second.end)
  const confirmed = between !== undefined || matchLength(betweenAfter, text, second.end) > 0
  const joined = joins.some(
    ([pattern, needs]) =>
      pattern.test(gap) && (needs === 'nothing' || (needs === 'between' ? confirmed : upper > 0)),
  )
  if (!joined || !inShop(first, money) || !inShop(second, money)) return undefined
  const shares = first.plain && !second.plain && first.scaled <= second.coefficient
  const known = first.currencies ?? second.currencies
  const suits = smallestBare.get(money.currency)
  if (!known) {
    if (
      followedByUnit(text, second.end) ||
      audienceBefore.test(head.slice(0, head.length - (between?.length ?? 0)))
    )
      return undefined
    if (second.plain && (between === undefined || (suits && second.scaled < suits))) return undefined
    if (!second.plain && !suits) return undefined
  }
  const low = toMinor(shares ? first.scaled * second.unit : first.scaled, money.exponent)
  const high = toMinor(second.scaled, money.exponent)
  if (low === undefined || high === undefined || low === 0 || high === 0) return undefined
  const cue = cueAfter(text, second.end)
  const band = cue?.direction === 'band'
  const tail = band ? cue.length : Math.max(upper, matchLength(betweenAfter, text, second.end))
  const [min, max] = low <= high ? [low, high] : [high, low]
  const lead = between ?? fromBefore.exec(head)?.[1] ?? ''
  return {
    span: { start: first.start - lead.length, end: skipKoreanEnding(text, second.end + tail) },
    min,
    max: band ? bandEnd(max) : max,
    ...(band ? { shape: 'band', named: max } : { shape: 'bound' }),
  }
}

function singleOf(text: string, amount: Amount, money: Money): PricePhrase | undefined {
  if (!inShop(amount, money)) return undefined
  const ahead = cueBefore(text, amount.start)
  const behind = cueAfter(text, amount.end)
  const useBehind =
    behind && (amount.currencies !== undefined || bareIsMoney(text, amount, money, behind, 'after'))
  const useAhead = ahead && bareIsMoney(text, amount, money, ahead, 'before')
  if (!useBehind && !useAhead && !amount.currencies) return undefined
  const firm = useBehind && behind.direction !== 'about' ? behind : undefined
  const cue = firm ?? (useAhead ? ahead : undefined)
  const span = {
    start: amount.start - (useAhead ? ahead.length : 0),
    end: useBehind ? amount.end + behind.length : skipKoreanEnding(text, amount.end),
  }
  const minor = toMinor(amount.scaled, money.exponent)
  if (minor === undefined || minor === 0) return undefined
  if (cue?.direction === 'max') return { span, max: minor, shape: 'bound' }
  if (cue?.direction === 'min') return { span, min: minor, shape: 'bound' }
  if (cue?.direction === 'upToBand') return { span, max: bandEnd(minor), shape: 'bound' }
  if (cue?.direction === 'band') return { span, min: minor, max: bandEnd(minor), shape: 'band', named: minor }
  const fifth = (minor - (minor % 5)) / 5
  return { span, min: minor - fifth, max: minor + fifth, shape: 'about', named: minor }
}

/**
 * The prices a folded query names, in order. Sums in another currency than the shop's are left alone:
 * they cannot be compared. Numbers without a currency count only where nothing else is likely.
 */
export function findPrices(text: string, money: Money): PricePhrase[] {
  const found: PricePhrase[] = []
  const amounts = findAmounts(text)
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index]
    if (!amount) break
    const next = amounts[index + 1]
    const range = next && rangeOf(text, amount, next, money)
    const phrase = range ?? singleOf(text, amount, money)
    if (range) index += 1
    const last = found.at(-1)
    if (!phrase || (last && phrase.span.start < last.span.end)) continue
    if (matchLength(notAfterAll, text, phrase.span.end) === 0) found.push(phrase)
  }
  return found
}
