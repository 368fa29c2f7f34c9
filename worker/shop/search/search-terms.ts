import type { Understanding, Wish } from '../../ports/understanding.ts'
import { termHash } from '../../search/document/term-vector.ts'
import { inverseDocumentFrequency, type SearchTerm } from '../../search/rank/score.ts'
import { analyseQueryWord } from '../../search/text/analyse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Weight of words a wish adds (a mood's synonyms): enough to find, too little to outrank the shopper's own. */
const ADDED_WEIGHT = 0.15

/** The terms a query is ranked by: its own words at their weight, then what its soft wishes add. */
export function searchTerms(
  understanding: Understanding,
  wishes: readonly Wish[],
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  const terms = new Map<string, SearchTerm>()
  const add = (term: string, weight: number, word: number) => {
    const known = terms.get(term)
    if (known && known.weight >= weight) return
    const having = vocabulary.count(term)
    terms.set(term, {
      term,
      hash: termHash(term),
      documents: having,
      idf: inverseDocumentFrequency(documents, having),
      weight,
      word,
    })
  }
  understanding.words.forEach(({ text, weight }, word) => {
    if (weight > 0) for (const term of analyseQueryWord(text)) add(term, weight, word)
  })
  for (const { effect } of wishes) {
    if (effect.type !== 'boost') continue
    for (const word of effect.words) for (const term of analyseQueryWord(word)) add(term, ADDED_WEIGHT, -1)
  }
  return [...terms.values()]
}
