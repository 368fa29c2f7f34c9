import { conceptOf, conceptOfWord, type ExclusionConcept, longestNoun } from './lexicon/exclusion-concepts.ts'
import { isQuality } from './lexicon/qualities.ts'
import type { Negation } from './negation.ts'
import { runStart, scriptAt } from './scripts.ts'
import { startsWord } from './word-edges.ts'

const negators =
  /(?<open>以外|を除く|を除いた|を除いて|除外)|(?<closed>抜き|じゃない|じゃなく|ではない|ではなく|でない|が入っていない|の入っていない|が入ってない|の入ってない|を使わない|を使っていない|を使用していない|を含まない|なし|ナシ|無し|不使用|無添加|フリー(?![サァ-ヶ])|がない|のない|嫌い|が苦手)(?<tail>の|な|で)?/g

/** Words that may stand between the noun and its negator: 革素材以外, 黒系以外. */
const suffix = /(?:素材|製品|製|系|色)$/

/** A run longer than this is no noun. */
const LONGEST_UNLISTED = 20

interface Noun {
  readonly concept: ExclusionConcept
  readonly start: number
}

/** The longest listed noun that ends at `end` and begins where a word may begin. */
function listedBefore(text: string, end: number): Noun | undefined {
  for (let start = Math.max(0, end - longestNoun); start < end; start += 1) {
    if (!startsWord(text, start)) continue
    const spoken = text.slice(start, end)
    const concept =
      conceptOf(spoken) ?? (suffix.test(spoken) ? conceptOf(spoken.replace(suffix, '')) : undefined)
    if (concept) return { concept, start }
  }
  return undefined
}

/** The run of kanji, katakana or Latin letters that ends at `end`, when nobody listed it. */
function unlistedBefore(text: string, end: number): Noun | undefined {
  const script = scriptAt(text, end - 1)
  if (script !== 'kanji' && script !== 'katakana' && script !== 'latin') return undefined
  const start = runStart(text, end, script, end - LONGEST_UNLISTED - 1)
  const word = text.slice(start, end)
  return isQuality(word) || word.length > LONGEST_UNLISTED
    ? undefined
    : { concept: conceptOfWord(word), start }
}

/** 革以外, チョコ抜き, 砂糖不使用, 革じゃない: the noun before each Japanese negator. */
export function japaneseNegations(text: string): Negation[] {
  const found: Negation[] = []
  for (const match of text.matchAll(negators)) {
    const end = /\s/.test(text.charAt(match.index - 1)) ? match.index - 1 : match.index
    const noun = listedBefore(text, end) ?? (match.groups?.['open'] ? unlistedBefore(text, end) : undefined)
    if (!noun) continue
    found.push({
      concept: noun.concept,
      span: { start: noun.start, end: match.index + match[0].length },
      consumes: true,
    })
  }
  return found
}
