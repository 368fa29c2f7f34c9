import type { Understanding } from '../../ports/understanding.ts'
import { kindsInQuery } from '../../search/knowledge/product-kinds.ts'
import { tagTerm } from '../../search/knowledge/tag-term.ts'
import { termHash } from '../../search/document/term-vector.ts'
import { knowledgeWeights, shareOf, type ConceptTerm } from '../../search/rank/knowledge-part.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { searchTerm } from './search-terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A concept that fillers speak of ("something for work") still counts this much. */
const SHARE_LEAST = 0.3

/**
 * Kinds of goods a query names, as terms: those this shop sells under other names too (바지 where titles say 슬랙스).
 * Where nearly all goods of the kind have the very word, the word says it better.
 */
export function kindTerms(
  { folded, words }: Understanding,
  terms: readonly SearchTerm[],
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  const wanted = kindsInQuery(folded).flatMap(({ kinds, start, end }) => {
    const own = terms.filter(({ word }) => {
      const span = words[word]?.span
      return span !== undefined && start < span.end && span.start < end
    })
    const having = Math.min(documents, ...own.map((term) => term.documents))
    return kinds.filter(
      (kind) => vocabulary.count(tagTerm(`kind:${kind}`)) >= having * knowledgeWeights.otherNames,
    )
  })
  return [...new Set(wanted)]
    .map((kind) => tagTerm(`kind:${kind}`))
    .filter((term) => vocabulary.count(term) > 0)
    .map((term) => searchTerm(term, { weight: knowledgeWeights.kind, word: -1 }, vocabulary, documents))
}

/** The last kind of goods a query names, sold here or not: what is looked for stands last. */
export function lastKindTerms(
  { folded }: Understanding,
  vocabulary: Vocabulary,
  documents: number,
): SearchTerm[] {
  return (kindsInQuery(folded).at(-1)?.kinds ?? []).map((kind) =>
    searchTerm(tagTerm(`kind:${kind}`), { weight: 0, word: -1 }, vocabulary, documents),
  )
}

/** A concept with the term its products are found by. */
export interface FindableConcept extends ConceptTerm {
  readonly concept: string
  readonly term: string
}

/** Concepts the query speaks of that some product of this shop serves. */
export function conceptTerms(
  { concepts, words }: Understanding,
  terms: readonly SearchTerm[],
  vocabulary: Vocabulary,
): FindableConcept[] {
  return [...new Set(concepts.map(({ concept }) => concept))].flatMap((concept) => {
    const term = tagTerm(concept)
    const documents = vocabulary.count(term)
    if (documents === 0) return []
    const spans = concepts.filter((mention) => mention.concept === concept).map(({ span }) => span)
    const isSpokenOf = (word: number) => {
      const own = words[word]?.span
      return own !== undefined && spans.some(({ start, end }) => start < own.end && own.start < end)
    }
    const isFiller = words.some(({ weight }, word) => weight < 1 && isSpokenOf(word))
    const share = shareOf(terms, isSpokenOf)
    return [
      {
        concept,
        term,
        hash: termHash(term),
        documents,
        share: isFiller ? Math.max(share, SHARE_LEAST) : share,
      },
    ]
  })
}
