import { fromLetters, isSyllables, toLetters } from './jamo.ts'

/**
 * Text typed with the keyboard in the other language: `dnjsvltm` are the keys of 원피스, ㅣㄷㅁ소ㄷㄱ those of
 * leather (two-set Korean layout over QWERTY). Pure.
 */

const keys = 'qwertyuiopasdfghjklzxcvbnm'
const letters = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'
const shifted: Readonly<Record<string, string>> = {
  Q: 'ㅃ',
  W: 'ㅉ',
  E: 'ㄸ',
  R: 'ㄲ',
  T: 'ㅆ',
  O: 'ㅒ',
  P: 'ㅖ',
}

const toLetter = new Map([
  ...Array.from(keys, (key, index) => [key, letters[index] ?? ''] as const),
  ...Array.from(keys, (key, index) => [key.toUpperCase(), letters[index] ?? ''] as const),
  ...Object.entries(shifted),
])
const toKey = new Map([
  ...Array.from(letters, (letter, index) => [letter, keys[index] ?? ''] as const),
  ...Object.entries(shifted).map(([key, letter]) => [letter, key.toLowerCase()] as const),
])

const latin = /^[A-Za-z]+$/

const written = (typed: string): string =>
  fromLetters(Array.from(typed, (key) => toLetter.get(key) ?? key).join(''))

/**
 * What Latin letters say on the Korean layout, likeliest first: with the shift state as typed, with it turned round
 * (caps lock), without any. Only readings made of whole syllables; the last may be incomplete when `open`.
 */
export function readAsKorean(typed: string, open = false): string[] {
  if (!latin.test(typed)) return []
  const turned = Array.from(typed, (key) =>
    key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase(),
  ).join('')
  const readings = [typed, turned, typed.toLowerCase()].map(written)
  return [...new Set(readings)].filter((text) => isSyllables(open ? text.slice(0, -1) || text : text))
}

/** What Korean letters say on the Latin layout; null when a character has no key. */
export function readAsLatin(typed: string): string | null {
  let text = ''
  for (const letter of toLetters(typed)) {
    const key = toKey.get(letter) ?? (/[-'’.0-9]/.test(letter) ? letter : null)
    if (key === null) return null
    text += key
  }
  return text
}
