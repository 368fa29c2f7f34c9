import { LINK, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

const DATE = String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`

/** Shops number orders by the day: 20261125-0000123, 2026112512345671. Amazon: 3, 7 and 7 digits. */
const byForm = new RegExp(
  [
    String.raw`(?<![\dA-Za-z])(?<!\d-)(?:${DATE}-\d{5,9}(?:-\d{1,3})?|${DATE}\d{6,10})(?!\d|-\d)`,
    String.raw`(?<![\dA-Za-z-])\d{3}-\d{7}-\d{7}(?!\d|-\d)`,
    String.raw`(?<![\dA-Za-z-])(?:ord|so|po|inv)[-_]?\d{4,12}(?:[-_]\d{1,10}){0,3}(?!\d|-\d)`,
    // Parcels: UPS and the postal union.
    String.raw`(?<![\dA-Za-z])(?:1z[\da-z]{16}|[a-z]{2}\d{9}[a-z]{2})(?![\dA-Za-z])`,
  ].join('|'),
  'dgi',
)

const LABEL = String.raw`(?:(?:주문|예약|송장|운송장|택배|배송|등기) ?번호|운송장|송장|등기|order(?= ?(?:number|num|nr|no|id|#))|tracking|invoice|(?:注文|予約|追跡|伝票|お問い合わせ|問い合わせ)番号)`
const named = new RegExp(
  String.raw`${LABEL}${LINK}#?(?<it>[a-z]{0,5}[-_]?\d[a-z\d_-]{2,29})(?![a-z\d_-]| \d{4})`,
  'dgi',
)
/** A card or an account written in groups of four is none of these, unless the parcel's label stands before it. */
const namedInGroups = new RegExp(
  String.raw`(?:운송장|송장|등기|tracking|追跡|伝票)(?: ?번호| ?number|番号)?${LINK}(?<it>\d{4}(?:[- ]\d{4}){2})(?![- ]?\d)`,
  'dgi',
)

export const orderRules: readonly Rule[] = [
  { kind: 'order', find: (text) => rangesOf(text, byForm) },
  { kind: 'order', find: (text) => rangesOf(text, named) },
  { kind: 'order', find: (text) => rangesOf(text, namedInGroups) },
]
