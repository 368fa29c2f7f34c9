import { mean } from './relevance.ts'

export interface Outcome {
  /** What the table groups by, e.g. the kind of query. */
  readonly group: string
  /** Place of the first right product, from 0; Infinity when it is not among the hits looked at. */
  readonly place: number
}

/** Share of outcomes with a right product within the first `depth`. */
export const successWithin = (outcomes: readonly Outcome[], depth: number): number =>
  mean(outcomes.map(({ place }) => (place < depth ? 1 : 0)))

const WIDTH = 24

/** Prints how many of each group, and of all, had a right product within each of the depths. */
export function printSuccess(title: string, outcomes: readonly Outcome[], depths: readonly number[]): void {
  console.log(
    `${title.padEnd(WIDTH)}${'n'.padStart(5)}${depths.map((depth) => `@${depth}`.padStart(8)).join('')}`,
  )
  for (const group of ['all', ...new Set(outcomes.map(({ group }) => group))]) {
    const of = outcomes.filter((outcome) => group === 'all' || outcome.group === group)
    const shares = depths.map((depth) => successWithin(of, depth).toFixed(3).padStart(8))
    console.log(`${group.padEnd(WIDTH)}${String(of.length).padStart(5)}${shares.join('')}`)
  }
  console.log()
}

/** Place of the first of `ids` that is one of `intended`. */
export function placeOf(ids: readonly string[], intended: readonly string[]): number {
  const place = ids.findIndex((id) => intended.includes(id))
  return place === -1 ? Infinity : place
}
