/** An entry of a list with how likely it was to be shown in its place. */
export interface Shown<T> {
  readonly entry: T
  readonly explored: boolean
  /** Probability that this list has this entry in this place, given the ranking: what off-policy estimates need. */
  readonly propensity: number
}

/**
 * Gives each place, with probability `rate`, to one of `others` instead, each equally likely: what nobody is shown,
 * nobody can click. `random` gives numbers from 0 up to 1. With rate 0 or no others, the list as it is.
 */
export function explore<T>(
  list: readonly T[],
  others: readonly T[],
  rate: number,
  random: () => number,
): Shown<T>[] {
  const left = [...others]
  return list.map((entry) => {
    if (rate <= 0 || left.length === 0) return { entry, explored: false, propensity: 1 }
    if (random() >= rate) return { entry, explored: false, propensity: 1 - rate }
    const propensity = rate / left.length
    const [other] = left.splice(Math.floor(random() * left.length), 1)
    return other === undefined
      ? { entry, explored: false, propensity: 1 - rate }
      : { entry: other, explored: true, propensity }
  })
}
