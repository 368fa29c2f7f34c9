import type { Locale } from '../../contract/vocabulary.ts'
import type { Understanding } from '../../ports/understanding.ts'
import { analyseQueryWord } from '../text/analyse.ts'
import { stripParticle } from '../text/korean.ts'
import { readMeasure } from '../text/measures.ts'
import { ENTRIES_BESIDE } from './entries-beside.ts'
import { encodePair, isPair } from './index-terms.ts'

/** One question to a search server. */
export interface KeywordArm {
  readonly arm: 'words' | 'spelling'
  readonly q: string
  readonly limit: number
}

/** A server reads so many words of a query and no more. */
const WORDS_READ = 10

/** Products asked back: a server's time goes by these (25 µs each), and by questions. */
const LIMIT = 20
/** Where words may be too common to be looked through in the shop itself: as many as pages are filled from. */
const LIMIT_OF_MANY = 200

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
 * a product that lacks the first word is never found that way. Such products the shop's own index finds, rarest words
 * first. In Korean and Japanese a second arm looks for words spelt nearly alike. Nothing when the query has no words
 * of its own. Pure.
 * @param shop `policy` is the language of the index, `products` how many there are about
 */
export function keywordArms(
  understanding: Understanding,
  shop: { readonly policy: Locale; readonly products: number },
): KeywordArm[] {
  const terms = chosenTerms(understanding)
  if (terms.length === 0) return []
  const all = terms.slice(0, WORDS_READ)
  const nearly = understanding.words
    .filter(({ weight, text }) => weight >= 1 && spelt.test(text))
    .map(({ text }) => stripParticle(text))
  return [
    {
      arm: 'words',
      q: all.map(written).join(' '),
      limit: shop.products > ENTRIES_BESIDE ? LIMIT_OF_MANY : LIMIT,
    },
    ...(shop.policy === 'en' || nearly.length === 0
      ? []
      : [{ arm: 'spelling', q: nearly.slice(0, WORDS_READ).join(' '), limit: LIMIT } as const]),
  ]
}
