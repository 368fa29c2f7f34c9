import { toLetters } from '../text/jamo.ts'
import { toHiragana } from '../text/kana.ts'

/** Words are compared within one script: a slip of the finger does not change it. */
export type WordScript = 'hangul' | 'latin' | 'kana' | 'other'

/** The script of a folded word, by its first character and the rest alike; digits and mixtures are `other`. */
export function wordScript(word: string): WordScript {
  if (/^[a-z]+$/.test(word)) return 'latin'
  if (/^[가-힣\u1100-\u11ff\u3131-\u3163]+$/u.test(word)) return 'hangul'
  if (/^[\u3041-\u3096\u30a1-\u30fa\u30fc]+$/u.test(word)) return 'kana'
  return 'other'
}

/** What spelling mistakes are counted in: keyboard letters for Hangul, one script for kana, letters as they are. */
export function spellingKey(word: string): string {
  return toHiragana(toLetters(word))
}
