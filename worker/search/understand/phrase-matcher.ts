import type { Span } from '../../ports/understanding.ts'
import { type Ending, endsWord, startsWord } from './word-edges.ts'

export interface PhraseMatch<T> {
  readonly span: Span
  readonly value: T
}

interface Phrase<T> {
  readonly text: string
  readonly value: T
  readonly ending: Ending
}

/** Spellings of a phrase with a space: without it in Korean, with a hyphen in English. */
function spellings(phrase: string): string[] {
  if (!phrase.includes(' ')) return [phrase]
  if (/[가-힣]/.test(phrase)) return [phrase, phrase.replaceAll(' ', '')]
  return [phrase, phrase.replaceAll(' ', '-')]
}

/**
 * Finds listed phrases as whole words, the longest at each place, left to right, never overlapping.
 * Work per character is bounded by the phrases that share its first character.
 */
export class PhraseMatcher<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>()

  add(phrase: string, value: T, ending: Ending = 'whole'): void {
    for (const text of spellings(phrase)) {
      const first = text.charAt(0)
      const list = this.#byFirst.get(first) ?? []
      list.push({ text, value, ending })
      list.sort((a, b) => b.text.length - a.text.length)
      this.#byFirst.set(first, list)
    }
  }

  find(text: string): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = []
    let at = 0
    while (at < text.length) {
      const phrase = startsWord(text, at) ? this.#longestAt(text, at) : undefined
      if (phrase) matches.push({ span: { start: at, end: at + phrase.text.length }, value: phrase.value })
      at += phrase ? phrase.text.length : 1
    }
    return matches
  }

  #longestAt(text: string, at: number): Phrase<T> | undefined {
    return this.#byFirst
      .get(text.charAt(at))
      ?.find(
        (phrase) =>
          text.startsWith(phrase.text, at) && endsWord(text, at + phrase.text.length, phrase.ending),
      )
  }
}
