import type { QueryMatch } from '../../contract/vocabulary.ts'
import { endsOfPhrase, spokenKeys, wordParts } from '../text/phrase-key.ts'

/** A query as rules look at it; made once, asked by every rule. */
export class QueryShape {
  readonly #keys: readonly (readonly string[])[]
  readonly #words: readonly string[]
  #parts: ReadonlySet<string> | undefined
  #firstParts: ReadonlySet<string> | undefined

  /** @param words all words of the folded query, also those that are not searched */
  constructor(words: readonly string[]) {
    this.#words = words
    this.#keys = words.map(spokenKeys)
  }

  /** @param key of the phrase, see `phraseKey` */
  matches(match: QueryMatch, key: string): boolean {
    switch (match) {
      case 'any':
        return true
      case 'is':
        return endsOfPhrase(this.#keys, 0, key).includes(this.#keys.length)
      case 'starts_with':
        return endsOfPhrase(this.#keys, 0, key).length > 0 || this.#beginnings().has(key)
      case 'contains':
        return (
          this.#keys.some((_, start) => endsOfPhrase(this.#keys, start, key).length > 0) ||
          this.#compounds().has(key)
        )
    }
  }

  #compounds(): ReadonlySet<string> {
    return (this.#parts ??= new Set(this.#words.flatMap((word) => wordParts(word).map(({ key }) => key))))
  }

  #beginnings(): ReadonlySet<string> {
    return (this.#firstParts ??= new Set(
      wordParts(this.#words[0] ?? '')
        .filter(({ before }) => before === '')
        .map(({ key }) => key),
    ))
  }
}
