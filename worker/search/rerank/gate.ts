import type { Lead } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'

/**
 * Whether a better order can help at all. Thresholds are data of three shops (`npm run eval -- gate`): with them 95 to
 * 100 % of typed titles and 85 to 100 % of model numbers are known items or dominant hits, and of 71 wishes none is.
 * Pure.
 */

/** `open`: a model is asked whatever was found. `judging`: from a lead of `gap` on it is not. `shut`: it is never. */
export type Gate =
  | { readonly kind: 'open' }
  | { readonly kind: 'judging'; readonly gap: number }
  | { readonly kind: 'shut' }

export const openGate: Gate = { kind: 'open' }

const thresholds = {
  /** The best product's names hold all of the query, up to a word that tells nothing. */
  known: 0.95,
  /** The query is the best product's title, up to a word. */
  filledWhole: 0.85,
  /** It is so much of the title … */
  filledMuch: 0.5,
  /** … and no other product fits nearly as well. */
  filledGap: 0.3,
  /** A single word is a kind of goods, however short the title. */
  wordsLeast: 2,
  /** Nobody leads with less of the query in its names: what wishes find leads by chance, and a model does better. */
  dominantNamed: 0.9,
} as const

/**
 * From this lead on the best product stands alone, where a shop's own queries have taught nothing. At 0.6 one of 92
 * keyword queries is skipped that a model might have ordered otherwise ("xbox one", three products of it); at 0.4 five.
 */
export const DEFAULT_GAP = 0.6

export const defaultGate: Gate = { kind: 'judging', gap: DEFAULT_GAP }

export interface Gated {
  readonly lead: Lead | undefined
  /** Words that count as content, folded. */
  readonly words: readonly string[]
  /** The wishes that took effect. */
  readonly wishes: readonly Wish[]
  /** The whole query names a brand or a category. */
  readonly isPlace: boolean
}

/** Letters and digits in one piece, as makers number their goods; sizes and amounts (500ml, 24-inch) are not. */
const isNumber = (word: string): boolean =>
  /^(?=.{5})(?=.*[a-z])(?=.*\d.*\d)[a-z\d./-]+$/.test(word) && !/^\d+(?:[./x-]\d+)*-?[a-z]{1,5}$/.test(word)

/** A limit is a wish about many products; whoever browses a brand or a category means none. */
const mayMeanOne = ({ wishes, isPlace }: Gated): boolean =>
  !isPlace && !wishes.some(({ effect }) => effect.type === 'price' || effect.type === 'exclude')

/** Whether a query asks for one product, which stands first: by its number, its title, or most of that. */
export function isKnownItem(gated: Gated): boolean {
  const { lead, words } = gated
  if (!lead || lead.named < thresholds.known || !mayMeanOne(gated)) return false
  if (words.some(isNumber)) return true
  if (words.length < thresholds.wordsLeast) return false
  return (
    lead.filled >= thresholds.filledWhole ||
    (lead.filled >= thresholds.filledMuch && lead.gap >= thresholds.filledGap)
  )
}

/** Whether a gate sees that one product is asked for: words beside its own would only bring others. */
export const knowsItem = (gated: Gated, gate: Gate): boolean => gate.kind !== 'open' && isKnownItem(gated)

/** The lead by which a gate decides; null: whatever it is, a model may do better, or the item is known anyway. */
export function decidingGap(gated: Gated): number | null {
  const { lead } = gated
  if (!lead || lead.named < thresholds.dominantNamed || !mayMeanOne(gated) || isKnownItem(gated)) return null
  return lead.gap
}

/** Why a gate keeps a model from being asked; undefined: it does not. */
export function judgeGate(gated: Gated, gate: Gate): 'gate_shut' | 'known_item' | 'dominant' | undefined {
  if (gate.kind === 'open') return undefined
  if (gate.kind === 'shut') return 'gate_shut'
  if (isKnownItem(gated)) return 'known_item'
  const gap = decidingGap(gated)
  return gap !== null && gap >= gate.gap ? 'dominant' : undefined
}
