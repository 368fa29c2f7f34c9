import type { QueryMatch } from '../../contract/vocabulary.ts'
import { endsOfPhrase, spokenKeys, wordParts } from '../text/phrase-key.ts'

/** A query as rules look at it; made once, asked by every rule. */
export class QueryShape {
  readonly #readings: readonly { words: readonly string[]; keys: readonly (readonly string[])[] }[]
  #parts: ReadonlySet<string> | undefined
  #firstParts: ReadonlySet<string> | undefined

  /**
   * @param readings all words of the folded query, also those that are not searched; and where it was mended, the
   * words it was taken for
   */
  constructor(...readings: readonly (readonly string[])[]) {
    this.#readings = readings.map((words) => ({ words, keys: words.map(spokenKeys) }))
  }

  /** @param key of the phrase, see `phraseKey` */
  matches(match: QueryMatch, key: string): boolean {
    switch (match) {
      case 'any':
        return true
      case 'is':
        return this.#readings.some(({ keys }) => endsOfPhrase(keys, 0, key).includes(keys.length))
      case 'starts_with':
        return (
          this.#readings.some(({ keys }) => endsOfPhrase(keys, 0, key).length > 0) ||
          this.#beginnings().has(key)
        )
      case 'contains':
        return (
          this.#readings.some(({ keys }) =>
            keys.some((_, start) => endsOfPhrase(keys, start, key).length > 0),
          ) || this.#compounds().has(key)
        )
    }
  }

  #compounds(): ReadonlySet<string> {
    return (this.#parts ??= new Set(
      this.#readings.flatMap(({ words }) => words.flatMap((word) => wordParts(word).map(({ key }) => key))),
    ))
  }

  #beginnings(): ReadonlySet<string> {
    return (this.#firstParts ??= new Set(
      this.#readings
        .flatMap(({ words }) => wordParts(words[0] ?? ''))
        .filter(({ before }) => before === '')
        .map(({ key }) => key),
    ))
  }
}
