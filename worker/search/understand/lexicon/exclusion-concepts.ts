import type { Locale } from '../../../contract/vocabulary.ts'
import { colors } from './colors.ts'
import { type ConceptRow, materialRows, partRows } from './concept-rows.ts'
import { phrases } from './entry.ts'

/** Something a shopper may not want in or on a product. */
export interface ExclusionConcept {
  readonly id: string
  readonly label: Readonly<Record<Locale, string>>
  /** What shoppers call it; also how products state that they have it. */
  readonly nouns: readonly string[]
  /** How products state it, nouns included. */
  readonly words: readonly string[]
  /** How products state that they are free of it. */
  readonly satisfiedBy: readonly string[]
  /** One-word ways to ask for it (무향, decaf): affirmative, so the word stays a search word. */
  readonly freeForms: readonly string[]
  /** An ingredient or a feature: 砂糖なし, not 砂糖以外. */
  readonly isPart: boolean
}

const statementsOfAbsence = (noun: string): string[] => {
  if (/[가-힣]/.test(noun)) {
    return [
      ...(noun.length > 1 || noun === '향' ? [`무${noun}`] : []),
      `${noun}프리`,
      `${noun} 프리`,
      `${noun} 무첨가`,
      `${noun} 미함유`,
      `${noun} 없는`,
      `${noun}없는`,
      `${noun} 없음`,
      `${noun} 제외`,
    ]
  }
  if (/[a-z]/.test(noun))
    return [
      `${noun}-free`,
      `${noun} free`,
      `free of ${noun}`,
      `no ${noun}`,
      `non-${noun}`,
      `non ${noun}`,
      `without ${noun}`,
      `zero ${noun}`,
      `${noun.replace(/s$/, '')}less`,
    ]
  return [
    `${noun}フリー`,
    `${noun}不使用`,
    `${noun}無添加`,
    `${noun}なし`,
    `${noun}無し`,
    `無${noun}`,
    `ノン${noun}`,
    `${noun}抜き`,
  ]
}

const unique = (words: readonly string[]): string[] => [...new Set(words)]

/** The concept of a word nobody listed: it excludes products that state the word itself. */
export function conceptOfWord(word: string): ExclusionConcept {
  return {
    id: word,
    label: { ko: word, en: word, ja: word },
    nouns: [word],
    words: [word],
    satisfiedBy: statementsOfAbsence(word),
    freeForms: [],
    isPart: false,
  }
}

function conceptOfRow(row: ConceptRow, isPart: boolean): ExclusionConcept {
  const [id, ko, en, ja, nouns, words, free, satisfied] = row
  const freeForms = free ? phrases(free) : []
  return {
    id,
    label: { ko, en, ja },
    nouns: phrases(nouns),
    words: unique([...phrases(nouns), ...(words ? phrases(words) : [])]),
    satisfiedBy: unique([
      ...freeForms,
      ...(satisfied ? phrases(satisfied) : []),
      ...phrases(nouns).flatMap(statementsOfAbsence),
    ]),
    freeForms,
    isPart,
  }
}

const materials = [
  ...materialRows.map((row) => conceptOfRow(row, false)),
  ...partRows.map((row) => conceptOfRow(row, true)),
]

const tints: readonly ExclusionConcept[] = colors.map((color) => ({
  id: color.id.slice('color:'.length),
  label: { ...color.label, en: color.label.en.toLowerCase() },
  nouns: color.triggers,
  words: color.effect.type === 'color' ? color.effect.values : [],
  satisfiedBy: [],
  freeForms: [],
  isPart: false,
}))

/** Materials, ingredients and features. */
export const exclusionConcepts = materials

/** Colours, as something not wanted (검정 말고, 黒以外). */
export const excludedColors = tints

const byNoun = new Map<string, ExclusionConcept>()
for (const concept of [...materials, ...tints]) {
  for (const noun of concept.nouns) if (!byNoun.has(noun)) byNoun.set(noun, concept)
}

/** Longest noun of any concept, in characters. */
export const longestNoun = Math.max(...[...byNoun.keys()].map((noun) => noun.length))

/** The concept a noun names, singular or plural; undefined when it is not listed. */
export function conceptOf(noun: string): ExclusionConcept | undefined {
  return byNoun.get(noun) ?? (/^[a-z]{3,}s$/.test(noun) ? byNoun.get(noun.slice(0, -1)) : undefined)
}
