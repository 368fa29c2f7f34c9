import { CandidateCache } from './candidate-cache.ts'
import { Vocabulary } from './vocabulary.ts'

/** What a shop's object remembers between searches. All of it can be read again. */
export class SearchMemory {
  readonly vocabulary: Vocabulary
  readonly candidates: CandidateCache

  constructor(sql: SqlStorage) {
    this.vocabulary = new Vocabulary(sql)
    this.candidates = new CandidateCache(sql)
  }
}
