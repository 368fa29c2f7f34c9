import type { Understanding } from '../../ports/understanding.ts'

/**
 * A query as it was understood, as one text: its words in order, without what a price or an exclusion has taken and
 * without words that say nothing, and its wishes. Queries of the same text here ask for the same: "Lamps, under $40" is
 * "lamps for less than 40 dollars". Pure.
 */
export function intentKey({ words, wishes }: Understanding): string {
  const spoken = words.filter(({ weight }) => weight > 0).map(({ text }) => text)
  return JSON.stringify([spoken, wishes.map(({ id }) => id).sort()])
}
