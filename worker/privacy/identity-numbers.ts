import { hasOldResidentCheck, isGtin } from './check-digits.ts'
import { digitsOf, LINK, NUMBER_END, NUMBER_START, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

/** The second half may be masked, in part or but for its first digit. */
const resident = new RegExp(
  String.raw`${NUMBER_START}(?<!-)\d{6}(?: ?[-.] ?| )?[1-8](?:\d{6}|\d{0,5}[*x●○•#]{1,6})${NUMBER_END}`,
  'dgi',
)
const residentWord = /주민|외국인|등록 ?번호|신분증|생년월일|resident|registration|\barc\b/iu

/** Born on a day that exists; the seventh digit tells the century. */
function hasBirthday(found: string): boolean {
  const digits = digitsOf(found)
  const century = /[1256]/.test(digits[6] ?? '') ? 1900 : 2000
  const year = century + Number(digits.slice(0, 2))
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * Thirteen digits in a row may be a barcode as well. Korean, Japanese and Chinese ones are what shoppers type; others
 * yield to a resident number's check digit. A child's number, random at its end, is never read as a barcode.
 */
const isBarcode = (found: string): boolean =>
  isGtin(found) &&
  (/^(?:880|4[59]|69)/.test(found) || (!hasOldResidentCheck(found) && !found.startsWith('2')))

const customs = /(?<![A-Za-z\d])p\d{12}(?!\d)/dgi
const customsParted = /(?<![A-Za-z\d])p[- ]\d{12}(?!\d)/dgi
const customsWord = /통관|customs|해외 ?직구/iu

const socialSecurity = new RegExp(
  String.raw`(?:social security|\bssn)${LINK}(?<it>\d{3}[- ]?\d{2}[- ]?\d{4})(?!\d)`,
  'dgi',
)
const myNumber = new RegExp(
  String.raw`(?:マイナンバー|個人番号|my number)${LINK}(?<it>\d{4}[- ]?\d{4}[- ]?\d{4})(?!\d)`,
  'dgi',
)

const passport = new RegExp(
  String.raw`(?:여권|passport|パスポート|旅券)${LINK}(?<it>[a-z]{1,2} ?\d{7,8}|[a-z]\d{3}[a-z]\d{4}|\d{9})(?![\da-z])`,
  'dgi',
)

const passportFirst = /(?<![\da-z])[a-z]\d{8}(?= ?(?:여권|passport))/dgi

const licence = new RegExp(
  String.raw`(?:면허증?|driver'?s?'? ?licen[cs]e|driving licen[cs]e|運転免許証?|免許証)${LINK}(?<it>\d{2}[- ]\d{2}[- ]\d{6}[- ]\d{2}|[가-힣]{2} ?\d{2}-\d{6}-\d{2}|[a-z]{0,2}\d{7,12})(?![\da-z])`,
  'dgi',
)

export const identityRules: readonly Rule[] = [
  {
    kind: 'id',
    find: (text) =>
      rangesOf(
        text,
        resident,
        (found, { before, after }) =>
          hasBirthday(found) &&
          (!/^\d{13}$/.test(found) ||
            !isBarcode(found) ||
            residentWord.test(before) ||
            residentWord.test(after)),
      ),
  },
  { kind: 'id', find: (text) => rangesOf(text, socialSecurity) },
  { kind: 'id', find: (text) => rangesOf(text, myNumber) },
  { kind: 'customs', find: (text) => rangesOf(text, customs) },
  {
    kind: 'customs',
    find: (text) => rangesOf(text, customsParted, (_, { before }) => customsWord.test(before)),
  },
  { kind: 'passport', find: (text) => rangesOf(text, passport) },
  { kind: 'passport', find: (text) => rangesOf(text, passportFirst) },
  { kind: 'licence', find: (text) => rangesOf(text, licence) },
]
