import { stemmer } from 'stemmer'

const hangulOrCjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Pairs of neighbouring characters: how a careful developer makes Korean findable in an engine that splits at spaces. */
function pairs(word: string): string[] {
  const characters = Array.from(word)
  return characters.length < 2
    ? characters
    : characters.slice(1).map((next, index) => characters[index] + next)
}

/**
 * Words for engines that leave the choice to their user: lower case, accents off, English stems (Porter), Korean and
 * Japanese in pairs. The same for all of them, so that the engines are compared and not their defaults for English.
 */
export function tokens(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (hangulOrCjk.test(word) ? pairs(word) : [stemmer(word)]))
}
