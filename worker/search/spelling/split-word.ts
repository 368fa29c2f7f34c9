import type { WordList } from './word-list.ts'
import { wordScript } from './spelling-key.ts'

/** Parts a compound may have. */
const PARTS_MOST = 3

/** The shortest part in characters: a short Latin piece is in nearly everything. */
const SHORTEST: Readonly<Record<string, number>> = { latin: 3, hangul: 2, kana: 3, other: 1 }

/** A single syllable may only begin a compound (롱원피스), where it has some products of its own. */
const SINGLE_LEAST = 2

/**
 * A word that is several of the shop's words written together (롱원피스, ワイヤレスイヤホン, backpack), in the fewest
 * and then commonest parts; null when it is not. Pure.
 */
export function splitWord(word: string, list: Pick<WordList, 'documents'>): string[] | null {
  return split(word, list, PARTS_MOST)?.parts ?? null
}

interface Split {
  readonly parts: string[]
  /** Products of the rarest part. */
  readonly least: number
}

function split(word: string, list: Pick<WordList, 'documents'>, most: number): Split | null {
  let best: Split | null = null
  for (let cut = 1; cut < word.length; cut++) {
    const head = word.slice(0, cut)
    const tail = word.slice(cut)
    const having = partDocuments(head, list, true)
    if (having === 0) continue
    const whole = partDocuments(tail, list, false)
    const rest: Split | null =
      whole > 0 ? { parts: [tail], least: whole } : most > 2 ? split(tail, list, most - 1) : null
    if (!rest) continue
    const found = { parts: [head, ...rest.parts], least: Math.min(having, rest.least) }
    if (!best || isBetter(found, best)) best = found
  }
  return best
}

const isBetter = (left: Split, right: Split): boolean =>
  left.parts.length < right.parts.length ||
  (left.parts.length === right.parts.length && left.least > right.least)

function partDocuments(part: string, list: Pick<WordList, 'documents'>, isFirst: boolean): number {
  const script = wordScript(part)
  const documents = list.documents(part)
  if (script === 'hangul' && part.length === 1) return isFirst && documents >= SINGLE_LEAST ? documents : 0
  return part.length >= (SHORTEST[script] ?? 1) ? documents : 0
}
