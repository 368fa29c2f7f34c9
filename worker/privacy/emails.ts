import { rangesOf } from './matching.ts'
import type { Range, Rule } from './personal-kinds.ts'

const LOCAL_MOST = 64
const localCharacter = /[\w.!#$%&'*+/=?^`{|}~\u00c0-\u024f-]/u

const PROVIDER =
  'g(?:oogle)?mail|naver|daum|hanmail|kakao|nate|yahoo|hotmail|outlook|icloud|live|msn|proton(?:mail)?|aol|fastmail|docomo|ezweb|softbank|네이버|다음|한메일|지메일|카카오'

/** A domain, or a mail provider whose ending was left out. */
const domain = new RegExp(
  String.raw` ?(?:(?:[a-z\d-]{1,63}\.){1,127}[a-z]{2,63}|(?:${PROVIDER})(?![\w-]))`,
  'iy',
)

/** Pictures for dense screens: shoe@2x.jpg. */
const isPicture = /^ ?\dx\.(?:jpe?g|png|gif|webp|avif)$/i

/** Around every @: what can stand before one, if a domain follows. */
function aroundAt(text: string): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    domain.lastIndex = at + 1
    const follows = domain.exec(text)?.[0]
    let start = text[at - 1] === ' ' ? at - 1 : at
    const least = Math.max(from, start - LOCAL_MOST)
    const local = start
    while (start > least && localCharacter.test(text[start - 1] ?? '')) start -= 1
    if (follows === undefined || start === local || isPicture.test(follows)) continue
    from = at + 1 + follows.length
    ranges.push({ start, end: from })
  }
  return ranges
}

const WORD = String.raw`(?<![\w.+-])[\w.+-]{2,64}`
const AT = String.raw` ?(?:[([{<] ?(?:at|골뱅이|앳) ?[)\]}>]|골뱅이|アット(?:マーク)?) ?`
const DOT = String.raw` ?(?:\.|[([{<] ?dot ?[)\]}>]|(?<= )dot(?= )|닷|쩜|ドット) ?`

/** Spelled out. A bare "at" needs a provider or a "dot": "available at shop.com" is no address. */
const spelled = new RegExp(
  [
    String.raw`${WORD}${AT}[a-z\d가-힣-]{2,30}?(?:${DOT}(?:[a-z]{2,6}|컴|넷|케이알)){1,2}`,
    String.raw`${WORD} at (?:${PROVIDER})(?:${DOT}[a-z]{2,4}){1,2}`,
    String.raw`${WORD} at [a-z\d-]{2,30}(?: dot [a-z]{2,6}){1,2}`,
  ].join('|'),
  'dgi',
)

export const emailRules: readonly Rule[] = [
  { kind: 'email', find: aroundAt },
  { kind: 'email', find: (text) => rangesOf(text, spelled) },
]
