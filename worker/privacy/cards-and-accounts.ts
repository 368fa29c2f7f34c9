import { isGtin, passesLuhn } from './check-digits.ts'
import { digitsOf, LINK, NUMBER_END, NUMBER_START, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

const card = new RegExp(
  [
    String.raw`${NUMBER_START}\d{13,19}${NUMBER_END}`,
    String.raw`${NUMBER_START}\d{4}(?<by> ?[-. ] ?)\d{4}\k<by>\d{4}\k<by>\d{1,4}(?:\k<by>\d{1,3})?${NUMBER_END}`,
    String.raw`${NUMBER_START}\d{4}(?<gap> ?[-. ] ?)\d{6}\k<gap>\d{4,5}${NUMBER_END}`,
  ].join('|'),
  'dg',
)
const cardWord = /카드|card|visa|master|amex|カード|결제/iu

/** Fifteen digits that begin with 35 are a telephone's serial number; thirteen and fourteen are barcodes and parcels. */
function looksLikeCard(digits: string): boolean {
  if (digits.length === 13) return digits.startsWith('4') && !isGtin(digits)
  if (digits.length === 14) return /^3[0689]/.test(digits) && !isGtin(digits)
  if (digits.length === 15) return !digits.startsWith('35')
  return true
}

/** Sizes and capacities in a row: 4000 4500 5000 5500. */
const isListOfRoundNumbers = (found: string): boolean =>
  / /.test(found) && found.split(/ +/).every((group) => group.endsWith('00'))

function isCard(found: string, { before, after }: { before: string; after: string }): boolean {
  const digits = digitsOf(found)
  if (!passesLuhn(digits) || /^(\d)\1*$/.test(digits)) return false
  const isNamed = cardWord.test(before) || cardWord.test(after)
  if (isNamed) return true
  // Mastercard has 2221 to 2720 too; Korean order numbers that begin with a year stay below.
  if (!/^(?:[3-6]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/.test(digits)) return false
  return !isListOfRoundNumbers(found) && (digits.length !== found.length || looksLikeCard(digits))
}

const BANK =
  '(?:국민|신한|우리|하나|기업|농협|수협|신협|우체국|새마을(?:금고)?|카카오|카뱅|토스|케이|제일|씨티|산업|kb|nh|ibk|sc|대구|부산|광주|전북|경남|제주)'
const BANK_NAMED = String.raw`(?:${BANK}(?:은행|뱅크)|국민|신한|우리|하나|기업|농협|수협|신협|우체국|새마을금고|카뱅|kb|nh|ibk)`
const PARTS = String.raw`\d{2,6}(?:[- ]\d{1,7}){1,4}`
const ACCOUNT_WORD = String.raw`(?:계좌|통장 ?번호|account(?= ?(?:number|num|nr|no|#|:|is))|iban|口座)`

const accountNamed = new RegExp(
  String.raw`${ACCOUNT_WORD}${LINK}(?:[가-힣a-z]{1,8} ?(?:은행|뱅크)? |은행 )?(?<it>${PARTS}|\d{7,16})(?!\d|-\d|[,\d]{0,8} ?(?:원|만))`,
  'dgi',
)
const accountAtBank = new RegExp(
  String.raw`(?<![가-힣a-z])${BANK_NAMED}${LINK}(?:계좌)?${LINK}(?<it>\d{2,6}(?:-\d{1,7}){1,4}|\d{10,16})(?!\d|-\d| ?원)`,
  'dgi',
)
const accountThenWord = new RegExp(
  String.raw`${NUMBER_START}(?<it>\d{2,6}(?:-\d{1,7}){2,4}|\d{10,16})(?= ?(?:\(?${BANK_NAMED}\)? ?)?(?:으?로 )?(?:계좌|통장|환불 ?계좌|입금|송금)| \(?${BANK_NAMED}(?![가-힣]))`,
  'dgi',
)

const digitsBetween = (least: number) => (found: string) => {
  const { length } = digitsOf(found)
  return length >= least && length <= 16
}

const iban = /(?<![a-z\d-])[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?(?![a-z\d])/dgi
/** Characters of the international form by country: a code of goods may satisfy the check digits by chance. */
const ibanLengths = new Map(
  'at20 be16 ch21 cz24 de22 dk18 es24 fi18 fr27 gb22 gr27 hu28 ie22 it27 lu20 nl18 no15 pl28 pt25 ro24 se24 sk24 tr26 ae23'
    .split(' ')
    .map((country) => [country.slice(0, 2), Number(country.slice(2))]),
)

/** Modulo 97 of the digits, letters as 10 to 35, the first four characters last. */
function isIban(found: string): boolean {
  const compact = found.replaceAll(' ', '').toLowerCase()
  if (ibanLengths.get(compact.slice(0, 2)) !== compact.length) return false
  let rest = 0
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export const cardRules: readonly Rule[] = [{ kind: 'card', find: (text) => rangesOf(text, card, isCard) }]

export const accountRules: readonly Rule[] = [
  { kind: 'account', find: (text) => rangesOf(text, iban, isIban) },
  { kind: 'account', find: (text) => rangesOf(text, accountNamed, digitsBetween(7)) },
  { kind: 'account', find: (text) => rangesOf(text, accountAtBank, digitsBetween(10)) },
  { kind: 'account', find: (text) => rangesOf(text, accountThenWord, digitsBetween(10)) },
]
