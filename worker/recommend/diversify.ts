/** What of a product is compared when a list is to show different things. */
export interface Comparable {
  readonly score: number
  readonly category: string
  readonly brand: string
}

const SAME_CATEGORY = 0.7
const SAME_BRAND = 0.3

const likeness = (left: Comparable, right: Comparable): number =>
  (left.category !== '' && left.category === right.category ? SAME_CATEGORY : 0) +
  (left.brand !== '' && left.brand === right.brand ? SAME_BRAND : 0)

/**
 * The first `most` of a ranked list by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): each next one is
 * worth `lambda` of its score (of the best one's) less `1 - lambda` of its likeness to what is chosen already, by category
 * and brand. `lambda` 1 leaves the order as it is.
 */
export function diversify<T extends Comparable>(ranked: readonly T[], most: number, lambda: number): T[] {
  const top = Math.max(...ranked.map(({ score }) => score), Number.MIN_VALUE)
  const left = ranked.map((entry) => ({ entry, likeness: 0 }))
  const chosen: T[] = []
  while (chosen.length < most && left.length > 0) {
    let best = 0
    let bestWorth = -Infinity
    left.forEach((one, index) => {
      const worth = (lambda * one.entry.score) / top - (1 - lambda) * one.likeness
      if (worth <= bestWorth) return
      best = index
      bestWorth = worth
    })
    const [taken] = left.splice(best, 1)
    if (!taken) break
    chosen.push(taken.entry)
    for (const one of left) one.likeness = Math.max(one.likeness, likeness(one.entry, taken.entry))
  }
  return chosen
}
