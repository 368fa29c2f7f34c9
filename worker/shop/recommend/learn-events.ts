import type { LearntEvent } from '../../ports/recommender.ts'
import { kindOfEvent, kindWeight, type EventKind } from '../../recommend/event-kinds.ts'
import { learnStep } from '../../recommend/learn-step.ts'
import { appendNumber, itemOfStep } from '../../recommend/packed-steps.ts'
import { countTarget, gainOf, observe } from '../../recommend/preset-pool.ts'
import { POPULARITY_DECAY_MS, presets, sizes } from '../../recommend/presets.ts'
import { watchStep } from '../../recommend/repeat-gate.ts'
import { scoreCandidates } from '../../recommend/score-candidates.ts'
import type { RecMemory } from './rec-memory.ts'
import type { RecModel } from './rec-model.ts'
import type { StoredSession } from './rec-rows.ts'

/** log(e^a + e^b) without leaving what a double holds: popularity times of years apart do. */
const addLogs = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))

type Teaching = LearntEvent & { readonly kind: EventKind }

/** Has every preset of the pool guess a product before it is learnt, now and then. */
function observePool(
  model: RecModel,
  memory: RecMemory,
  { id, at, steps }: StoredSession,
  item: number,
  now: number,
): RecModel {
  const items = Array.from(steps, itemOfStep)
  const seen = new Set(items)
  if (items.length === 0 || seen.has(item)) return model
  const { pool, observe: isObserved } = countTarget(model.pool)
  if (!isObserved) return { ...model, pool }
  const context = items.map((one) => ({ item: one, at }))
  const guesses = presets.map((preset) => {
    const scores = scoreCandidates({ seen: context, own: id }, preset, memory)
    return [preset.name, gainOf(scores, item, seen)] as const
  })
  return { ...model, pool: observe(pool, Object.fromEntries(guesses), now) }
}

function learnOne(event: Teaching, memory: RecMemory, model: RecModel): RecModel | null {
  const { at, kind } = event
  const session = memory.sessionToLearn(event.session, at)
  if (event.visitor !== null) session.visitor = event.visitor
  const item = memory.itemToLearn(event.product)
  const observed = observePool(model, memory, session, item.id, at)
  const before = Array.from(session.steps, itemOfStep)
  const learnt = learnStep(session.steps, { item: item.id, kind, at }, (id) => memory.relationsToLearn(id))
  if (!learnt) return null
  session.steps = learnt.steps
  session.at = Math.max(session.at, at)
  item.lp = addLogs(item.lp, at / POPULARITY_DECAY_MS + Math.log(kindWeight(kind)))
  if (learnt.isNewItem) {
    memory.recount(item, 1)
    const relations = memory.relationsToLearn(item.id)
    relations.sessions = appendNumber(relations.sessions, session.id, sizes.postings)
  }
  if (!learnt.isNewStep || before.length === 0) return observed
  return { ...observed, gate: watchStep(observed.gate, before, item.id) }
}

/** Learns events in the order of their times; returns what the model is then, and how many taught something. */
export function learnEvents(
  events: readonly LearntEvent[],
  memory: RecMemory,
  model: RecModel,
): { readonly model: RecModel; readonly learnt: number } {
  const teaching = events
    .flatMap((event): Teaching[] => {
      const kind = kindOfEvent(event.name)
      return kind === null ? [] : [{ ...event, kind }]
    })
    .sort((left, right) => left.at - right.at)
  if (teaching.length === 0) return { model, learnt: 0 }
  memory.loadBatch(
    [...new Set(teaching.map(({ product }) => product))],
    [...new Set(teaching.map(({ session }) => session))],
  )
  let learnt = 0
  for (const event of teaching) {
    const after = learnOne(event, memory, model)
    if (after === null) continue
    model = { ...after, sessions: memory.sessionCount }
    learnt += 1
  }
  memory.flush()
  return { model, learnt }
}
