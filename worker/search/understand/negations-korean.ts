import { conceptOf, conceptOfWord, type ExclusionConcept, longestNoun } from './lexicon/exclusion-concepts.ts'
import { isQuality } from './lexicon/qualities.ts'
import type { Negation } from './negation.ts'
import { runStart, scriptAt } from './scripts.ts'
import { skipKoreanEnding, startsWord } from './word-edges.ts'

const negators =
  /(?<open>말고(?!도)|빼고|뺀|빼주|제외(?:하고|한|된|하|해서|)|아닌|아니고|안\s?들어간|안\s?들어있는|안\s?들어가는|들어가지\s?않은|들어있지\s?않은|들어가지\s?않는|미함유|무첨가)|(?<closed>없는|없이|없음|없고|안\s?든|안\s?쓴|안\s?섞인|쓰지\s?않은|사용하지\s?않은|미포함|미사용|프리(?!\s?사이즈|[가-힣])|싫은데|싫고|싫어(?:요|하는|서)?)/g

const particle = /(?:으로|에서|이나|이랑|은|는|이|가|을|를|로|도|만|의|나|랑)$/
/** Words between the noun and its negator that add nothing: 가죽 소재 말고, 울 들어간 거 빼고. */
const between =
  /^(?:소재|제품|재질|원단|색상|색|컬러|계열|종류|스타일|거|것|게|걸|들어간|들어있는|함유|함유된|섞인|된|만든|있는)(?:은|는|이|가|을|를|로|도)?$/
const joined = /(?:이랑|랑|이나|나|와|과|하고)$/
/** Nouns that end like a verb before 말고 (하지 말고 is an order, 바지 말고 a wish). */
const nounInJi =
  /(?:바지|반지|강아지|휴지|편지|소시지|오렌지|스펀지|베이지|빈티지|패키지|가지|돼지|아버지|잡지|봉지|에멀지|브리지|오지|캐미지|단무지|무지)$/

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The unspaced word that ends at or, past one space or comma, before `end`. */
function wordBefore(text: string, end: number): Word | undefined {
  let stop = end
  while (stop > 0 && stop > end - 2 && /[\s,·/]/.test(text.charAt(stop - 1))) stop -= 1
  let start = stop
  while (start > 0 && stop - start <= longestNoun && scriptAt(text, start - 1) !== 'other') start -= 1
  return start === stop ? undefined : { text: text.slice(start, stop), start, end: stop }
}

/** The concept a Korean word names, with or without its particle; spaced nouns (오프 화이트) look one word back. */
function namedBy(text: string, word: Word): { concept: ExclusionConcept; start: number } | undefined {
  const bare = word.text.replace(particle, '')
  const before = /\s/.test(text.charAt(word.start - 1)) ? wordBefore(text, word.start) : undefined
  for (const form of [word.text, bare]) {
    const spaced = before && conceptOf(`${before.text} ${form}`)
    if (spaced) return { concept: spaced, start: before.start }
  }
  for (const form of [word.text, bare]) {
    const concept = conceptOf(form)
    if (concept) return { concept, start: word.start }
  }
  return undefined
}

function unlisted(word: Word, afterVerb: boolean): ExclusionConcept | undefined {
  const bare = word.text.length > 2 ? word.text.replace(particle, '') : word.text
  if (isQuality(bare) || isQuality(word.text) || !/[\p{L}]/u.test(bare)) return undefined
  if (afterVerb && bare.endsWith('지') && !nounInJi.test(bare)) return undefined
  return /(?:하는|되는|보이는|같은|않은|있는|나는|지는)$/.test(word.text) ? undefined : conceptOfWord(bare)
}

/** Nouns joined to the negated one (가죽이랑 울 말고, 견과류, 우유 제외). */
function joinedBefore(text: string, start: number): Negation[] {
  const found: Negation[] = []
  let at = start
  while (found.length < 4) {
    const word = wordBefore(text, at)
    if (!word) return found
    const listed = /[,·/]/.test(text.slice(word.end, at))
    if (!listed && !joined.test(word.text)) return found
    const concept = conceptOf(word.text.replace(joined, '')) ?? (listed ? conceptOf(word.text) : undefined)
    if (!concept || !startsWord(text, word.start)) return found
    found.push({ concept, span: { start: word.start, end: word.end }, consumes: true })
    at = word.start
  }
  return found
}

/** 가죽 말고, 울 안 들어간, 우유 없는, 검정 제외: the noun before each Korean negator. */
export function koreanNegations(text: string): Negation[] {
  const found: Negation[] = []
  for (const match of text.matchAll(negators)) {
    const end = skipKoreanEnding(text, match.index + match[0].length)
    let word = wordBefore(text, match.index)
    for (let skipped = 0; word && skipped < 3 && between.test(word.text); skipped += 1) {
      word = wordBefore(text, word.start)
    }
    if (!word) continue
    if (scriptAt(text, word.end - 1) === 'hangul') {
      const hangulStart = runStart(text, word.end, 'hangul', word.start)
      if (hangulStart > word.start)
        word = { text: text.slice(hangulStart, word.end), start: hangulStart, end: word.end }
    }
    const named = namedBy(text, word)
    if (named) {
      found.push({ concept: named.concept, span: { start: named.start, end }, consumes: true })
      found.push(...joinedBefore(text, named.start))
    } else if (match.groups?.['open'] && scriptAt(text, word.start - 1) !== 'digit') {
      const concept = unlisted(word, match[0].startsWith('말'))
      if (concept) found.push({ concept, span: { start: word.start, end }, consumes: true })
    }
  }
  return found
}
