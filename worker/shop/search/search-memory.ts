import { CHANGES_MANY } from '../tables/index-parts.ts'
import { CandidateCache } from './candidate-cache.ts'
import { TermIndex } from './term-index.ts'
import { Tuning } from './tuning.ts'
import { VectorIndex } from '../vectors/vector-index.ts'
import { Vocabulary } from './vocabulary.ts'

/** The building takes a while, and needs no second call. */
const ASKED_EVERY_MS = 10_000

/** What a shop's object remembers between searches. All of it can be read again. */
export class SearchMemory {
  readonly vocabulary: Vocabulary
  readonly candidates: CandidateCache
  readonly index: TermIndex
  readonly vectors: VectorIndex
  readonly tuning: Tuning

  #askedAt = 0

  constructor(sql: SqlStorage) {
    this.vocabulary = new Vocabulary(sql)
    this.candidates = new CandidateCache(sql)
    this.index = new TermIndex(sql)
    this.vectors = new VectorIndex(sql)
    this.tuning = new Tuning(sql)
  }

  /** True, once in a while, when the index should be brought up to date. `now`: milliseconds since the epoch. */
  wantsIndexing(now: number): boolean {
    if (this.index.changes < CHANGES_MANY || now < this.#askedAt + ASKED_EVERY_MS) return false
    this.#askedAt = now
    return true
  }
}
