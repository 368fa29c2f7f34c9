/** Measures of a ranked list against graded judgements (grade 0 to 3). Pure. */

export type Grades = ReadonlyMap<string, number>

const DEPTH = 10

const gain = (grade: number): number => 2 ** grade - 1
const discount = (rank: number): number => 1 / Math.log2(rank + 2)

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, rank) => sum + gain(grade) * discount(rank), 0)

/**
 * nDCG@10: gain 2^grade - 1, ideal over all judged products; products without a grade count 0.
 * @returns 0 to 1; null when no product is any good, for then no order is better than another
 */
export function ndcg(ids: readonly string[], grades: Grades): number | null {
  const ideal = discounted([...grades.values()].toSorted((left, right) => right - left))
  return ideal === 0 ? null : discounted(ids.map((id) => grades.get(id) ?? 0)) / ideal
}

/** How many of the first ten carry a grade, of how many there are. */
export function judgedOf(ids: readonly string[], grades: Grades): { judged: number; shown: number } {
  const first = ids.slice(0, DEPTH)
  return { judged: first.filter((id) => grades.has(id)).length, shown: first.length }
}

/** Of the pairs in the list that the grades tell apart, how many stand in the grades' order. */
export function agreement(ids: readonly string[], grades: Grades): { concordant: number; pairs: number } {
  const ranked = ids.flatMap((id) => grades.get(id) ?? [])
  let concordant = 0
  let pairs = 0
  ranked.forEach((upper, place) => {
    for (const lower of ranked.slice(place + 1)) {
      if (upper === lower) continue
      pairs += 1
      if (upper > lower) concordant += 1
    }
  })
  return { concordant, pairs }
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The smallest value that at least this share of them does not exceed; null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

const DRAWS = 2_000

/**
 * Interval of a mean (95 % unless another is asked for) by the percentile bootstrap, resampling whole queries. Seeded: the same values give the same
 * interval. null without values.
 */
export function bootstrapInterval(
  values: readonly number[],
  confidence = 0.95,
): { low: number; high: number } | null {
  let state = 20261123
  // The high bits of a linear congruential generator: its low ones repeat soon.
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const draw = () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn++)
      sum += values[Math.floor(random() * values.length)] ?? 0
    return sum / values.length
  }
  if (values.length === 0) return null
  const means = Array.from({ length: DRAWS }, draw)
  const outside = (1 - confidence) / 2
  return { low: percentile(means, outside) ?? 0, high: percentile(means, 1 - outside) ?? 0 }
}
