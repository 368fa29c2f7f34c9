/**
 * How often shoppers of a shop come back to what they have seen in the session. Where they do not, showing it again costs
 * the best place of every list; so what was seen is damped by what the shop has taught. Blocks leave it out anyway.
 */
export interface RepeatGate {
  /** Steps watched: those with at least one before them. */
  readonly steps: number
  /** Share of them that stayed with the current item, and that went back to an earlier one. */
  readonly current: number
  readonly earlier: number
}

/** Rates from which on nothing is damped. */
const CURRENT_OPEN = 0.08
const EARLIER_OPEN = 0.04

/** Rates follow the last so many steps. */
const WINDOW = 5_000
/** What a new gate takes for watched, so that it is open until it has seen something. */
const PRIOR_STEPS = 50

export const newGate: RepeatGate = { steps: 0, current: CURRENT_OPEN, earlier: EARLIER_OPEN }

/** The gate after one more step. `items`: those before it, oldest first, at least one. */
export function watchStep(gate: RepeatGate, items: readonly number[], item: number): RepeatGate {
  const isCurrent = items.at(-1) === item
  const isEarlier = !isCurrent && items.includes(item)
  const share = 1 / Math.min(WINDOW, gate.steps + 1 + PRIOR_STEPS)
  const towards = (rate: number, happened: boolean) => rate + share * ((happened ? 1 : 0) - rate)
  return {
    steps: gate.steps + 1,
    current: towards(gate.current, isCurrent),
    earlier: towards(gate.earlier, isEarlier),
  }
}

/** Damps what was seen in the session. */
export function applyGate(scores: Map<number, number>, items: readonly number[], gate: RepeatGate): void {
  const current = items.at(-1)
  for (const item of new Set(items)) {
    const score = scores.get(item)
    if (score === undefined) continue
    const [rate, open] = item === current ? [gate.current, CURRENT_OPEN] : [gate.earlier, EARLIER_OPEN]
    scores.set(item, score * Math.min(1, rate / open))
  }
}
