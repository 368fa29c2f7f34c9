import { contextOf } from './context-items.ts'
import { kindWeight, kinds, type EventKind } from './event-kinds.ts'
import type { PairList } from './packed-pairs.ts'
import { appendNumber, itemOfStep, kindOfStep, STEPS_MOST, stepOf } from './packed-steps.ts'
import { boughtRule, nextRule, sizes, togetherRule } from './presets.ts'

/** What one event of a session changes, and how a whole session is taken back. */

type Steps = Uint32Array<ArrayBuffer>

/** An item's relations as they are written to. */
export interface WritableRelations {
  readonly next: PairList
  readonly together: PairList
  readonly bought: PairList
}

export interface StepEvent {
  readonly item: number
  readonly kind: EventKind
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface LearntStep {
  readonly steps: Steps
  /** The session had not had the item. */
  readonly isNewItem: boolean
  /** False: the event said what was known of the item already, only more strongly. */
  readonly isNewStep: boolean
}

/** Calls for each relation that a step makes with those before it. `place`: where in `steps` it is to stand. */
function eachRelation(
  steps: Steps,
  { item, at }: StepEvent,
  place: number,
  { weight, isNewItem, isBought }: { weight: number; isNewItem: boolean; isBought: boolean },
  relate: (from: number, kind: keyof WritableRelations, to: number, weight: number, at: number) => void,
): void {
  for (let gap = 1; gap <= nextRule.gaps && gap <= place; gap++)
    relate(itemOfStep(steps[place - gap] ?? 0), 'next', item, weight / gap ** 2, at)
  const before = Array.from(steps.subarray(0, place), (step) => ({ item: itemOfStep(step), at }))
  if (isNewItem) {
    for (const { item: other } of contextOf(before, togetherRule.context)) {
      if (other === item) continue
      relate(other, 'together', item, weight, at)
      relate(item, 'together', other, weight, at)
    }
  }
  if (!isBought) return
  const bought = new Set<number>()
  for (const step of steps) if (kindOfStep(step) === kinds.purchase) bought.add(itemOfStep(step))
  bought.delete(item)
  for (const other of [...bought].slice(-boughtRule.items)) {
    relate(other, 'bought', item, 1, at)
    relate(item, 'bought', other, 1, at)
  }
}

const decayOf: Readonly<Record<keyof WritableRelations, number>> = {
  next: nextRule.decayMs,
  together: togetherRule.decayMs,
  bought: boughtRule.decayMs,
}

/**
 * Learns one event. Looking at a product again is a step; putting it into the cart or buying it is what its step has
 * become, so that two events about one product do not look like coming back. null: nothing to learn, because the
 * session is too long or had more than this of the item already.
 */
export function learnStep(
  steps: Steps,
  event: StepEvent,
  relationsOf: (item: number) => WritableRelations,
): LearntStep | null {
  const { item, kind } = event
  const last = steps.findLastIndex((step) => itemOfStep(step) === item)
  const relate = (from: number, name: keyof WritableRelations, to: number, weight: number, at: number) =>
    relationsOf(from)[name].add(to, weight, at, decayOf[name], sizes.pairs)
  const isBought = kind === kinds.purchase
  if (last >= 0 && kind > kinds.view) {
    const before = kindOfStep(steps[last] ?? 0)
    if (kind <= before) return null
    const weight = kindWeight(kind) - kindWeight(before)
    eachRelation(steps, event, last, { weight, isNewItem: true, isBought }, relate)
    const changed = steps.slice()
    changed[last] = stepOf(item, kind)
    return { steps: changed, isNewItem: false, isNewStep: false }
  }
  if (steps.length >= STEPS_MOST) return null
  const isNewItem = last < 0
  eachRelation(steps, event, steps.length, { weight: kindWeight(kind), isNewItem, isBought }, relate)
  return { steps: appendNumber(steps, stepOf(item, kind), STEPS_MOST), isNewItem, isNewStep: true }
}

/**
 * Takes back what a session has taught about pairs, as if all of it had happened at its last event. It happened earlier
 * and has decayed more since, so that never less is taken back than there was.
 */
export function unlearnSession(
  steps: Steps,
  at: number,
  relationsOf: (item: number) => WritableRelations | undefined,
): void {
  const seen = new Set<number>()
  const relate = (from: number, name: keyof WritableRelations, to: number, weight: number) =>
    relationsOf(from)?.[name].take(to, weight, at, decayOf[name])
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place] ?? 0
    const item = itemOfStep(step)
    const kind = kindOfStep(step)
    const event = { item, kind, at }
    // What became more than a look was told to the products before it once more.
    const isNewItem = !seen.has(item) || kind > kinds.view
    const how = { weight: kindWeight(kind), isNewItem, isBought: false }
    eachRelation(steps, event, place, how, relate)
    seen.add(item)
  }
  const bought = Array.from(steps)
    .filter((step) => kindOfStep(step) === kinds.purchase)
    .map(itemOfStep)
  for (const item of bought) {
    for (const other of bought) if (other !== item) relate(item, 'bought', other, 1)
  }
}
