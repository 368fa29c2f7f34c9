import type { ContextItem } from './context-items.ts'
import type { Knowledge, PastSession } from './knowledge.ts'
import { itemOfStep } from './packed-steps.ts'
import { sizes, type NeighbourShape } from './presets.ts'

/**
 * Session neighbours: what shoppers with the same products did next. Sequence and time aware as in STAN (Garg et al.,
 * SIGIR 2019) and V-STAN (Ludewig, Mauro, Latifi and Jannach, User Modeling and User-Adapted Interaction 2021), over the
 * newest sessions of each item as in VS-kNN; with flat shapes it is S-kNN (Jannach and Ludewig, RecSys 2017).
 */

interface Near {
  readonly id: number
  /** Weights of the context items it shares, summed. */
  readonly shared: number
}

/** The sessions that share most with the context; of equals the newest. `own` is left out. */
function nearest(
  context: readonly ContextItem[],
  weights: readonly number[],
  knowledge: Knowledge,
  own: number | null,
): Near[] {
  const sums = new Map<number, number>()
  context.forEach(({ item }, index) => {
    const sessions = knowledge.relations(item)?.sessions
    if (!sessions) return
    const weight = weights[index] ?? 0
    for (let at = Math.max(0, sessions.length - sizes.postings); at < sessions.length; at++) {
      const id = sessions[at] ?? 0
      sums.set(id, (sums.get(id) ?? 0) + weight)
    }
  })
  if (own !== null) sums.delete(own)
  const all = Array.from(sums, ([id, shared]): Near => ({ id, shared }))
  if (all.length <= sizes.neighbours) return all
  return all
    .sort((left, right) => right.shared - left.shared || right.id - left.id)
    .slice(0, sizes.neighbours)
}

function voteOf(
  { at, steps }: PastSession,
  similarity: number,
  distances: ReadonlyMap<number, number>,
  shape: NeighbourShape,
  newest: number,
  votes: Map<number, number>,
): void {
  let anchor = -1
  let closest = Infinity
  for (let index = 0; index < steps.length; index++) {
    const distance = distances.get(itemOfStep(steps[index] ?? 0))
    if (distance === undefined) continue
    anchor = index
    if (distance < closest) closest = distance
  }
  // A neighbour whose steps were forgotten meanwhile shares nothing.
  if (anchor < 0) return
  const weight =
    (similarity / steps.length ** shape.lengthPower) *
    Math.exp(-(newest - at) / shape.ageMs - closest / shape.sharedDecay)
  for (let index = 0; index < steps.length; index++) {
    const away = index - anchor
    const place =
      away === 0 ? shape.shared : Math.exp(-Math.abs(away) / shape.voteDecay) * (away < 0 ? shape.before : 1)
    const item = itemOfStep(steps[index] ?? 0)
    votes.set(item, (votes.get(item) ?? 0) + weight * place)
  }
}

/**
 * What the neighbours of a context vote for, before rarity is counted (see `rarityOf`). Their ages are told from the newest
 * of them, not from the present: only how votes compare matters, and a shop that rested for a year has not unlearnt.
 */
export function neighbourVotes(
  context: readonly ContextItem[],
  shape: NeighbourShape,
  knowledge: Knowledge,
  own: number | null,
): Map<number, number> {
  const votes = new Map<number, number>()
  const weights = context.map(
    ({ distance, freshness }) => freshness * Math.exp(-distance / shape.contextDecay),
  )
  const near = nearest(context, weights, knowledge, own)
  if (near.length === 0) return votes
  const norm = Math.hypot(...weights)
  const shared = new Map(near.map((one) => [one.id, one.shared]))
  const distances = new Map(context.map(({ item, distance }) => [item, distance]))
  const sessions = knowledge.sessions(near.map(({ id }) => id))
  const newest = sessions.reduce((latest, { at }) => Math.max(latest, at), 0)
  for (const session of sessions) {
    voteOf(session, (shared.get(session.id) ?? 0) / norm, distances, shape, newest, votes)
  }
  return votes
}

/** How much more an item counts that few sessions have; the inverse session frequency of V-STAN. */
export const rarityOf = (count: number, sessionCount: number, rarity: number): number =>
  rarity === 0
    ? 1
    : 1 + rarity * Math.log(Math.max(1, sessionCount) / Math.max(1, Math.min(count, sessionCount)))
