import { seededRandom } from '../bench/generate-catalogue.ts'
import { keysOf, typed } from './dubeolsik.ts'

/** Slips of shoppers' fingers, made of correct queries. Seeded: the same sources and seed give the same slips. */

export const generatedKinds = ['jamo-typo', 'typo', 'spacing', 'layout', 'lone-jamo'] as const
export type GeneratedKind = (typeof generatedKinds)[number]

export interface VariantSource {
  /** The correct query. */
  readonly clean: string
  readonly kind: GeneratedKind
  readonly lang: 'ko' | 'en' | 'ja'
  /** Products the correct query means. */
  readonly intended: readonly string[]
}

export interface GeneratedVariant {
  readonly query: string
  readonly intended: readonly string[]
  readonly kind: GeneratedKind
  readonly lang: 'ko' | 'en' | 'ja'
  readonly from: string
  readonly made: 'generated'
}

type Random = () => number
/** A slip of the query; the query itself when there is no place for it. */
type Slip = (query: string, random: Random) => string

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const pick = <T>(from: readonly T[], random: Random): T => {
  const picked = from[Math.floor(random() * from.length)]
  if (picked === undefined) throw new Error('there is nothing to pick from')
  return picked
}

const placesOf = (text: string, fits: (character: string, place: number) => boolean): number[] =>
  Array.from(text).flatMap((character, place) => (fits(character, place) ? [place] : []))

const replaced = (text: string, place: number, length: number, by: string): string =>
  text.slice(0, place) + by + text.slice(place + length)

const neighboursOf = (key: string): string[] => {
  const row = keyRows.find((keys) => keys.includes(key.toLowerCase())) ?? ''
  const place = row.indexOf(key.toLowerCase())
  return [row.charAt(place - 1), row.charAt(place + 1)].filter((neighbour) => neighbour !== '')
}

/** Does something at one of the places, if there is one. */
const somewhere =
  (
    fits: (character: string, place: number, text: string) => boolean,
    slip: (text: string, place: number, random: Random) => string,
  ): Slip =>
  (text, random) => {
    const places = placesOf(text, (character, place) => fits(character, place, text))
    return places.length === 0 ? text : slip(text, pick(places, random), random)
  }

const isLetter = (character: string) => /[a-z]/i.test(character)

const neighbourKey = (from: number): Slip =>
  somewhere(
    (character, place) => place >= from && isLetter(character),
    (text, place, random) => replaced(text, place, 1, pick(neighboursOf(text.charAt(place)), random)),
  )

const swap: Slip = somewhere(
  (character, place, text) =>
    isLetter(character) && isLetter(text.charAt(place + 1)) && character !== text.charAt(place + 1),
  (text, place) => replaced(text, place, 2, text.charAt(place + 1) + text.charAt(place)),
)

const englishSlips: readonly Slip[] = [
  swap,
  somewhere(
    (character, place) => place > 0 && isLetter(character),
    (text, place) => replaced(text, place, 1, ''),
  ),
  somewhere(
    (character, place) => place > 0 && isLetter(character),
    (text, place) => replaced(text, place, 1, text.charAt(place).repeat(2)),
  ),
  neighbourKey(1),
  (text, random) => replaced(text, 0, 1, pick(neighboursOf(text.charAt(0)), random)),
]

/** Vowels that sound alike, as keys: ㅐ and ㅔ, ㅚ and ㅙ and ㅞ. */
const soundAlikes = [
  ['o', 'p'],
  ['hl', 'ho', 'np'],
] as const

const soundAlike: Slip = (keys, random) => {
  const found = soundAlikes.flatMap((group) =>
    group.flatMap((vowel) =>
      placesOf(keys, (_, place) => keys.startsWith(vowel, place)).map((place) => ({ group, vowel, place })),
    ),
  )
  if (found.length === 0) return keys
  const { group, vowel, place } = pick(found, random)
  return replaced(
    keys,
    place,
    vowel.length,
    pick(
      group.filter((other) => other !== vowel),
      random,
    ),
  )
}

const tense: Slip = somewhere(
  (key) => /[rqtwe]/i.test(key),
  (keys, place) => {
    const key = keys.charAt(place)
    return replaced(keys, place, 1, key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase())
  },
)

/** A final left out: a consonant between a vowel and another consonant or the end. */
const missingFinal: Slip = somewhere(
  (key, place, keys) =>
    /[qwertasdfgzxcv]/i.test(key) &&
    /[yuiophjklbnm]/i.test(keys.charAt(place - 1)) &&
    !/[yuiophjklbnm]/i.test(keys.charAt(place + 1)),
  (keys, place) => replaced(keys, place, 1, ''),
)

const koreanSlips: readonly Slip[] = [neighbourKey(0), swap, soundAlike, tense, missingFinal]

const onKeys =
  (slip: Slip): Slip =>
  (query, random) =>
    typed(slip(keysOf(query), random))

const voiced = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボ'
const unvoiced = 'カキクケコサシスセソタチツテトハヒフヘホ'
const small = 'ァィゥェォッャュョ'
const large = 'アイウエオツヤユヨ'

const inOtherKana = (from: string, to: string): Slip =>
  somewhere(
    (character) => from.includes(character),
    (text, place) => replaced(text, place, 1, to.charAt(from.indexOf(text.charAt(place)))),
  )

const inHiragana: Slip = (text) =>
  text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))

const japaneseSlips: readonly Slip[] = [
  inHiragana,
  inOtherKana(voiced, unvoiced),
  inOtherKana(small, large),
  somewhere(
    (character) => character === 'ー',
    (text, place) => replaced(text, place, 1, ''),
  ),
]

const spacing: Slip = (query, random) => {
  if (query.includes(' ')) return query.replaceAll(' ', '')
  const place = 1 + Math.floor(random() * (query.length - 1))
  return `${query.slice(0, place)} ${query.slice(place)}`
}

const otherLayout: Slip = (query) => (/[a-z]/i.test(query) ? typed(query) : keysOf(query))

/** The query seen in the middle of a syllable: a final not struck yet, or the next onset already. */
const lone: Slip = (query, random) => {
  const keys = keysOf(query)
  const last = keysOf(query.slice(-1))
  const begun = query.slice(0, -1) + typed(last.charAt(0))
  return pick(
    [begun, `${query}${typed(pick(['r', 's', 'd', 'w'], random))}`, typed(keys.slice(0, -1))],
    random,
  )
}

const slipsOf: Readonly<Record<GeneratedKind, (lang: VariantSource['lang']) => readonly Slip[]>> = {
  'jamo-typo': () => koreanSlips.map(onKeys),
  typo: (lang) => (lang === 'ja' ? japaneseSlips : englishSlips),
  spacing: () => [spacing],
  layout: () => [otherLayout],
  'lone-jamo': () => [lone],
}

const hasLoneJamo = (text: string) => /[ㄱ-ㅣ]/.test(text)

/** Draws until the slip is one a shopper would not see: changed, not another word, and whole syllables for a typo. */
function isPlausible({ clean, kind }: VariantSource, query: string, words: ReadonlySet<string>): boolean {
  if (query === clean || words.has(query.toLowerCase())) return false
  if (kind === 'jamo-typo') return !hasLoneJamo(query)
  if (kind === 'lone-jamo') return hasLoneJamo(query)
  return true
}

const TRIES = 100

/**
 * One slip of each source.
 * @param words What the shop's texts are written with, in lower case: a slip that is such a word is drawn again.
 * Throws when a source has no plausible slip of its kind.
 */
export function generateVariants(
  sources: readonly VariantSource[],
  words: ReadonlySet<string>,
  seed: number,
): GeneratedVariant[] {
  const random = seededRandom(seed)
  return sources.map((source) => {
    const { clean, kind, lang, intended } = source
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const query = pick(slipsOf[kind](lang), random)(clean, random)
      if (isPlausible(source, query, words)) {
        return { query, intended, kind, lang, from: clean, made: 'generated' }
      }
    }
    throw new Error(`no slip of kind ${kind} for ${clean}`)
  })
}
