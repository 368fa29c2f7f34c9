import { DISTRICT, KNOWN_ROAD, PROVINCE } from './korean-places.ts'
import { LINK, rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

const WORD_START = String.raw`(?<![가-힣A-Za-z\d])`

/** A house number, and no amount, size or model: "선물로 2개", "블랙으로 95 사이즈". */
const UNITS =
  '원|만|천|개|켤레|벌|장|매|병|박스|세트|팩|권|cm|mm|ml|kg|gb|tb|센치|사이즈|분|시간|일|명|인(?:용|분|승|치|조)|대|번(?!지)|종|가지|퍼센트|평|살|세|층짜리|프로'
const NO_AMOUNT = `(?!${UNITS}|가(?![가-힣])|[a-z%])(?! (?:${UNITS})(?:만|씩|정도|이하|이상|짜리|으?로|을|를)?(?![가-힣a-z]))`
const HOUSE = String.raw`(?: ?(?:산 ?)?\d{1,5}(?:-\d{1,4})?(?: ?번지|(?![\d-])${NO_AMOUNT}))`
/** With a dash it is the number of a lot. */
const LOT = String.raw`(?: ?(?:산 ?)?\d{1,4}-\d{1,4}(?![\d-]))`

const COMPLEX =
  '(?:아파트|빌라|오피스텔|맨션|타워|빌딩|센터|상가|자이|푸르지오|래미안|힐스테이트|더샵|아이파크|캐슬|주공|마을|단지)'
const UNIT = String.raw`\d{1,5}(?:층|호실?|동)`
const TAIL = String.raw`(?:,? ?(?:${UNIT}|지하 ?\d층|[가-힣A-Za-z\d]{0,10}${COMPLEX}(?= ?\d{1,5}(?:층|호|동))|\([가-힣\d]{1,8}동\))){0,5}`

const ROAD = String.raw`[가-힣][가-힣\d·]{0,13}(?:로|길)(?: ?\d{1,4}(?:번|[가나다라])?길)?${HOUSE}`
/** Words that end like a neighbourhood; some are one as well, such as 우동 and 능동. */
const NO_PLACE =
  '(?!(?:운|아|자|전|이|활|행|작|진|공|냉|유|시|변|노|수|부|충|구|연|기|출|감|율|난|제|합|협|우|반|능|라|쫄|당|화|측|표|정|세|원피스|티|니트|레이온)(?:동|면)(?![가-힣\\d]))'
const ANY_PLACE = String.raw`[가-힣]{1,6}\d{0,2}(?:동|읍|면|\d가)(?:\d가)?(?: ?[가-힣]{1,5}리(?= ?(?:산 ?)?\d))?`
const PLACE = `${NO_PLACE}${ANY_PLACE}`

const within = new RegExp(
  [
    // 서울 강남구 역삼동, with or without what follows.
    String.raw`${WORD_START}${PROVINCE} ?(?:${DISTRICT} ?){1,2}(?:${ANY_PLACE}${HOUSE}|(?:${ANY_PLACE} )?${ROAD}|${PLACE})${TAIL}`,
    // 성남시 분당구 정자동 123-4
    String.raw`${WORD_START}(?:${DISTRICT} ?){1,2}(?:${PLACE}${HOUSE}|${ANY_PLACE}${LOT}|(?:${ANY_PLACE} )?${ROAD})${TAIL}`,
    String.raw`${WORD_START}세종(?:특별자치)?시 ?(?:${ROAD}|${PLACE}${HOUSE})${TAIL}`,
  ].join('|'),
  'dgi',
)

/** What is an address by itself: a numbered side road, a known road, a lot number, a flat. */
const alone = new RegExp(
  [
    String.raw`${WORD_START}[가-힣][가-힣\d]{0,9}로 ?\d{1,4}(?:번|[가나다라])?길${HOUSE}${TAIL}`,
    String.raw`${WORD_START}${KNOWN_ROAD}\d{0,3}길?${HOUSE}${TAIL}`,
    String.raw`${WORD_START}[가-힣]{1,6}로\d가${LOT}${TAIL}`,
    String.raw`${WORD_START}[가-힣]{1,6}\d?(?:동|리|\d가) ?(?:산 ?)?\d{1,4}(?:-\d{1,4})? ?번지${TAIL}`,
    String.raw`(?:${WORD_START}[가-힣A-Za-z\d]{0,10}${COMPLEX} ?|(?<!\d))\d{1,4}동 ?\d{3,5}호(?!\d)`,
    String.raw`${WORD_START}[가나다라마A-F]동 ?\d{2,4}호(?!\d)`,
    String.raw`${WORD_START}[가-힣A-Za-z\d]{0,10}(?:${COMPLEX}|원룸|고시원) ?\d{3,4}호(?!\d)`,
  ].join('|'),
  'dgi',
)

const named = new RegExp(
  String.raw`(?:주소|배송지|수령지|받는 ?곳|사는 ?곳|우리 ?집)(?:지? ?주소)?${LINK}(?<it>(?:${ROAD}|${PLACE}${HOUSE})${TAIL})`,
  'dgi',
)
const postalCode = new RegExp(
  String.raw`(?:우편 ?번호|zip ?code|postal ?code)${LINK}(?<it>\d{5})(?!\d)`,
  'dgi',
)

const PARTS = String.raw`[a-z]{2,20}(?:-[a-z]{2,20}){0,2}`
const inLatin = new RegExp(
  String.raw`(?<![\w-])\d{1,5}(?:-\d{1,4})?,? ${PARTS}\d{0,2}-(?:ro|gil|daero)(?![a-z])(?: ?\d{1,3}(?:beon)?-gil)?(?:,? [a-z]{2,20}\d?-(?:dong|gu|si|gun|do|eup|myeon)(?![a-z])){0,3}`,
  'dgi',
)

export const koreanAddressRules: readonly Rule[] = [
  { kind: 'address', find: (text) => rangesOf(text, within) },
  { kind: 'address', find: (text) => rangesOf(text, alone) },
  { kind: 'address', find: (text) => rangesOf(text, named) },
  { kind: 'address', find: (text) => rangesOf(text, postalCode) },
  { kind: 'address', find: (text) => rangesOf(text, inLatin) },
]
