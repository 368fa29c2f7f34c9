import { spellingKey } from '../spelling/spelling-key.ts'
import type { ListedWord, WordList } from '../spelling/word-list.ts'
import { fold } from '../text/fold.ts'
import { initialsOf, isInitials } from '../text/jamo.ts'
import { readAsKorean, readAsLatin } from '../text/keyboard-layout.ts'

/** What has been typed so far, in the one reading of it that the shop's words continue. */
export interface Prefix {
  /** Finished words before the one under way, folded. */
  readonly head: readonly string[]
  /** The shop's words that the one under way may become, commonest first. */
  readonly words: readonly ListedWord[]
  /** Tells whether a name's word continues what was typed. */
  readonly begins: (wordKey: string) => boolean
  /** The whole typed text in spelling letters, without spaces. */
  readonly whole: string
  readonly isInitials: boolean
}

/** Letters from which on a slip is forgiven in text that nothing begins with, and words offered then. */
const SLIP_LEAST = 4
const SLIPPED = 4

/** Reads text under way: `원ㅍ`, `ㅇㅍㅅ`, `dnjsv`, `わんぴ` all begin 원피스 or ワンピース. `most` words. Pure. */
export function readPrefix(raw: string, list: WordList, most: number): Prefix {
  const typed = raw.normalize('NFKC').trim().split(/\s+/u)
  const tail = typed.at(-1) ?? ''
  const head = typed.slice(0, -1).map(fold)
  for (const reading of readingsOf(tail)) {
    const words = continuations(reading, list, most)
    if (words.length > 0) return prefixOf(head, reading, words)
  }
  const folded = fold(tail)
  if (spellingKey(folded).length < SLIP_LEAST) return prefixOf(head, folded, [])
  const near = list.beginningNearly(folded, SLIPPED)
  const [first] = near
  return prefixOf(head, first?.word ?? folded, near)
}

/** What the keys may say: as typed, then on the other layout. */
function readingsOf(tail: string): string[] {
  const folded = fold(tail)
  const latin = readAsLatin(folded)
  return [folded, ...readAsKorean(tail, true), ...(latin === null || latin === folded ? [] : [latin])]
}

function continuations(reading: string, list: WordList, most: number): ListedWord[] {
  if (isInitials(reading)) {
    const found = list.withInitials(reading, most)
    return reading.length > 1 || found.length > 0 ? found : list.beginning(reading, most)
  }
  const documents = list.documents(reading)
  return [...(documents > 0 ? [{ word: reading, documents }] : []), ...list.beginning(reading, most)]
}

function prefixOf(head: readonly string[], reading: string, words: readonly ListedWord[]): Prefix {
  const areInitials = isInitials(reading)
  const key = areInitials ? initialsOf(reading) : spellingKey(reading)
  return {
    head,
    words,
    begins: (wordKey) => key !== '' && wordKey.startsWith(key),
    whole: spellingKey(head.join('')) + key,
    isInitials: areInitials,
  }
}
