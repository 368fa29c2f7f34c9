import { fold } from '../text/fold.ts'
import { plainLine } from '../text/plain-line.ts'
import { WORDS_MOST } from './prompt.ts'

/** Reads a model's search words, however they are wrapped. Pure; no text makes it throw. */

const WORD_MOST = 30
/** Two words and the one that a language writes apart. */
const PARTS_MOST = 3
/** Entries looked at: a model that does not stop is not followed. */
const ENTRIES_MOST = 64

/** Strings of a JSON text that may be cut off in the middle. No character can match in two ways. */
const quoted = /"((?:[^"\\\n]|\\[^\n]){1,120})"/g

function entriesOf(text: string): string[] {
  const from = text.indexOf('[')
  if (from >= 0) {
    const entries = Array.from(text.slice(from).matchAll(quoted), ([, entry = '']) => entry)
    if (entries.length > 0) return entries.slice(0, ENTRIES_MOST)
  }
  // A list without the JSON asked for; prose has longer pieces and is left out below.
  return text.split(/[,\n、，;]/u).slice(0, ENTRIES_MOST)
}

/** Letters and digits with single spaces or hyphens between: nothing in it is anybody's syntax. */
function wordOf(entry: string): string | null {
  const unescaped = entry.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const plain = fold(plainLine(unescaped))
    .replace(/[^\p{L}\p{N}\p{M}\s-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (plain.length < 2 || plain.length > WORD_MOST || plain.split(' ').length > PARTS_MOST) return null
  // Prices, sizes and counts are the shopper's to name.
  return /\p{L}/u.test(plain) && !/\p{N}/u.test(plain) ? plain : null
}

/** The words of an answer, each once, best first, 16 at most; empty when there are none. */
export function readExpansion(text: string): string[] {
  const words = entriesOf(text).flatMap((entry) => wordOf(entry) ?? [])
  return [...new Set(words)].slice(0, WORDS_MOST)
}
