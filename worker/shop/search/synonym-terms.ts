import type { SynonymMatch } from '../../search/merchandise/synonyms.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { analyseQueryWord } from '../../search/text/analyse.ts'
import { searchTerm } from './search-terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A synonym is the shopper's own word, but for a tie. */
const SYNONYM_WEIGHT = 0.9

const mass = (terms: readonly SearchTerm[]) => terms.reduce((sum, { idf, weight }) => sum + idf * weight, 0)

/**
 * The terms that stand instead of the words a synonym was found for; none for a text this shop has no word of.
 * A synonym that few products use must not outrank the shopper's word for its rarity: together its terms weigh at
 * most what those of the word do, when the shop has that word.
 */
export function synonymTerms(
  matches: readonly SynonymMatch[],
  own: readonly SearchTerm[],
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  const added: SearchTerm[] = []
  let alternatives = 0
  for (const { from, to, weight, texts } of matches) {
    const replaced = own.filter(({ word }) => word >= from && word <= to)
    const isSold = replaced.length > 0 && replaced.every((term) => term.documents > 0)
    for (const text of texts) {
      const strings = [...new Set(text.split(/\s+/u).flatMap(analyseQueryWord))]
      const terms = strings.map((term) =>
        searchTerm(term, { weight: weight * SYNONYM_WEIGHT, word: from }, vocabulary, documents),
      )
      if (!terms.some((term) => term.documents > 0)) continue
      const scale = isSold ? Math.min(1, (mass(replaced) * SYNONYM_WEIGHT) / mass(terms)) : 1
      const instead = { from, to, alternative: alternatives }
      alternatives += 1
      added.push(...terms.map((term) => ({ ...term, idf: term.idf * scale, instead })))
    }
  }
  return added
}
