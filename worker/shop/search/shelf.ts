import type { Candidate } from '../../search/rank/candidate.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import type { CandidateCache } from './candidate-cache.ts'
import type { TermIndex } from './term-index.ts'

/** Products ranked per search. Deeper ones are not looked at: nobody pages there, and each costs time. */
export const POOL = 1000

/** Where a search looks: one catalogue of one shop, and what is remembered of its products. */
export interface Shelf {
  readonly sql: SqlStorage
  readonly catalogue: number
  readonly candidates: CandidateCache
  readonly index: TermIndex
}

export interface Pool {
  readonly candidates: readonly Candidate[]
  /** Counts what matches: more than the candidates when the pool is full, and then it may cost as much as finding them. */
  readonly countMatched: () => number
  /** How many products can have a term of the query in their category; absent: not known. */
  readonly inCategoryMost?: (term: SearchTerm) => number
}

export const emptyPool: Pool = { candidates: [], countMatched: () => 0 }
