import type { PhraseList } from './rule.ts'

/** What may stand between the words of a phrase: a particle, a space, both or nothing; in English a space or hyphen. */
const gaps = {
  ko: '(?:을|를|이|가|은|는|에|의|도|과|와|까지)? ?',
  en: '[ -]',
  ja: '(?:を|が|の|は|に|も|へ|で)? ?',
} as const

/** The source of the regular expression for a list of phrases; see `PhraseList` for how they are written. Pure. */
export function phrasePattern({ language, phrases }: Pick<PhraseList, 'language' | 'phrases'>): string {
  const source = phrases.join('|').replaceAll(' ', gaps[language]).replaceAll('_', ' ?')
  return language === 'en' ? `(?<![a-z])(?:${source})(?![a-z])` : `(?:${source})`
}
