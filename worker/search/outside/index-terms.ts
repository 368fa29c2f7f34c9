/**
 * Our index terms as words any search server takes as they are. Character pairs of Korean and Japanese would be cut
 * again by a server's dictionary, or by its lack of one: 원피 may become 원 and 피. So each character is written as two
 * letters of a script no server has a dictionary for (Canadian syllabics, eight bits a letter). A pair is four letters:
 * one word everywhere, and too short for a server to guess typos in. Pure.
 */

const firstLetter = 0x1401

const cjkOrHangul = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u

/** True for a term that `encodePair` must write. */
export const isPair = (term: string): boolean => cjkOrHangul.test(term)

/** One to one: different terms never become the same word. */
export function encodePair(term: string): string {
  let letters = ''
  for (let index = 0; index < term.length; index++) {
    const unit = term.charCodeAt(index)
    letters += String.fromCharCode(firstLetter + (unit >>> 8), firstLetter + (unit & 0xff))
  }
  return letters
}

/** Terms for the index: those in letters as they are, the pairs encoded. Repeats kept, order kept. */
export function splitTerms(terms: readonly string[]): { readonly words: string; readonly pairs: string } {
  return {
    words: terms.filter((term) => !isPair(term)).join(' '),
    pairs: terms.filter(isPair).map(encodePair).join(' '),
  }
}
