import type { Wish } from '../../ports/understanding.ts'
import { meanNamed } from '../../search/rank/knowledge-part.ts'
import type { Score, SearchTerm } from '../../search/rank/score.ts'
import { analyseQueryWord } from '../../search/text/analyse.ts'
import { searchTerm } from './search-terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Found by cross-shop validation, see `npm run eval -- models`. */
export const expansionWeights = {
  /** A word a model has added, against one the shopper typed. */
  word: 0.5,
  /** Share of it where the query names a kind of goods this shop sells: the shopper knows better what to look for. */
  besideKind: 0.75,
  /** How strongly titles that hold the query's words already mute it. */
  nameGate: 1,
}

/** What an added word is worth, given the best products by the shopper's own words. */
export function expansionWeight(best: readonly { readonly score: Score }[], namesKind: boolean): number {
  const { word, besideKind, nameGate } = expansionWeights
  return word * (namesKind ? besideKind : 1) * (1 - meanNamed(best)) ** nameGate
}

const termsOf = (text: string): string[] => text.split(' ').flatMap(analyseQueryWord)

/**
 * The terms of words that a model would look for beside the shopper's own. They find and rank and do nothing else: a
 * word that the shopper excluded, one of the shopper's own and one that this shop does not use are left out.
 */
export function expansionTerms(
  words: readonly string[],
  weight: number,
  own: readonly SearchTerm[],
  wishes: readonly Wish[],
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  const excluded = new Set(
    wishes.flatMap(({ effect }) => (effect.type === 'exclude' ? effect.words.flatMap(termsOf) : [])),
  )
  const taken = new Set(own.map(({ term }) => term))
  const added: SearchTerm[] = []
  for (const word of words) {
    const terms = termsOf(word)
    if (terms.some((term) => excluded.has(term))) continue
    for (const term of terms) {
      if (taken.has(term) || vocabulary.count(term) === 0) continue
      taken.add(term)
      added.push(searchTerm(term, { weight, word: -1 }, vocabulary, documents))
    }
  }
  return added
}
