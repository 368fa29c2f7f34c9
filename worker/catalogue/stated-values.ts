import type { AgeGroup, Availability, Gender, Visibility } from '../contract/vocabulary.ts'
import { asText, type Cells } from './cells.ts'

const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, '')
    .replace(/[\s_-]+/g, '')

const YES = new Set(['true', 't', 'yes', 'y', '1', 'on', 'o', '사용', '사용함', '예', 'はい'])
const NO = new Set(['false', 'f', 'no', 'n', '0', '-1', 'off', 'x', '사용안함', '아니오', 'いいえ'])

/** A flag as feeds write it; undefined when the text is no flag. */
export const flag = (text: string | undefined): boolean | undefined => {
  if (text === undefined) return undefined
  const key = words(text)
  if (YES.has(key)) return true
  return NO.has(key) ? false : undefined
}

const AVAILABILITY: readonly (readonly [Availability, readonly string[]])[] = [
  [
    'in_stock',
    [
      'instock',
      'instoreonly',
      'onlineonly',
      'limitedavailability',
      'available',
      'unlimited',
      '판매중',
      '정상',
      '재고있음',
      '있음',
      '在庫あり',
      '販売中',
    ],
  ],
  [
    'out_of_stock',
    [
      'outofstock',
      'soldout',
      'discontinued',
      'unavailable',
      '품절',
      '일시품절',
      '재고없음',
      '없음',
      '판매중지',
      '판매안함',
      '단종',
      '在庫なし',
      '在庫切れ',
      '売り切れ',
      '完売',
    ],
  ],
  [
    'preorder',
    ['preorder', 'presale', 'availablefororder', '예약', '예약판매', '예약주문', '予約', '予約受付中'],
  ],
  [
    'backorder',
    [
      'backorder',
      'onbackorder',
      'backordered',
      'madetoorder',
      '입고예정',
      '주문제작',
      '取り寄せ',
      'お取り寄せ',
    ],
  ],
]

const byWord = new Map(
  AVAILABILITY.flatMap(([availability, texts]) => texts.map((text) => [text, availability])),
)

/** An availability word; undefined when nobody knows it. */
const availabilityWord = (text: string): Availability | undefined => byWord.get(words(text))

/**
 * Whether a record's goods can be bought: its own word first, then its flag, then its stock count. A count
 * is not read where the source says that it does not track stock (Shopify: an empty tracker). Undefined
 * when the record says nothing.
 */
export const availabilityOf = (cells: Cells): Availability | undefined => {
  const sellable = cells.text('sellable') ?? ''
  if (flag(sellable) === false || availabilityWord(sellable) === 'out_of_stock') return 'out_of_stock'
  const policy = words(cells.text('backorders') ?? '')
  const backorders =
    policy === 'continue' || policy === 'notify' || Number(policy) > 0 || flag(policy) === true
  const none: Availability = backorders ? 'backorder' : 'out_of_stock'
  for (const { column, value } of cells.all('availability')) {
    const text = asText(value)
    if (text === undefined) continue
    const word = availabilityWord(text)
    if (word) return word
    const yes = flag(text)
    if (yes !== undefined) return yes !== column.trim().startsWith('품절') ? 'in_stock' : none
    if (/^\d+$/.test(text)) return 'in_stock'
  }
  if (cells.has('stock_tracker') && cells.text('stock_tracker') === undefined) return undefined
  const stock = cells.text('quantity')
  if (stock === undefined) return undefined
  const word = availabilityWord(stock)
  if (word) return word
  const count = Number(stock.replaceAll(',', ''))
  if (!Number.isFinite(count)) return undefined
  return count > 0 ? 'in_stock' : none
}

const HIDDEN = new Set([
  'draft',
  'archived',
  'hidden',
  'private',
  'inactive',
  'disabled',
  'deleted',
  'unpublished',
  'notvisible',
  'notvisibleindividually',
  'none',
  '진열안함',
  '미진열',
  '숨김',
  '비공개',
  '미노출',
  '전시안함',
  '非公開',
  '非表示',
])
/** Magento's product_online and WooCommerce's Published; elsewhere the numbers mean other things. */
const DISABLED = new Set(['2', '-1'])

const MEMBERS = new Set([
  'members',
  'member',
  'membersonly',
  'memberonly',
  '회원',
  '회원전용',
  '회원공개',
  '会員',
  '会員限定',
])

/** Who may see a product. Any column that hides it wins; without one it is public. */
export const visibilityOf = (cells: Cells): Visibility => {
  const stated = (['status', 'shown', 'visibility'] as const).flatMap((field) =>
    cells.all(field).map(({ value }) => ({ field, key: words(asText(value) ?? '') })),
  )
  const hides = ({ field, key }: { field: string; key: string }): boolean =>
    HIDDEN.has(key) ||
    (field !== 'visibility' && DISABLED.has(key)) ||
    (field === 'shown' && flag(key) === false)
  if (stated.some(hides)) return 'hidden'
  return stated.some(({ key }) => MEMBERS.has(key)) ? 'members' : 'public'
}

const GENDERS: Readonly<Record<Gender, RegExp>> = {
  unisex: /^(?:unisex|uni|u|both|all|unisexkids|공용|남녀공용|남여공용|유니섹스|男女兼用|ユニセックス)$/,
  female:
    /^(?:f|w|female|woman|women|womens|women's|lady|ladies|girl|girls|여|여성|여자|여아|여성용|女|女性|レディース|女の子)$/,
  male: /^(?:m|male|man|men|mens|men's|boy|boys|남|남성|남자|남아|남성용|男|男性|メンズ|男の子)$/,
}

export const genderOf = (text: string | undefined): Gender | undefined => {
  const key = words(text ?? '')
  return (['unisex', 'female', 'male'] as const).find((gender) => GENDERS[gender].test(key))
}

const AGES: readonly (readonly [AgeGroup, RegExp])[] = [
  ['newborn', /^(?:newborn|신생아|新生児)/],
  ['infant', /^(?:infant|baby|babies|영아|아기|베이비|乳児|ベビー)/],
  ['toddler', /^(?:toddler|유아|幼児)/],
  [
    'kids',
    /^(?:kids?|child|children|boys?|girls?|unisexkids|junior|teens?|아동|어린이|키즈|주니어|청소년|남아|여아|子供|こども|キッズ)/,
  ],
  ['adult', /^(?:adults?|성인|大人)/],
]

/** Reads an age group from its own word, or from a gender word that implies one (boys, 여아). */
export const ageGroupOf = (text: string | undefined): AgeGroup | undefined => {
  const key = words(text ?? '')
  return AGES.find(([, pattern]) => pattern.test(key))?.[0]
}

/** A rating out of 5: up to 5 as it stands, up to 100 as a percentage; anything else is no rating. */
export const ratingOf = (text: string | undefined): number | undefined => {
  const value = Number(/^\s*(\d+(?:[.,]\d+)?)/.exec(text ?? '')?.[1]?.replace(',', '.') ?? Number.NaN)
  if (!(value > 0 && value <= 100)) return undefined
  return value <= 5 ? value : value / 20
}
