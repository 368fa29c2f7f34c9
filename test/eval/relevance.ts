/** Measures of a ranked list against graded judgements (TREC style, grade 0 to 3). Pure. */

export type Grades = ReadonlyMap<string, number>

const gain = (grade: number): number => 2 ** grade - 1
const discount = (rank: number): number => 1 / Math.log2(rank + 2)

/** nDCG: gain 2^grade - 1, ideal over all judged products, unjudged products count 0 (Järvelin and Kekäläinen 2002). */
export function ndcg(ids: readonly string[], grades: Grades, depth = 10): number {
  const dcg = ids
    .slice(0, depth)
    .reduce((sum, id, rank) => sum + gain(grades.get(id) ?? 0) * discount(rank), 0)
  const ideal = [...grades.values()]
    .sort((left, right) => right - left)
    .slice(0, depth)
    .reduce((sum, grade, rank) => sum + gain(grade) * discount(rank), 0)
  return ideal === 0 ? 0 : dcg / ideal
}

/** nDCG with unjudged products taken out of the list first. */
export const condensedNdcg = (ids: readonly string[], grades: Grades, depth = 10): number =>
  ndcg(
    ids.filter((id) => grades.has(id)),
    grades,
    depth,
  )

/** Share of the first `depth` that was judged; of a shorter list, of what is there. */
export function judged(ids: readonly string[], grades: Grades, depth = 10): number {
  const first = ids.slice(0, depth)
  return first.length === 0 ? 1 : first.filter((id) => grades.has(id)).length / first.length
}

/** Good products (grade 2 or better) among the first `depth`, of as many as could be there. */
export function recall(ids: readonly string[], grades: Grades, depth = 20): number {
  const good = [...grades].filter(([, grade]) => grade >= 2).map(([id]) => id)
  const found = ids.slice(0, depth).filter((id) => (grades.get(id) ?? 0) >= 2).length
  return good.length === 0 ? 0 : found / Math.min(depth, good.length)
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/**
 * 95 % interval of a mean by the percentile bootstrap (Efron 1979), resampling whole queries.
 * Seeded: the same values give the same interval.
 */
export function bootstrapInterval(
  values: readonly number[],
  draws = 4000,
): readonly [low: number, high: number] {
  let state = 20261123
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const means = Array.from({ length: draws }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  )
  return [percentile(means, 0.025), percentile(means, 0.975)]
}
