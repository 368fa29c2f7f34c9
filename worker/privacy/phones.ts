import { isGtin } from './check-digits.ts'
import { digitsOf, NUMBER_END, NUMBER_START, rangesOf } from './matching.ts'
import type { Range, Rule } from './personal-kinds.ts'

// A library of the world's numbering plans (libphonenumber) weighs more than the whole search; these are the shapes
// shoppers of the three languages write.

const GAP = String.raw`[-. /()]{0,3}`
/** A gap that must be there. */
const PARTED = String.raw`(?: ?[-.] ?| ?[()] ?| )`
const START = String.raw`(?:(?<=tel|phone|mobile|hp)|${NUMBER_START})`

const wordBefore =
  /(?:전화|연락처?|휴대폰|핸드폰|폰|팩스|안심번호|(?:^|[^a-z])(?:tel|phone|call|text|mobile|cell|reach|fax|ring|whatsapp)|電話|連絡先?|携帯)(?:번호|番号)?(?: ?(?:me|us|is|at|on|no\.?|number|[:#.]|은|는|이|가|は|が)){0,4} ?$/iu
const wordAfter =
  /^ ?(?:번호)?(?:으?로|에|에게)? ?(?:전화|연락|문자|통화|콜|call|text|に(?:電話|連絡)|まで(?:電話|連絡)?)/iu

const isNamed = ({ before, after }: { before: string; after: string }): boolean =>
  wordBefore.test(before) || wordAfter.test(after)

/** Korean mobile numbers: part of the number may be masked, noughts may be letters. */
const koreanMobile = new RegExp(
  String.raw`${START}(?:\((?=\w{3}\)))?[0o]1[016789o]${GAP}(?:\d{4}|[*●]{4}|[2-9*●][\d*●]{2})${GAP}[\d*●]{4}${NUMBER_END}`,
  'dgi',
)

/** Korean numbers dialled from abroad. */
const koreanAbroad = new RegExp(
  String.raw`(?<![\dA-Za-z])(?<!\d[-.])(?:\+ ?82|00 ?82|82(?=[- .]|10\d{8}))${GAP}(?:0\)? ?)?(?:1[016789]|2|[3-6][1-5]|70|50\d?)${GAP}\d{3,4}${GAP}\d{4}${NUMBER_END}`,
  'dg',
)

const SPOKEN = '[공영빵일이삼사오육륙칠팔구]'
const spoken = new RegExp(
  String.raw`(?<!${SPOKEN}|\d)(?:[공영빵]일[공영빵일육륙칠팔구]|01[016789])${GAP}${SPOKEN}{4}${GAP}${SPOKEN}{4}`,
  'dg',
)

/** Eleven digits in a row that begin as mobile and internet telephones of Korea and Japan do, or parted. */
const elevenDigits = new RegExp(String.raw`${START}0[5789]0\d{8}${NUMBER_END}`, 'dg')

/** Safe numbers that stand for another, twelve digits in a row: as many as a barcode has. */
const safeNumber = new RegExp(String.raw`${START}050[2-8]\d{8}${NUMBER_END}`, 'dg')

const international = /(?<![\d+])\+ ?[1-9](?:[-. ()]{0,2}\d){8,13}(?!\d| ?(?:원|円|won|krw|점|포인트))/dgi

/** Area codes of either country: parted by something, or named as a number to call. */
const parted = new RegExp(
  String.raw`${START}(?:\((?=\d{2,4}\)))?0[1-9]\d{0,3}${PARTED}\d{1,4}${PARTED}\d{4}${NUMBER_END}`,
  'dg',
)
const bareNational = new RegExp(String.raw`${START}(?:02\d{7,8}|0[3-9]\d{8,10})${NUMBER_END}`, 'dg')

const american = new RegExp(
  String.raw`${START}(?:1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4}${NUMBER_END}`,
  'dg',
)
const americanNamed = new RegExp(
  String.raw`${START}(?:1[-. ]?)?[2-9]\d\d[-. ]?[2-9]\d\d[-. ]?\d{4}${NUMBER_END}`,
  'dg',
)
const britishMobile = new RegExp(String.raw`${START}07\d{3} \d{6}${NUMBER_END}`, 'dg')

/** How long a parted number may be, by how it begins. Free lines of businesses are nobody's. */
function isPartedNumber(found: string): boolean {
  const digits = digitsOf(found)
  const [area = '', middle = ''] = found
    .replace('(', ' ')
    .trim()
    .split(/[-. ()]+/)
  if (/^0(?:120|800)/.test(digits)) return false
  // The Japanese do not write dots: 06.4441.6030 is an article's number.
  if (/^\d{2}\./.test(found) && area !== '02') return false
  // Spaces alone also part the numbers of a list.
  if (!/[-.()]/.test(found) && (area.length > 3 || middle.length < 3)) return false
  if (area === '02') return digits.length === 9 || digits.length === 10
  return digits.length === 10 || digits.length === 11 || (/^050\d/.test(digits) && digits.length === 12)
}

function isKoreanMobile(found: string, around: { before: string; after: string }): boolean {
  // Ten digits without a gap are books and products far more often than the old short numbers; with slashes, a path.
  return !/^(?:\d{10}|\d{3}\/\d{3}\/\d{4})$/.test(found) || isNamed(around)
}

const find =
  (pattern: RegExp, accept?: Parameters<typeof rangesOf>[2]) =>
  (text: string): readonly Range[] =>
    rangesOf(text, pattern, accept)

/** Unmistakable: looked for before anything else made of digits. */
export const mobileRules: readonly Rule[] = [
  { kind: 'phone', find: find(koreanMobile, isKoreanMobile) },
  {
    kind: 'phone',
    find: find(koreanAbroad, (found, around) => !/^\d+$/.test(found) || !isGtin(found) || isNamed(around)),
  },
  { kind: 'phone', find: find(spoken) },
  { kind: 'phone', find: find(international) },
]

export const phoneRules: readonly Rule[] = [
  { kind: 'phone', find: find(elevenDigits) },
  { kind: 'phone', find: find(safeNumber, (found, around) => !isGtin(found) || isNamed(around)) },
  { kind: 'phone', find: find(parted, isPartedNumber) },
  {
    kind: 'phone',
    // Ten digits that begin with a nought are article numbers too: only where they are named.
    find: find(bareNational, (_, around) => isNamed(around)),
  },
  { kind: 'phone', find: find(american) },
  {
    kind: 'phone',
    find: find(americanNamed, (_, around) => isNamed(around)),
  },
  { kind: 'phone', find: find(britishMobile) },
]
