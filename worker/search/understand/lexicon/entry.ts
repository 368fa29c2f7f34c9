import type { Locale, WishKind } from '../../../contract/vocabulary.ts'
import type { WishEffect } from '../../../ports/understanding.ts'

/** A wish that a phrase of the query stands for. */
export interface LexiconEntry {
  readonly id: string
  readonly kind: WishKind
  readonly label: Readonly<Record<Locale, string>>
  /** Folded phrases in any language; a space may be left out in Korean and be a hyphen in English. */
  readonly triggers: readonly string[]
  readonly effect: WishEffect
  /** A Korean product noun may follow without a space (블랙원피스). */
  readonly heads?: boolean
}

/** Id, labels in ko/en/ja, triggers split by `|`, words to lift (the triggers when left out). */
export type BoostRow = readonly [
  id: string,
  ko: string,
  en: string,
  ja: string,
  triggers: string,
  words?: string,
]

/** Phrases of one `|`-separated line. */
export const phrases = (line: string): string[] => line.split('|')

/** Entries of a family whose wishes only lift products. */
export function boosts(kind: WishKind, rows: readonly BoostRow[], heads = false): LexiconEntry[] {
  return rows.map(([id, ko, en, ja, triggers, words]) => ({
    id: `${kind}:${id}`,
    kind,
    label: { ko, en, ja },
    triggers: phrases(triggers),
    effect: { type: 'boost', words: phrases(words ?? triggers) },
    heads,
  }))
}
