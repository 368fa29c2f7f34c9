import type { Synonym } from '../../contract/tuning.ts'
import { TUNING } from '../../contract/vocabulary.ts'
import type { QueryWord } from '../../ports/understanding.ts'
import type { QueryReading, ShopSpelling } from '../spelling/read-query.ts'
import { phraseKey, spokenKeys, wordParts } from '../text/phrase-key.ts'

/** A run of the query's words and what the shop says instead. */
export interface SynonymMatch {
  /** Index of the first word and of the last. */
  readonly from: number
  readonly to: number
  /** The words as they were typed. */
  readonly spoken: string
  readonly weight: number
  /** What to search instead of them: each a whole replacement. */
  readonly texts: readonly string[]
  /** What was exchanged for it, without what a compound has around it. */
  readonly words: readonly string[]
  /** The entries it comes from. */
  readonly ids: readonly string[]
}

interface Target {
  readonly words: Set<string>
  readonly ids: Set<string>
}

/** The shop's synonyms, made ready to be looked for. */
export class Synonyms {
  readonly #byKey = new Map<string, Target>()

  constructor(entries: readonly Synonym[]) {
    for (const entry of entries) {
      if (entry.kind === 'one_way') this.#add(entry.id, entry.from, entry.to)
      else {
        for (const word of entry.words) {
          this.#add(
            entry.id,
            word,
            entry.words.filter((other) => other !== word),
          )
        }
      }
    }
  }

  #add(id: string, from: string, to: readonly string[]): void {
    const key = phraseKey(from)
    const target = this.#byKey.get(key) ?? { words: new Set(), ids: new Set() }
    this.#byKey.set(key, target)
    target.ids.add(id)
    // The same word under another spelling would only count itself twice.
    for (const word of to) if (phraseKey(word) !== key) target.words.add(word)
  }

  /** A shop's spelling that takes no word for a slip which the merchant has a synonym for. */
  keptIn(spelling: ShopSpelling): ShopSpelling {
    if (this.#byKey.size === 0) return spelling
    return { ...spelling, has: (text) => this.#byKey.has(phraseKey(text)) || spelling.has(text) }
  }

  /**
   * The synonyms of a query's words: the longest run at each place, left to right, never overlapping. One step: what
   * a synonym brings is not looked up again, so that no entry leads in a circle.
   */
  find(words: readonly QueryWord[]): SynonymMatch[] {
    if (this.#byKey.size === 0) return []
    const keys = words.map(({ text }) => spokenKeys(text))
    const matches: SynonymMatch[] = []
    let at = 0
    while (at < words.length) {
      const match = this.#longestAt(words, keys, at)
      if (match) matches.push(match)
      at = match ? match.to + 1 : at + 1
    }
    return matches
  }

  #longestAt(
    words: readonly QueryWord[],
    keys: readonly (readonly string[])[],
    at: number,
  ): SynonymMatch | null {
    const searched = words.slice(at).findIndex(({ weight }) => weight === 0)
    const most = Math.min(TUNING.phraseWords, searched < 0 ? words.length - at : searched)
    for (let size = most; size >= 1; size--) {
      const run = words.slice(at, at + size)
      const target = joined(keys.slice(at, at + size))
        .map((key) => this.#byKey.get(key))
        .find((found) => found !== undefined && found.words.size > 0)
      if (target) return matchOf(target, run, at, [...target.words])
    }
    const word = words[at]
    if (!word || most < 1) return null
    for (const { key, before, after } of wordParts(word.text)) {
      const target = this.#byKey.get(key)
      if (!target || target.words.size === 0) continue
      const texts = [...target.words].map((text) => `${before} ${text} ${after}`.trim())
      return matchOf(target, [word], at, texts)
    }
    return null
  }
}

const matchOf = (
  { words, ids }: Target,
  run: readonly QueryWord[],
  from: number,
  texts: readonly string[],
): SynonymMatch => ({
  from,
  to: from + run.length - 1,
  spoken: run.map(({ text }) => text).join(' '),
  weight: Math.max(...run.map(({ weight }) => weight)),
  texts,
  words: [...words],
  ids: [...ids],
})

/** Every way to say a run of words as one key: each word with or without its particle. */
const joined = (words: readonly (readonly string[])[]): string[] =>
  words.reduce<string[]>((heads, forms) => heads.flatMap((head) => forms.map((form) => head + form)), [''])

/** A query's words as they are searched: a slip that was mended is the word it was taken for. Pure. */
export function asSearched(words: readonly QueryWord[], { readings }: QueryReading): QueryWord[] {
  const mended = new Map(
    readings
      .filter(({ how, text }) => ['typo', 'layout', 'letters', 'script'].includes(how) && !/\s/.test(text))
      .map(({ word, text }) => [word, text]),
  )
  return words.map((word, index) => ({ ...word, text: mended.get(index) ?? word.text }))
}
