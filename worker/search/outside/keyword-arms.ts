import type { Locale } from '../../contract/vocabulary.ts'
import type { Understanding } from '../../ports/understanding.ts'
import { analyseQueryWord } from '../text/analyse.ts'
import { stripParticle } from '../text/korean.ts'
import { readMeasure } from '../text/measures.ts'
import { encodePair, isPair } from './index-terms.ts'

/** One question to a search server. */
export interface KeywordArm {
  readonly arm: 'words' | 'word' | 'spelling'
  readonly q: string
  readonly limit: number
}

/** A server reads so many words of a query and no more. */
const WORDS_READ = 10

/**
 * Products asked back. A server's time goes by these (25 µs each), so the first arm gets most. With these numbers the
 * products on top of the ranking were the same as with every matching product in the pool.
 */
const WORDS_LIMIT = 300
const WORD_LIMIT = 100
const SPELLING_LIMIT = 50

/** Terms that get an arm of their own. */
const WORD_ARMS = 12

interface ChosenTerm {
  readonly term: string
  readonly weight: number
}

/** The query's terms as they are typed: content before filler, each once. What was misspelt the shop reads anew itself. */
function chosenTerms({ words }: Understanding): ChosenTerm[] {
  const chosen = new Map<string, number>()
  let taken = 0
  words.forEach(({ text, weight }, index) => {
    // The unit has been read with its number.
    if (weight === 0 || index < taken) return
    const next = words[index + 1]
    const measure = readMeasure(text, next && next.weight > 0 ? next.text : undefined)
    if (measure) taken = index + measure.words
    const terms = measure ? measure.terms.slice(0, 1) : analyseQueryWord(text)
    for (const term of terms) chosen.set(term, Math.max(chosen.get(term) ?? 0, weight))
  })
  return [...chosen]
    .map(([term, weight]) => ({ term, weight }))
    .toSorted((left, right) => right.weight - left.weight)
}

const written = ({ term }: ChosenTerm): string => (isPair(term) ? encodePair(term) : term)

/** Words long enough to hold a typo: three syllables of Hangul or kana. */
const spelt = /^[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]{3,}$/u

/**
 * How a query is put to a server that wants all of its words and, when there is too little, drops them from the end:
 * a product that lacks the first word is never found that way. So each further word is asked for alone as well, which
 * finds what the shop's own index finds: products with any of the words. In Korean and Japanese a last arm looks for
 * words spelt nearly alike. Nothing when the query has no words of its own. Pure.
 */
export function keywordArms(understanding: Understanding, policy: Locale): KeywordArm[] {
  const terms = chosenTerms(understanding)
  const content = terms.filter(({ weight }) => weight >= 1)
  if (terms.length === 0) return []
  const all = terms.slice(0, WORDS_READ)
  const alone = content.filter((term) => term !== all[0]).slice(0, WORD_ARMS)
  const nearly = understanding.words
    .filter(({ weight, text }) => weight >= 1 && spelt.test(text))
    .map(({ text }) => stripParticle(text))
  return [
    { arm: 'words', q: all.map(written).join(' '), limit: WORDS_LIMIT },
    ...alone.map((term) => ({ arm: 'word', q: written(term), limit: WORD_LIMIT }) as const),
    ...(policy === 'en' || nearly.length === 0
      ? []
      : [{ arm: 'spelling', q: nearly.slice(0, WORDS_READ).join(' '), limit: SPELLING_LIMIT } as const]),
  ]
}
