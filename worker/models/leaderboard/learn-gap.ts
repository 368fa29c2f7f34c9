import { mean } from './measures.ts'

/** A query's lead, and what re-ranking brought it in nDCG. */
export interface GapGain {
  readonly gap: number
  readonly gain: number
}

/** With fewer queries a curve says more about them than about the model. */
export const GAP_QUERIES = 30

/** An order that is better by less is not worth a call. */
const GAIN_LEAST = 0.01

/** How many queries the default speaks for: with so many of its own a shop is believed half. */
const PRIOR_QUERIES = 60

interface Block {
  /** The least lead in it. */
  readonly gap: number
  readonly gains: readonly number[]
}

/** Gains as a curve that never rises with the lead: neighbours that do are pooled. */
function neverRising(pairs: readonly GapGain[]): readonly Block[] {
  const byGap = new Map<number, number[]>()
  for (const { gap, gain } of pairs.toSorted((left, right) => left.gap - right.gap)) {
    const at = byGap.get(gap)
    if (at) at.push(gain)
    else byGap.set(gap, [gain])
  }
  const blocks: Block[] = []
  for (const [gap, gains] of byGap) {
    let block: Block = { gap, gains }
    for (;;) {
      const last = blocks.at(-1)
      if (!last || mean(last.gains) > mean(block.gains)) break
      blocks.pop()
      block = { gap: last.gap, gains: [...last.gains, ...block.gains] }
    }
    blocks.push(block)
  }
  return blocks
}

/**
 * The lead from which on re-ranking does not pay, learnt from a shop's own queries: where an antitonic regression of the
 * gain on the lead (pool adjacent violators; Ayer et al., Annals of Mathematical Statistics 26, 1955) falls below the
 * least that is worth a call; drawn towards the default as if that had been seen on 60 queries, for the tail of such a
 * curve is noisy. It never rises when gains fall. Pure.
 * @returns 0 to 1; null with fewer than 30 queries
 */
export function learnGap(pairs: readonly GapGain[], byDefault: number): number | null {
  if (pairs.length < GAP_QUERIES) return null
  const closes = neverRising(pairs).find(({ gains }) => mean(gains) < GAIN_LEAST)?.gap ?? 1
  return (closes * pairs.length + byDefault * PRIOR_QUERIES) / (pairs.length + PRIOR_QUERIES)
}
