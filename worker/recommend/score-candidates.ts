import { contextOf, type SeenItem } from './context-items.ts'
import type { Knowledge } from './knowledge.ts'
import { neighbourVotes, rarityOf } from './neighbours.ts'
import { nextScores, togetherScores } from './pair-scores.ts'
import { sizes, type Preset } from './presets.ts'

/** A session of whom something is to be recommended. */
export interface SessionSoFar {
  /** Oldest first, repeats included. */
  readonly seen: readonly SeenItem[]
  /** Its number where it is being learnt already, so that it is not its own neighbour. */
  readonly own: number | null
}

/** Adds a part to the scores, so that all of it together counts `share`. */
function blend(into: Map<number, number>, part: ReadonlyMap<number, number>, share: number): void {
  if (share === 0) return
  let sum = 0
  for (const score of part.values()) sum += score
  if (sum === 0) return
  for (const [item, score] of part) into.set(item, (into.get(item) ?? 0) + (share * score) / sum)
}

/** Every item that anything speaks for, with its score; items of the session included. Unsorted. */
export function scoreCandidates(
  session: SessionSoFar,
  preset: Preset,
  knowledge: Knowledge,
): Map<number, number> {
  const context = contextOf(session.seen, sizes.context)
  const [neighbours, next, together] = preset.shares
  const votes = neighbourVotes(context, preset.neighbours, knowledge, session.own)
  const { rarity } = preset.neighbours
  if (rarity > 0) {
    const countOf = knowledge.counts(votes.keys())
    for (const [item, vote] of votes)
      votes.set(item, vote * rarityOf(countOf(item), knowledge.sessionCount, rarity))
  }
  const scores = new Map<number, number>()
  blend(scores, votes, neighbours)
  if (next > 0) blend(scores, nextScores(context, knowledge), next)
  if (together > 0) blend(scores, togetherScores(context, knowledge), together)
  return scores
}
