/** Kana compared across their two scripts. Pure. */

const katakana = /[\u30a1-\u30f6]/g

/** Katakana as hiragana; the long mark and everything else stay. */
export const toHiragana = (text: string): string =>
  text.replaceAll(katakana, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60))

/** Hiragana as katakana. */
export const toKatakana = (text: string): string =>
  text.replaceAll(/[\u3041-\u3096]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0x60))

const okurigana =
  /(?<=\p{Script=Han})[\u3041-\u3096]+(?=\p{Script=Han})|(?<=\p{Script=Han})[\u3041-\u3096]{1,2}$/gu

/** Kanji without the kana written along with them: 折り畳み and 折畳 are one word. Null with fewer than two kanji. */
export function kanjiCore(word: string): string | null {
  if (!/\p{Script=Han}.*\p{Script=Han}/u.test(word)) return null
  return word.replaceAll(okurigana, '')
}
