import type { ContenderState, LeaderboardState } from '../../ports/leaderboard-store.ts'
import type { LearntGate } from '../../ports/rerank-gate.ts'
import { DEFAULT_GAP } from '../../search/rerank/gate.ts'
import { learnGap } from './learn-gap.ts'
import { bootstrapInterval, mean } from './measures.ts'
import { areRelated } from './model-family.ts'
import { pairedGains } from './paired-gains.ts'
import { VERDICT_QUERIES } from './verdict.ts'

/**
 * How sure it must be that an order does harm before no model is asked any more: the table says `worse` at 95 %, and one
 * of forty models that change nothing would be shut out by that.
 */
const SHUT_CONFIDENCE = 0.99

/**
 * A query that was not asked, which the model helps by so much, is thought to be there: few queries may all miss the
 * rare one that a model is kept for, and resampling them cannot know.
 */
const UNSEEN_GAIN = 0.2

function doesHarm(gains: readonly number[]): boolean {
  const interval = mean(gains) < 0 ? bootstrapInterval([...gains, UNSEEN_GAIN], SHUT_CONFIDENCE) : null
  return interval !== null && interval.high < 0
}

/** Whether a model that graded is a relative of the ranker. */
function isOfGraders({ scores, graders }: LeaderboardState, contenders: readonly ContenderState[]): boolean {
  const ids = new Set(contenders.map(({ id }) => id))
  const names = [
    ...contenders.map(({ model }) => model),
    ...scores.flatMap(({ contender, call }) => (ids.has(contender) && call ? [call.answeredBy] : [])),
  ].filter(Boolean)
  return graders.some((grader) => [...new Set(names)].some((name) => areRelated(name, grader)))
}

function learnOne(
  state: LeaderboardState,
  contenders: readonly ContenderState[],
  held: LearntGate | undefined,
  now: number,
): LearntGate | null {
  const few = contenders.find(({ cards }) => cards === 24)
  const many = contenders.find(({ cards }) => cards === 48)
  if (!few || pairedGains(state, few.id).length < VERDICT_QUERIES) return null
  // A relative that graded likes what the ranker likes: what speaks for the ranker is not believed.
  const isBiased = isOfGraders(state, contenders)
  const over = many ? pairedGains(state, many.id, few.id).map(({ gain }) => gain) : []
  const isMoreBetter = !isBiased && over.length >= VERDICT_QUERIES && (bootstrapInterval(over)?.low ?? 0) > 0
  // A comparison without the greater number says nothing about it.
  const cards = many ? (isMoreBetter ? 48 : 24) : (held?.cards ?? 24)
  const paired = pairedGains(state, (cards === 48 && many ? many : few).id)
  const gains = paired.map(({ gain }) => gain)
  const gaps = new Map(state.gaps.map(({ position, gap }) => [position, gap]))
  const byGap = paired.flatMap(({ position, gain, isOrdered }) => {
    const gap = gaps.get(position)
    return gap === undefined || !isOrdered ? [] : [{ gap, gain }]
  })
  const interval = bootstrapInterval(gains)
  return {
    endpoint: few.endpoint,
    model: few.model,
    shut: doesHarm(gains),
    gap: isBiased ? null : learnGap(byGap, DEFAULT_GAP),
    cards,
    queries: gains.length,
    gain: interval && { mean: mean(gains), ...interval },
    learntAt: now,
  }
}

/**
 * What a comparison that is at its end teaches about each endpoint: whether its order does harm, the lead from which on
 * it does not pay, and whether 48 cards are worth more than 24. Of a model that was left out, or scored on fewer than 30
 * queries, nothing is learnt, and what was learnt before stands. Pure.
 * @param held what is known so far
 * @param now milliseconds since the epoch
 */
export function learnGates(state: LeaderboardState, held: readonly LearntGate[], now: number): LearntGate[] {
  const left = state.contenders.filter(({ stopped }) => stopped === null)
  return [...new Set(left.map(({ endpoint }) => endpoint))].flatMap((endpoint) => {
    const contenders = left.filter((contender) => contender.endpoint === endpoint)
    const before = held.find((gate) => gate.endpoint === endpoint && gate.model === contenders[0]?.model)
    return learnOne(state, contenders, before, now) ?? []
  })
}
