import type { Span } from '../../ports/understanding.ts'
import { type Ending, endsWord, startsWord } from './word-edges.ts'

/** A phrase to look for, what it stands for, and what may follow it in its own word. */
export interface Phrase<T> {
  readonly text: string
  readonly value: T
  readonly ending: Ending
}

export interface PhraseMatch<T> {
  readonly span: Span
  readonly value: T
}

/** Spellings of a phrase with a space: without it in Korean, with a hyphen in English. */
function spellings(phrase: string): string[] {
  if (!phrase.includes(' ')) return [phrase]
  return [phrase, /[가-힣]/.test(phrase) ? phrase.replaceAll(' ', '') : phrase.replaceAll(' ', '-')]
}

/**
 * Finds listed phrases as whole words, the longest at each place, left to right, never overlapping;
 * of equal phrases the one listed first. Work per character is bounded by the phrases that share its
 * first character.
 */
export class PhraseMatcher<T> {
  readonly #byFirst: ReadonlyMap<string, readonly Phrase<T>[]>

  constructor(phrases: readonly Phrase<T>[]) {
    const byFirst = new Map<string, Phrase<T>[]>()
    for (const phrase of phrases) {
      for (const text of spellings(phrase.text)) {
        const first = text.charAt(0)
        const list = byFirst.get(first) ?? []
        list.push({ ...phrase, text })
        byFirst.set(first, list)
      }
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length)
    this.#byFirst = byFirst
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
