import type { ConceptKind } from '../../knowledge/concept.ts'
import { conceptsOf, nameOf, phrasesOf } from '../../knowledge/concepts.ts'
import type { LexiconEntry } from './entry.ts'

/** The concepts of one kind as wishes: a chip, and the words that lift a product a little. */
export const conceptWishes = (kind: ConceptKind): LexiconEntry[] =>
  conceptsOf(kind).map((concept) => ({
    id: nameOf(concept),
    kind,
    label: concept.label,
    triggers: phrasesOf(concept.triggers),
    effect: { type: 'boost', words: phrasesOf(concept.says) },
    // A product noun may follow a season without a space (여름원피스).
    heads: kind === 'season',
  }))
