import { scriptAt } from '../understand/scripts.ts'
import { analyse } from './analyse.ts'
import { stripParticle } from './korean.ts'
import { nameKey } from './name-key.ts'

/**
 * Phrases as they are compared when a merchant's words are looked for in a shopper's: spaces and signs do not count
 * (노트북 가방, 노트북가방), English words are stems, a shopper's Korean words may carry particles. Pure.
 */

const latinRun = /[a-z0-9]+/g
const hangulEnd = /\p{Script=Hangul}$/u

const stemmed = (key: string): string => key.replaceAll(latinRun, (run) => analyse(run)[0] ?? run)

/** The key of one word. */
const wordKey = (word: string): string => stemmed(nameKey(word))

/** The key of a phrase a merchant wrote: its words' keys joined. */
export const phraseKey = (phrase: string): string => phrase.trim().split(/\s+/u).map(wordKey).join('')

/** The keys a shopper's word may have: as it stands, and without its particle. */
export function spokenKeys(word: string): readonly string[] {
  const key = wordKey(word)
  if (!hangulEnd.test(key)) return [key]
  const bare = stripParticle(key)
  return bare === key ? [key] : [key, bare]
}

/**
 * Where a phrase that begins with a word ends: the index behind its last word, each once. Empty when the phrase does
 * not stand there.
 * @param words the keys of each word of the query
 */
export function endsOfPhrase(
  words: readonly (readonly string[])[],
  start: number,
  key: string,
): readonly number[] {
  const ends = new Set<number>()
  const follow = (at: number, rest: string): void => {
    for (const form of words[at] ?? []) {
      if (form === '' || !rest.startsWith(form)) continue
      if (rest.length === form.length) ends.add(at + 1)
      else follow(at + 1, rest.slice(form.length))
    }
  }
  if (key !== '') follow(start, key)
  return [...ends]
}

/** A part of a word that may be a phrase of its own, with what stands around it. */
export interface WordPart {
  readonly key: string
  readonly before: string
  readonly after: string
}

/** Longer words are no compounds but noise; looking into them costs the square of their length. */
const LOOKED_INTO = 40
const HANGUL_LEAST = 3
const CJK_LEAST = 4

const isHangul = (text: string) => /^\p{Script=Hangul}+$/u.test(text)
const isCjk = (text: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u.test(text)

/**
 * Parts of a compound, longest first: Japanese is written without spaces, Korean often. Between two changes of script
 * anything is a part (iphone in iphone케이스); else three syllables at an end of a Korean word, or four Japanese
 * characters, because shorter ones stand in other words by chance (パン in パンツ).
 */
export function wordParts(word: string): readonly WordPart[] {
  const text = nameKey(word)
  if (text.length > LOOKED_INTO || !/[^ -~]/.test(text)) return []
  const isEdge = (at: number) =>
    at === 0 || at === text.length || scriptAt(text, at - 1) !== scriptAt(text, at)
  const parts: WordPart[] = []
  for (let length = text.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const end = start + length
      const part = text.slice(start, end)
      const edges = Number(isEdge(start)) + Number(isEdge(end))
      const stands =
        edges === 2 ||
        (edges === 1 && length >= HANGUL_LEAST && isHangul(part)) ||
        (length >= CJK_LEAST && isCjk(part))
      if (stands) parts.push({ key: stemmed(part), before: text.slice(0, start), after: text.slice(end) })
    }
  }
  return parts
}
