import type { Understanding, Wish } from '../../ports/understanding.ts'
import type { Synonyms } from '../../search/merchandise/synonyms.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { analyseQueryWord, isMeasure } from '../../search/text/analyse.ts'
import { repairTypo } from './repair-typo.ts'
import { searchTerm } from './search-term.ts'
import { synonymTerms } from './synonym-terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Weight of words a wish adds (a mood's synonyms): enough to find, too little to outrank the shopper's own. */
const ADDED_WEIGHT = 0.2

/** A repaired word may be the wrong one. */
const REPAIRED_WEIGHT = 0.8

/** The terms a query is ranked by: its own words at their weight, what its soft wishes add, the shop's synonyms. */
export function searchTerms(
  understanding: Understanding,
  wishes: readonly Wish[],
  vocabulary: Vocabulary,
  documents: number,
  synonyms: Synonyms,
): SearchTerm[] {
  const meant = synonyms.find(understanding.words)
  const terms = new Map<string, SearchTerm>()
  const add = (term: string, weight: number, word: number) => {
    const known = terms.get(term)
    if (!known || known.weight < weight)
      terms.set(term, searchTerm(term, { weight, word }, vocabulary, documents))
  }
  const { words } = understanding
  words.forEach(({ text, weight }, word) => {
    const next = words[word + 1]
    const joined = isMeasure(text, next?.text) && next?.weight !== 0
    // The unit has been read with its number.
    if (weight === 0 || (isMeasure(words[word - 1]?.text ?? '', text) && words[word - 1]?.weight !== 0))
      return
    for (const term of analyseQueryWord(joined ? `${text}${next?.text}` : text)) {
      // A word the merchant has a synonym for is no typo.
      const isKnown = vocabulary.count(term) > 0 || meant.some(({ from, to }) => word >= from && word <= to)
      const repaired = isKnown ? null : repairTypo(term, vocabulary)
      if (repaired === null) add(term, weight, word)
      else add(repaired, weight * REPAIRED_WEIGHT, word)
    }
  })
  for (const { effect } of wishes) {
    if (effect.type !== 'boost') continue
    // Synonyms come in three languages: those this shop does not use are left out.
    for (const word of effect.words) {
      for (const term of analyseQueryWord(word)) if (vocabulary.count(term) > 0) add(term, ADDED_WEIGHT, -1)
    }
  }
  const own = [...terms.values()]
  return [...own, ...synonymTerms(meant, own, vocabulary, documents)]
}
