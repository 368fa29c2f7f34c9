import type { Grade } from '../../contract/leaderboard.ts'

/** One query with what is known of its products. */
export interface JudgedQuery {
  readonly query: string
  readonly grades: readonly Grade[]
}

/** Evenly over the whole list, so that a list sorted by anything is not cut at one end. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  )
}

/** The queries that can tell orders apart: those with a product of any good. At most so many of them. Pure. */
export function judgedQueries(grades: readonly Grade[], most: number): JudgedQuery[] {
  const byQuery = new Map<string, Grade[]>()
  for (const one of grades) {
    const of = byQuery.get(one.query)
    if (of) of.push(one)
    else byQuery.set(one.query, [one])
  }
  const telling = [...byQuery].flatMap(([query, of]) =>
    of.some(({ grade }) => grade > 0) ? [{ query, grades: of }] : [],
  )
  return spread(telling, most)
}
