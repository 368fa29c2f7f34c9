import { LINK, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

const JA = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]`
const PREFECTURE =
  '(?:東京都|北海道|(?:大阪|京都)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)'
const NUMBERED = String.raw`\d{1,4}(?:(?:丁目|条|番地?の?|号室?|-)${JA}{0,4}(?=\d)\d{1,4}){0,4}(?:丁目|番地?|号室?)?`
const ROOM = String.raw`(?: [\p{sc=Han}\p{sc=Katakana}ー]{1,12} ?\d{1,4}号室?)?`

const japanese = new RegExp(
  [
    String.raw`〒 ?\d{3}-?\d{4}(?!\d)`,
    String.raw`${PREFECTURE}${JA}{1,20}${NUMBERED}${ROOM}`,
    String.raw`(?<!${JA})\p{sc=Han}{1,5}[市区]${JA}{1,16}${NUMBERED}${ROOM}`,
    String.raw`(?<!${JA})${JA}{1,16}(?:\d{1,3}|[一二三四五六七八九十])丁目(?:\d{1,4}番地?)?(?:の?\d{1,4}号?)?${ROOM}`,
    String.raw`(?<!${JA})${JA}{1,16}\d{1,5}番地(?:の?\d{1,4}号?)?${ROOM}`,
  ].join('|'),
  'dgu',
)
const japanesePostalCode = new RegExp(String.raw`(?:郵便番号|〒|住所)${LINK}(?<it>\d{3}-?\d{4})(?!\d)`, 'dg')

const STRONG = 'street|avenue|boulevard|blvd|lane|road|ave|st|rd|parkway|terrace'
const WEAK = 'drive|dr|court|ct|way|place|pl|circle|cir|square|trail|ln|highway|hwy|pkwy|ter'
const MEASURED =
  '(?! ?(?:gb|tb|mb|inch|in|mm|cm|speed|pack|pcs?|piece|ct|way|ply|oz|lb|ft|foot|watt|volt|k|hz|port|bay)\\b)'
/** "IL 62701" */
const STATE_CODE = String.raw`(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\.? \d{5}(?:-\d{4})?(?!\d)`
const CITY = String.raw`[a-z.']{2,20}(?: [a-z.']{2,20}){0,2}`
const CITY_STATE = `,? ${CITY},? ${STATE_CODE}`
const FLAT = String.raw`,? (?:apt|apartment|unit|suite|ste|floor|fl)\b\.? ?#?(?:\d\w{0,4}|[a-z]\d{0,4})\b|,? #\d{1,5}`

const street = new RegExp(
  String.raw`(?<![\w.,$#-])\d{1,5}${MEASURED}(?: (?:[nsew]|north|south|east|west)\.?)?(?: [a-z][a-z']{1,14}){1,3}? (?:${STRONG}|${WEAK})\b\.?(?:${FLAT})?(?:${CITY_STATE})?`,
  'dgi',
)
const lead =
  /(?:\b(?:to|at|address|live|lives|living|reside|located|deliver|ship|send|mail)(?: is)?[:,]? (?:(?:me|it|them|this|my|the|our|a|in|on|at|to|is|home|house|package|order|[a-z]{2,12}) ){0,3}?)$/i
const flatOrCity = new RegExp(`${FLAT}|${CITY_STATE}`, 'i')
const strongKind = new RegExp(String.raw`\b(?:${STRONG})\.?$`, 'i')

/**
 * A number, a name and a kind of street are also "27 inch road" and "21 Jump Street": the flat, the city with its
 * postal code or a word of sending has to stand beside them, or nothing but an end after a house number of the hundreds.
 */
function isStreet(found: string, { before, after }: { before: string; after: string }): boolean {
  if (flatOrCity.test(found)) return true
  const isStrong = strongKind.test(found)
  const endsThere = /^ ?(?:$|[,.;!?\n)])/.test(after)
  if (lead.test(before)) return isStrong || endsThere
  return isStrong && endsThere && /^\d{3,5} (?!sesame)/i.test(found)
}

const unmistakable = new RegExp(
  String.raw`(?<![a-z])p\.? ?o\.? ?box \d{1,6}(?:${CITY_STATE})?|(?<![a-z.'])${CITY}, ${STATE_CODE}`,
  'dgi',
)

export const abroadAddressRules: readonly Rule[] = [
  { kind: 'address', find: (text) => rangesOf(text, japanese) },
  { kind: 'address', find: (text) => rangesOf(text, japanesePostalCode) },
  { kind: 'address', find: (text) => rangesOf(text, street, isStreet) },
  { kind: 'address', find: (text) => rangesOf(text, unmistakable) },
]
