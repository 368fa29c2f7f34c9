import type { Span } from '../../ports/understanding.ts'
import type { ExclusionConcept } from './lexicon/exclusion-concepts.ts'

/** Something the shopper does not want. */
export interface Negation {
  readonly concept: ExclusionConcept
  /** The noun with its negator. */
  readonly span: Span
  /** Whether the words name what is unwanted; a one-word free form (무향, decaf) is itself worth finding. */
  readonly consumes: boolean
}
