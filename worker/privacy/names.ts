import { rangesOf } from './matching.ts'
import type { Rule } from './personal-kinds.ts'

/**
 * Names are taken out only where the words around say that they are one: a form's label, "my name is", or a title after
 * a full Korean or a common Japanese family name. Anything wider takes out goods.
 */

const SURNAME =
  '(?:남궁|황보|제갈|선우|독고|사공|서문|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부빈동온호범좌팽승간상시갈])'
/** Family name and two syllables: shorter ones are words too often. */
const FULL_NAME = `${SURNAME}[가-힣]{2}`

/** Goods, trades, skins and relations of three syllables that begin like a family name. */
const noNames = new Set(
  (
    '오미자 한련화 금잔화 도라지 민들레 나팔꽃 봉선화 채송화 양귀비 공심채 옥수수 강낭콩 백일홍 구절초 유채꽃 하수오 고수풀 방아풀 배롱꽃 천일홍 금계국 맨드라 차조기 우엉씨 ' +
    '임산부 변호사 간호사 공무원 경찰관 소방관 연구원 강사님 회사원 민감성 복합성 지복합 수부지 왼손잡 여학생 남학생 유학생 신입생 문과생 이과생 중학생 고등학 대학생 전업주 기혼자 미용사 제빵사 사회초 ' +
    '초보자 신혼부 예비신 하체비 상체비 선생님 원장님 사장님 장모님 고객님 구매자 주문자 판매자 관리자 상담원 상담사 안내자 조교수 부원장 부사장 전문가 한의사 시어머 시아버 친정어 장인어 이모부 고모부 ' +
    '소중한 최고의 우수한 신규한 고마운 여자친 남자친 남편의 여동생 남동생 조카딸 도우미 배송기 설치기 기사님 유치원 어린이 어르신 주민들 이용자 사용자 방문자 이웃집 우리집 옆집은 한국인 외국인 남성용 여성용 유아용 신랑신 신사용 신생아 노약자 장애인 성소수 성직자 선교사 조리사 영양사 세무사 회계사 노무사 약사님 의사님 교수님 박사님 작가님 감독님 배우님 가수님 공주님 왕자님 임직원 신입사 사회인 직장인 지성인 건성인 주인공 주부님 이모님 고모님 형부님 장난아 진심아 고양이 강아지'
  ).split(' '),
)
const isName = (found: string): boolean => !noNames.has(found.slice(0, 3))

/** "저는 마른편이에요" tells a build, not a name. */
const endsAsShop = /[점집샵]$/u
const endsAsKind = /[편파족생맘녀톤띠살급]$/u

/** "씨" is a seed and an exclamation as well: nothing of a compound may follow. */
const PERSON_TITLE =
  '(?:(?:고객|회원|선생|사장|과장|부장|대리|팀장|차장|이사|원장|교수|박사|실장|기사|작가|어머|아버|할머|할아버)?님|씨(?:에게|께|한테|가|는|의|로|랑|도|와)?(?![가-힣])|[양군](?:에게|께))'
const withTitle = new RegExp(String.raw`(?<![가-힣A-Za-z])(?<it>${FULL_NAME})(?= ?${PERSON_TITLE})`, 'dg')

/** What else a shopper says of a recipient, and of a name to be engraved. */
const labelled =
  /^(?:변경|문의|이름|연락|추가|선택|전화|기재|표기|지정|성함|여부|고객|배송|이메일|한글|한자|이니셜|전체|안내|누락|오류|오타|(?:정보|주소)[가를는은만도로]?$)/u

const introduced = new RegExp(
  String.raw`(?<![가-힣])(?:저는|전|나는) ?(?<it>${FULL_NAME})(?=입니다|이라고|라고|이에요|예요|이?고요|인데요)`,
  'dg',
)
const koreanLabel = new RegExp(
  String.raw`(?:(?<![가-힣])(?:제|내|저의) ?(?:이름|성함)|(?<![가-힣])(?:이름|성함|성명|받는 ?(?:사람|분)|보내는 ?(?:사람|분)|수령인|수취인|수신인|주문자|구매자|예금주|입금자|예약자|신청자|고객명)(?:명|님)?(?= ?[:는은이가] ?| [가-힣]{3,4}(?![가-힣])))(?: ?[:는은이가])? ?(?<it>${SURNAME}[가-힣]{1,3}?)(?=$|[^가-힣]|입니다|이에요|예요|이고요?|이라고|라고|이요|인데|님|씨|으?로 )`,
  'dg',
)

const WORD = String.raw`[\p{sc=Latin}][\p{sc=Latin}'’.-]{0,20}`
/** "my name is …": the words that follow until one that is no name. */
const NOT_NAME =
  '(?:and|i|i.?m|am|im|from|looking|the|a|an|my|your|please|pls|here|but|not|on|in|at|of|for|to|with|is|are|was|where|what|when|how|can|could|need|want|order|tag|necklace|phone|email|misspelled|spelled|wrong|engraved|printed|required|or|so|this|that|it|you|he|she|we)'
const NEXT = `(?!${NOT_NAME}(?![\\p{sc=Latin}]))${WORD}`
const englishLabel = new RegExp(
  String.raw`(?<![\p{sc=Latin}])(?:my (?:full |first |last )?name(?: is|['’]s| ?:)|(?:recipient|addressee|consignee|attn|attention|cardholder|account holder|full name|customer name)(?: name)?(?: is|:) ?:?|i['’ ]?a?m called|(?<=^|[,.;!?|/] ?)name ?:) ?(?<it>${NEXT}(?: ${NEXT}){0,2})`,
  'dgiu',
)

const JAPANESE_SURNAME =
  '(?:佐藤|鈴木|高橋|田中|伊藤|渡[辺邊邉]|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林(?!檎|間|業)|斎藤|齋藤|斉藤|清水|山崎|森(?!林|永)|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原(?!宿|産)|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|木下|久保|佐野|野村|松尾|菊地|杉本|市川|古川|大西|島田|水野|桜井|渡部|高野|吉川|山内|西田|飯田|菊池|西川|小松|北村|安田|五十嵐|川口|平田|関(?!西|東|係)|中田|久保田|服部|東(?!京|洋|北|海|欧)|岩田|土屋|川崎|福島|本田|辻|樋口|秋山|田口|永井|山中|中西|吉村|川上|石原|大橋|松岡|馬場|浜田|森本|星野|矢野|浅野|大久保|吉岡|荒木|松下|野田)'
const KANJI_OR_KANA = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`
const japaneseTitle = new RegExp(
  String.raw`(?<!\p{sc=Han})(?<it>${JAPANESE_SURNAME} ?\p{sc=Han}{0,3}) ?(?:様|さま|さん(?!ぽ|ご|か)|氏)(?!\p{sc=Han})`,
  'dgu',
)
const SAID = 'です(?!か)|と申|といい'
const japaneseSelf = new RegExp(
  String.raw`(?:私|僕|わたし|俺)は ?(?<it>${JAPANESE_SURNAME} ?\p{sc=Han}{0,3}|\p{sc=Han}{2,3} \p{sc=Han}{1,3})(?=${SAID})`,
  'dgu',
)
const JAPANESE_LABEL = '(?:名前|氏名|宛名|受取人|名義)'
const japaneseLabel = new RegExp(
  String.raw`${JAPANESE_LABEL} ?: ?(?<it>${KANJI_OR_KANA}{1,4}? ?${KANJI_OR_KANA}{1,6}?)(?=${SAID}|で|$|[\s、。,])`,
  'dgu',
)
const japaneseTold = new RegExp(
  String.raw`${JAPANESE_LABEL}は ?(?<it>${JAPANESE_SURNAME} ?${KANJI_OR_KANA}{1,4}?(?=${SAID}|で)|(?!何|な)\p{sc=Han}{2,4} ?\p{sc=Han}{0,3}(?=${SAID}))`,
  'dgu',
)

export const nameRules: readonly Rule[] = [
  {
    kind: 'name',
    find: (text) => rangesOf(text, withTitle, (found) => isName(found) && !endsAsShop.test(found)),
  },
  {
    kind: 'name',
    find: (text) => rangesOf(text, introduced, (found) => isName(found) && !endsAsKind.test(found)),
  },
  {
    kind: 'name',
    find: (text) => rangesOf(text, koreanLabel, (found) => isName(found) && !labelled.test(found)),
  },
  { kind: 'name', find: (text) => rangesOf(text, englishLabel) },
  { kind: 'name', find: (text) => rangesOf(text, japaneseTitle) },
  { kind: 'name', find: (text) => rangesOf(text, japaneseSelf) },
  { kind: 'name', find: (text) => rangesOf(text, japaneseLabel) },
  { kind: 'name', find: (text) => rangesOf(text, japaneseTold) },
]
