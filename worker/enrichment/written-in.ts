import type { Locale } from '../contract/vocabulary.ts'

const letters = /\p{L}/gu
const scripts = {
  hangul: /\p{Script=Hangul}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
  han: /\p{Script=Han}/gu,
  latin: /\p{Script=Latin}/gu,
} as const

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Share of the letters that must be the language's own: names of things may be foreign. */
const OWN_LEAST = 0.6

/** Whether a short text is written in a language, by its letters. Pure. */
export function isWrittenIn(text: string, locale: Locale): boolean {
  const all = count(text, letters)
  if (all === 0) return false
  const hangul = count(text, scripts.hangul)
  const kana = count(text, scripts.kana)
  const han = count(text, scripts.han)
  switch (locale) {
    case 'ko':
      return hangul / all >= OWN_LEAST && kana === 0
    case 'ja':
      // Without a kana it may be Chinese.
      return kana > 0 && hangul === 0 && (kana + han) / all >= OWN_LEAST
    case 'en':
      return count(text, scripts.latin) === all
  }
}
