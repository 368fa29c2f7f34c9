import type { Wish } from '../../ports/understanding.ts'
import { termHash } from '../../search/document/term-vector.ts'
import { inverseDocumentFrequency, type SearchTerm } from '../../search/rank/score.ts'
import type { QueryReading, Reading } from '../../search/spelling/read-query.ts'
import { analyse, analyseQueryWord } from '../../search/text/analyse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Weight of words a wish adds (a mood's synonyms): enough to find, too little to outrank the shopper's own. */
const ADDED_WEIGHT = 0.2

/** A repaired word may be the wrong one. */
const REPAIRED_WEIGHT = 0.8

/** A term with what the shop's index knows of it. */
export function searchTerm(
  term: string,
  { weight, word }: { weight: number; word: number },
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm {
  const having = vocabulary.count(term)
  return {
    term,
    hash: termHash(term),
    documents: having,
    idf: inverseDocumentFrequency(documents, having),
    weight,
    word,
  }
}

/** The terms a query is ranked by: its own words at their weight, then what its soft wishes add. */
export function searchTerms(
  { readings }: QueryReading,
  wishes: readonly Wish[],
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  const terms = new Map<string, SearchTerm>()
  const add = (term: string, weight: number, word: number) => {
    const known = terms.get(term)
    // A word of the query's own is never one that was added.
    if (!known || (known.weight < weight && !(known.word >= 0 && word < 0)))
      terms.set(term, searchTerm(term, { weight, word }, vocabulary, documents))
  }
  for (const reading of readings) {
    const isRepaired = reading.how === 'typo' || reading.how === 'stem'
    const weight = isRepaired ? reading.weight * REPAIRED_WEIGHT : reading.weight
    for (const term of readingTerms(reading, vocabulary)) add(term, weight, reading.word)
    for (const { text, share } of reading.also) {
      for (const term of termsOf(text)) if (vocabulary.count(term) > 0) add(term, reading.weight * share, -1)
    }
  }
  for (const { effect } of wishes) {
    if (effect.type !== 'boost') continue
    // Synonyms come in three languages: those this shop does not use are left out.
    for (const word of effect.words) {
      for (const term of analyseQueryWord(word)) if (vocabulary.count(term) > 0) add(term, ADDED_WEIGHT, -1)
    }
  }
  return [...terms.values()]
}

/** Index terms of a few words as a shopper writes them: the shop's own spelling needs no particle cut off. */
const termsOf = (text: string): string[] => text.split(' ').flatMap(analyseQueryWord)

function readingTerms({ text, terms, how }: Reading, vocabulary: Vocabulary): string[] {
  // A stem is a term of the index already: another stemming could change it.
  if (how === 'stem') return [text]
  const known = terms?.find((term) => vocabulary.count(term) > 0)
  if (known !== undefined) return [known]
  if (how === 'typed' || how === 'measure') return how === 'measure' ? analyse(text) : analyseQueryWord(text)
  return analyse(text)
}
