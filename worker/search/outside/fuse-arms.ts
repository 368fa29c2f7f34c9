import type { WordFinds } from '../../ports/outside-finds.ts'

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009) with its usual constant. */
const RANK_CONSTANT = 60

/**
 * What an arm's word is worth. Arms bring products that the shop ranks by its own texts: their order counts only where
 * those texts say nothing.
 */
const armWeight: Readonly<Record<WordFinds['arm'], number>> = { words: 1, spelling: 1 }

export interface FusedFind {
  readonly id: string
  /** 0 to 1: the sum of reciprocal ranks over what a product that leads every arm would have. */
  readonly worth: number
}

/** Every product any arm found by words, each once, best first. Pure. */
export function fuseArms(arms: readonly WordFinds[]): FusedFind[] {
  const sums = new Map<string, number>()
  let most = 0
  for (const { arm, ids } of arms) {
    const weight = armWeight[arm]
    most += weight / (RANK_CONSTANT + 1)
    for (const [index, id] of [...new Set(ids)].entries()) {
      sums.set(id, (sums.get(id) ?? 0) + weight / (RANK_CONSTANT + 1 + index))
    }
  }
  return [...sums]
    .map(([id, sum]) => ({ id, worth: sum / most }))
    .toSorted((left, right) => right.worth - left.worth || (left.id < right.id ? -1 : 1))
}
