import type { ArmFinds } from '../../ports/outside-finds.ts'

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009) with its usual constant. */
const RANK_CONSTANT = 60

/**
 * What an arm's word is worth. Arms of words and spellings bring products that the shop ranks by its own texts: their
 * order counts only where those texts say nothing. A near meaning is what our texts cannot see.
 */
const armWeight: Readonly<Record<ArmFinds['arm'], number>> = { words: 1, spelling: 1, semantic: 1 }

export interface FusedFind {
  readonly id: string
  /** 0 to 1: the sum of reciprocal ranks over what a product that leads every arm would have. */
  readonly worth: number
  /** The same over the semantic arm, which sees what the shop's texts do not; 0 when it did not find the product. */
  readonly beyondWords: number
}

const seesBeyondWords = ({ arm }: ArmFinds) => arm === 'semantic'

/** Every product any arm found, each once, best first. Pure. */
export function fuseArms(arms: readonly ArmFinds[]): FusedFind[] {
  const sums = new Map<string, { worth: number; beyond: number }>()
  let most = 0
  let mostBeyond = 0
  for (const find of arms) {
    const weight = armWeight[find.arm]
    const beyond = seesBeyondWords(find)
    most += weight / (RANK_CONSTANT + 1)
    if (beyond) mostBeyond += weight / (RANK_CONSTANT + 1)
    const seen = new Set<string>()
    find.ids.forEach((id, index) => {
      if (seen.has(id)) return
      seen.add(id)
      const part = weight / (RANK_CONSTANT + 1 + index)
      const sum = sums.get(id) ?? { worth: 0, beyond: 0 }
      sums.set(id, { worth: sum.worth + part, beyond: sum.beyond + (beyond ? part : 0) })
    })
  }
  return [...sums]
    .map(([id, { worth, beyond }]) => ({
      id,
      worth: worth / most,
      beyondWords: mostBeyond === 0 ? 0 : beyond / mostBeyond,
    }))
    .toSorted((left, right) => right.worth - left.worth || (left.id < right.id ? -1 : 1))
}
