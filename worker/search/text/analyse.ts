import { stemmer } from 'stemmer'
import { fold } from './fold.ts'
import { stripParticle } from './korean.ts'

/** Radicals and strokes are Han too, but symbols: a full-text index takes them for gaps. */
const runs =
  /(?<hangul>[\p{Script=Hangul}]+)|(?<cjk>(?:(?![\p{S}\p{P}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])+)|(?<word>[\p{L}\p{N}]+(?:[-/.'’][\p{L}\p{N}]+)*)/gu

const wordParts = /[-/.'’]/
const cjkOrHangul = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const units = 'ml|l|g|kg|mg|cm|mm|m|km|inch|in|oz|lb|gb|tb|mb|w|kw|v|mah|hz|k'
const numberThenUnit = new RegExp(String.raw`(\d)\s+(${units})(?![\p{L}\p{N}])`, 'gu')

/** Overlapping pairs of characters; a single character stands for itself. */
export function bigrams(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => characters[index] + character)
}

/** Stems remembered: a shop's texts repeat their words, and Porter's rules take ten times what a look-up does. */
const STEMS_REMEMBERED = 20_000
const stems = new Map<string, string>()

/** English plural and inflection off (Porter 1980); words with a digit are model numbers and stay whole. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const stemmed = stemmer(word)
  if (stems.size >= STEMS_REMEMBERED) stems.clear()
  stems.set(word, stemmed)
  return stemmed
}

/** Without `'s`, however often it stands at the end: a loop, because texts come from anywhere. */
function withoutPossessive(word: string): string {
  let end = word.length
  while (end > 2 && word.charAt(end - 1) === 's' && /['’]/.test(word.charAt(end - 2))) end -= 2
  return word.slice(0, end)
}

/** `tn-2110` is found as `tn`, as `2110` and as `tn2110`; `don't` only as `dont`. */
function latinTerms(word: string): string[] {
  const bare = withoutPossessive(word)
  if (!wordParts.test(bare)) return [stem(bare)]
  const parts = bare.split(wordParts)
  const joined = stem(parts.join(''))
  return /['’]/.test(bare) ? [joined] : [...parts.map(stem), joined]
}

function analyseRun(match: RegExpMatchArray, terms: string[], hangulTerms: (run: string) => string[]): void {
  const { hangul, cjk, word } = match.groups ?? {}
  if (hangul) terms.push(...hangulTerms(hangul))
  else if (cjk) terms.push(...bigrams(cjk))
  else if (word) {
    if (cjkOrHangul.test(word))
      for (const inner of word.matchAll(splitScripts)) analyseRun(inner, terms, hangulTerms)
    else terms.push(...latinTerms(word))
  }
}

/** As `runs`, for words that mix scripts (2xl사이즈, 5cm굽): Latin parts stop at the first CJK character. */
const splitScripts =
  /(?<hangul>[\p{Script=Hangul}]+)|(?<cjk>(?:(?![\p{S}\p{P}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])+)|(?<word>[a-z0-9]+(?:[-/.'’][a-z0-9]+)*)/gu

/**
 * Index terms of a text, in order, repeats kept: English stems, Korean and Japanese character pairs,
 * numbers joined to their units. The same text always gives the same terms.
 */
export function analyse(text: string): string[] {
  const terms: string[] = []
  const folded = fold(text).replace(numberThenUnit, '$1$2')
  for (const match of folded.matchAll(runs)) analyseRun(match, terms, bigrams)
  return terms
}

/** Search terms of one word of a query: as `analyse`, with Korean particles cut off first. */
export function analyseQueryWord(word: string): string[] {
  const terms: string[] = []
  for (const match of fold(word).matchAll(runs))
    analyseRun(match, terms, (run) => bigrams(stripParticle(run)))
  return terms
}
