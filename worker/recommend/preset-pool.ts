/**
 * Which preset serves a shop. Now and then, before an event is learnt, all of them are asked for what comes next. Only
 * products new to the session count: that is what blocks show. The first preset serves until another has ranked the right
 * products clearly higher, and again as soon as the other is no better than it.
 */

export interface PresetPool {
  /** Steps to a product new to the session, sampled or not. */
  readonly targets: number
  readonly observations: number
  /** Running nDCG@20 of each preset, by its name. */
  readonly gains: Readonly<Record<string, number>>
  /** What serves where nothing is clearly better. */
  readonly first: string
  readonly chosen: string
  /** The last changes, oldest first. */
  readonly changes: readonly PoolChange[]
}

export interface PoolChange {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly observations: number
  readonly chosen: string
  readonly gains: Readonly<Record<string, number>>
}

const OBSERVE_ONE_IN = 8
const OBSERVE_LATER_ONE_IN = 64
const LATER_AFTER = 3_000

/** Gains follow the last so many observations. */
const WINDOW = 3_000
const OBSERVATIONS_LEAST = 50
/** Another preset takes over when it is better by so much: changes back and forth help nobody. */
const HYSTERESIS = 0.02
/** Observations without any difference that are taken to have come first: a few lucky ones decide nothing. */
const PRIOR = 200
const CHANGES_KEPT = 20
const RANKS = 20

export const newPool = (first: string): PresetPool => ({
  targets: 0,
  observations: 0,
  gains: {},
  first,
  chosen: first,
  changes: [],
})

/** The pool after one more target, and whether this one is to be observed. */
export function countTarget(pool: PresetPool): { pool: PresetPool; observe: boolean } {
  const oneIn = pool.observations < LATER_AFTER ? OBSERVE_ONE_IN : OBSERVE_LATER_ONE_IN
  return { pool: { ...pool, targets: pool.targets + 1 }, observe: pool.targets % oneIn === 0 }
}

/** nDCG@20 of one target in a list, with what the session has seen left out; ties count against it by half. */
export function gainOf(
  scores: ReadonlyMap<number, number>,
  target: number,
  seen: ReadonlySet<number>,
): number {
  const score = scores.get(target)
  if (score === undefined || score <= 0) return 0
  let before = 0
  for (const [item, other] of scores) {
    if (item === target || other < score || seen.has(item)) continue
    before += other > score ? 1 : 0.5
  }
  const rank = 1 + before
  return rank > RANKS ? 0 : 1 / Math.log2(rank + 1)
}

/** The pool after an observation of every preset. `at`: milliseconds since the epoch. */
export function observe(pool: PresetPool, seen: Readonly<Record<string, number>>, at: number): PresetPool {
  const observations = pool.observations + 1
  const share = 1 / Math.min(WINDOW, observations)
  const gains = Object.fromEntries(
    Object.entries(seen).map(([name, gain]) => {
      const before = pool.gains[name] ?? 0
      return [name, before + share * (gain - before)]
    }),
  )
  const after = { ...pool, observations, gains }
  const chosen = observations < OBSERVATIONS_LEAST ? pool.chosen : choose(after)
  if (chosen === pool.chosen) return after
  const change = { at, observations, chosen, gains }
  return { ...after, chosen, changes: [...pool.changes, change].slice(-CHANGES_KEPT) }
}

/** By what share each preset is better than the first, as far as so few observations can be believed. */
function choose({ observations, gains, first, chosen }: PresetPool): string {
  const base = gains[first] ?? 0
  const belief = observations / (observations + PRIOR)
  const advantageOf = (name: string) =>
    (belief * ((gains[name] ?? 0) - base)) / Math.max(base, Number.EPSILON)
  const [best = first] = Object.keys(gains).sort((left, right) => advantageOf(right) - advantageOf(left))
  // A preset that is no better than the first has lost what it was chosen for.
  const held = advantageOf(chosen) <= 0 ? first : chosen
  return advantageOf(best) > Math.max(0, advantageOf(held)) + HYSTERESIS ? best : held
}
