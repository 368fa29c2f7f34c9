import { runEnd, scriptAt } from './scripts.ts'

/** What may follow a Korean noun or a closed adjective without making another word of it. */
const koreanEndings = new Set(
  (
    '은 는 이 가 을 를 의 에 에서 에게 한테 께 께서 로 으로 와 과 도 만 랑 이랑 나 이나 라도 이라도 까지 부터 처럼 보다 ' +
    '들 들이 들을 들의 들에게 들한테 들도 님 님이 님께 님의 님한테 용 용의 용도 용으로 용은 용이 용도로 이고 이며 이면 인 인데 이면서 ' +
    '이요 요 인가요 이에요 예요 입니다 하는 하고 하기 할 한 에는 에도 에서의 에게는 께는 께도 마다 밖에 이라는 라는 ' +
    '같은 스러운 스럽게 다운 룩 템 풍 풍의 느낌 무드 선물 선물로 선물용 추천'
  ).split(' '),
)

/** Product nouns that shoppers write straight after a colour, an audience or a season (블랙원피스, 여성코트). */
const koreanHeads = new Set(
  (
    '옷 의류 원피스 셔츠 티셔츠 티 바지 팬츠 슬랙스 청바지 데님 스커트 치마 코트 자켓 재킷 점퍼 패딩 가디건 니트 맨투맨 ' +
    '후드티 블라우스 조끼 정장 수트 잠옷 파자마 속옷 양말 모자 신발 운동화 스니커즈 구두 로퍼 부츠 샌들 슬리퍼 가방 백팩 지갑 ' +
    '벨트 시계 목걸이 귀걸이 반지 팔찌 이불 커튼 수영복 운동복 장갑 목도리 머플러 향수 화장품 우산 선글라스'
  ).split(' '),
)

/** As `koreanHeads`, for a katakana colour or audience (ブラックジーンズ, レディースコート). */
const katakanaHeads = new Set(
  (
    'シャツ ティーシャツ ワンピース スカート ジーンズ デニム パンツ コート ジャケット ニット セーター カーディガン パーカー ドレス ブラウス ' +
    'バッグ リュック シューズ スニーカー ブーツ サンダル パンプス ローファー ウォッチ ファッション アイテム'
  ).split(' '),
)

/** What may follow a phrase in its own run: an ending, a product noun too, or anything at all. */
export type Ending = 'whole' | 'heads' | 'open'

const japaneseParticle = /[のがをはにでとやもかへな]/

/** Longest ending or ending after a head; what is longer goes on as another word. */
const LONGEST_TAIL = 8

/** The Hangul from `end` on, cut one past what could still be an ending: the cost stays bounded. */
const hangulTail = (text: string, end: number): string =>
  /^[가-힣]*/.exec(text.slice(end, end + LONGEST_TAIL + 1))?.[0] ?? ''

/** Whether Hangul from `end` on is only an ending (가죽+은, 캠핑+용으로); true when no Hangul follows. */
export function endsKoreanWord(text: string, end: number): boolean {
  const tail = hangulTail(text, end)
  return tail === '' || koreanEndings.has(tail)
}

/** Where the Korean ending after `end` stops; `end` when there is none or more than an ending follows. */
export function skipKoreanEnding(text: string, end: number): number {
  return endsKoreanWord(text, end) ? end + hangulTail(text, end).length : end
}

function continuesWithHead(text: string, end: number): boolean {
  const rest = hangulTail(text, end)
  if (rest.length > LONGEST_TAIL) return false
  for (let cut = rest.length; cut > 0; cut -= 1) {
    if (koreanHeads.has(rest.slice(0, cut)) && (cut === rest.length || koreanEndings.has(rest.slice(cut))))
      return true
  }
  return false
}

/** Whether a word can begin at `at`: not in the middle of a run of its script, nor after a joining hyphen. */
export function startsWord(text: string, at: number): boolean {
  if (at === 0) return true
  const script = scriptAt(text, at)
  const before = scriptAt(text, at - 1)
  if (before === 'other') {
    const joined = script === 'latin' && /[-'’&.]/.test(text.charAt(at - 1))
    return !(joined && ['latin', 'digit'].includes(scriptAt(text, at - 2)))
  }
  if (script === 'latin' || script === 'digit') return before !== 'latin' && before !== 'digit'
  if (script === 'hiragana') return before !== 'hiragana' || japaneseParticle.test(text.charAt(at - 1))
  return before !== script
}

function endsLatinWord(text: string, end: number): boolean {
  const next = scriptAt(text, end)
  if (next === 'latin' || next === 'digit') return false
  const follows = scriptAt(text, end + 1)
  if (!/[-'’&]/.test(text.charAt(end)) || (follows !== 'latin' && follows !== 'digit')) return true
  return /^['’]s$/.test(text.slice(end, end + 2)) && scriptAt(text, end + 2) !== 'latin'
}

/**
 * Whether the word that stops before `end` is whole there. A brand such as 블랙야크 is one run, so 블랙
 * is not a word in it; 블랙원피스 is two when `heads` are allowed; 赤ちゃん is not 赤, 黒の is 黒.
 */
export function endsWord(text: string, end: number, ending: Ending = 'whole'): boolean {
  const last = scriptAt(text, end - 1)
  const next = scriptAt(text, end)
  const unspaced = last === 'hangul' || last === 'katakana'
  if (unspaced && ending === 'open') return true
  if (last === 'hangul')
    return endsKoreanWord(text, end) || (ending === 'heads' && continuesWithHead(text, end))
  if (last === 'latin' || last === 'digit') return endsLatinWord(text, end)
  if (last === 'katakana') {
    const rest = text.slice(end, runEnd(text, end, 'katakana'))
    return rest === '' || (ending === 'heads' && katakanaHeads.has(rest))
  }
  if (last === 'kanji')
    return next !== 'kanji' && (next !== 'hiragana' || japaneseParticle.test(text.charAt(end)))
  return true
}
