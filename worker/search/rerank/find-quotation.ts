import { fold } from '../text/fold.ts'
import { plainLine } from '../text/plain-line.ts'

/** A line as it is compared, and where each unit of that stands in it. */
interface Comparable {
  readonly line: string
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function comparable(text: string): Comparable {
  const line = plainLine(text).normalize('NFC')
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let at = 0
  for (const character of line) {
    const same = fold(character)
    for (let unit = 0; unit < same.length; unit++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    folded += same
    at += character.length
  }
  return { line, folded, starts, ends }
}

const inWord = /[\p{L}\p{N}\p{M}]/u
/** Written without spaces: a word may end anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/** Whether a cut between two characters would leave half a word on either side. */
const partsWord = (left: string, right: string): boolean =>
  inWord.test(left) && inWord.test(right) && !unspaced.test(left) && !unspaced.test(right)

const endsInHangul = /\p{Script=Hangul}$/u
/** What a Korean word goes on with: a particle, an ending. */
const restOfWord = /^\p{Script=Hangul}+/u

const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ''
const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? ''

export interface Quotation {
  /** As the text spells it. */
  readonly quote: string
  /** The whole text on one line. */
  readonly line: string
}

/**
 * Where a text holds a phrase in whole words, differences of case, width, accents and spacing aside. A Korean word that
 * was copied without its ending is quoted with it. Pure.
 * @returns undefined when it does not
 */
export function findQuotation(phrase: string, text: string): Quotation | undefined {
  const wanted = comparable(phrase).folded
  if (wanted === '') return undefined
  const { line, folded, starts, ends } = comparable(text)
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const copied = at + wanted.length
    const ending = endsInHangul.test(wanted) ? (restOfWord.exec(folded.slice(copied))?.[0].length ?? 0) : 0
    const end = copied + ending
    const isWhole =
      !partsWord(lastOf(folded.slice(0, at)), firstOf(wanted)) &&
      !partsWord(lastOf(folded.slice(at, end)), firstOf(folded.slice(end)))
    if (isWhole) return { quote: line.slice(starts[at], ends[end - 1]), line }
  }
  return undefined
}
