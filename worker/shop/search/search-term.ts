import { termHash } from '../../search/document/term-vector.ts'
import { inverseDocumentFrequency, type SearchTerm } from '../../search/rank/score.ts'
import type { Vocabulary } from './vocabulary.ts'

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
