import { fold } from './fold.ts'

/**
 * The words of a shop's own texts as they are written, for completing and correcting what shoppers type. The index
 * has character pairs and stems, which are no words. Pure.
 */

/** Longer ones are addresses, codes and unspaced sentences. */
const LONGEST = 30

const pieces =
  /\p{Script=Hangul}+|[\p{Script=Katakana}ー]+|\p{Script=Han}+[\p{Script=Hiragana}\p{Script=Han}]*|\p{Script=Hiragana}+|[\p{Script=Latin}\p{N}]+(?:[-/.'’&][\p{Script=Latin}\p{N}]+)*/gu

/** Words of a text, folded, in order, repeats kept: runs of one script; Latin runs as written and in their parts. */
export function surfaceWords(text: string): string[] {
  const words: string[] = []
  for (const [piece] of fold(text).matchAll(pieces)) {
    if (piece.length > LONGEST) continue
    if (!/[-/.'’&]/.test(piece)) {
      words.push(piece)
      continue
    }
    const parts = piece.split(/[-/.'’&]/)
    words.push(...parts.filter((part) => part.length > 1))
    const whole = parts.join('')
    if (!piece.includes('/')) words.push(whole)
  }
  return words
}
