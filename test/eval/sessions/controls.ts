import { LIST_LENGTH } from './next-item-metrics.ts'
import type { Session, Step } from './read-sessions.ts'

/**
 * What the recommender is compared with: the simple methods that are hard to beat (Ludewig, Mauro, Latifi and Jannach,
 * "Empirical analysis of session-based recommendation algorithms", UMUAI 2021), with parameters as published for clicks
 * in shops. Written plainly, over everything in memory; short lists are filled with what is popular, as the product's.
 */

export interface Control {
  readonly name: string
  /** Items, best first, without those of `without`. `context`: oldest first. */
  recommend(context: readonly Step[], without: ReadonlySet<string>): string[]
}

type Scores = Map<string, number>

const add = (scores: Scores, item: string, score: number) => scores.set(item, (scores.get(item) ?? 0) + score)

function rowOf<K, V>(rows: Map<K, V>, key: K, fresh: () => V): V {
  const row = rows.get(key) ?? fresh()
  rows.set(key, row)
  return row
}

const ranked = (scores: Scores): string[] =>
  [...scores].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([item]) => item)

/** Items by how many steps of training they have. */
function popularity(train: readonly Session[]): string[] {
  const counts: Scores = new Map()
  for (const { steps } of train) for (const { item } of steps) add(counts, item, 1)
  return ranked(counts)
}

type Score = (context: readonly Step[]) => Scores

function control(name: string, popular: readonly string[], score: Score): Control {
  return {
    name,
    recommend(context, without) {
      const list = ranked(score(context)).filter((item) => !without.has(item))
      if (list.length >= LIST_LENGTH) return list.slice(0, LIST_LENGTH)
      const there = new Set(list)
      for (const item of popular) {
        if (list.length >= LIST_LENGTH) break
        if (!there.has(item) && !without.has(item)) list.push(item)
      }
      return list
    },
  }
}

const SEQUENCE_STEPS = 20

/** SR: what came after the last item, by the square of how much later. */
function sequenceRules(train: readonly Session[]): Score {
  const rules = new Map<string, Scores>()
  for (const { steps } of train) {
    steps.forEach(({ item }, index) => {
      for (let gap = 1; gap <= Math.min(SEQUENCE_STEPS, index); gap++)
        add(
          rowOf(rules, steps[index - gap]?.item ?? '', () => new Map<string, number>()),
          item,
          1 / gap ** 2,
        )
    })
  }
  return (context) => rules.get(context.at(-1)?.item ?? '') ?? new Map()
}

/** AR of size two: what is in the same sessions as the last item. */
function coVisitation(train: readonly Session[]): Score {
  const rules = new Map<string, Scores>()
  for (const { steps } of train) {
    for (const [index, one] of steps.entries()) {
      for (const [other, two] of steps.entries()) {
        if (index === other || one.item === two.item) continue
        add(
          rowOf(rules, one.item, () => new Map<string, number>()),
          two.item,
          1,
        )
      }
    }
  }
  return (context) => rules.get(context.at(-1)?.item ?? '') ?? new Map()
}

interface Past {
  readonly items: ReadonlySet<string>
  readonly at: number
}

/** Sessions by item, and the newest that share an item with a context. */
function newestSharing(train: readonly Session[]): (items: Iterable<string>, most: number) => Past[] {
  const byItem = new Map<string, Past[]>()
  for (const { steps } of train) {
    const past = { items: new Set(steps.map(({ item }) => item)), at: steps.at(-1)?.at ?? 0 }
    for (const item of past.items) rowOf(byItem, item, (): Past[] => []).push(past)
  }
  return (items, most) => {
    const all = new Set<Past>()
    for (const item of items) for (const past of byItem.get(item) ?? []) all.add(past)
    return [...all].sort((left, right) => right.at - left.at).slice(0, most)
  }
}

const NEIGHBOURS = 100
const SAMPLE = 500

/** S-kNN: sessions as sets, cosine. */
function sessionNeighbours(newest: ReturnType<typeof newestSharing>): Score {
  return (context) => {
    const items = new Set(context.map(({ item }) => item))
    const near = newest(items, SAMPLE)
      .map((past) => {
        const shared = [...items].filter((item) => past.items.has(item)).length
        return { past, similarity: shared / Math.sqrt(items.size * past.items.size) }
      })
      .sort((left, right) => right.similarity - left.similarity)
      .slice(0, NEIGHBOURS)
    const scores: Scores = new Map()
    for (const { past, similarity } of near) for (const item of past.items) add(scores, item, similarity)
    return scores
  }
}

const V_NEIGHBOURS = 500
const V_SAMPLE = 5_000
const V_RARITY = 5

/** VS-kNN: newer items of the context count more (quadratic), as do neighbours that share a new one (div), and rare items. */
function weightedNeighbours(newest: ReturnType<typeof newestSharing>, train: readonly Session[]): Score {
  const sessions: Scores = new Map()
  for (const { steps } of train)
    for (const item of new Set(steps.map((step) => step.item))) add(sessions, item, 1)
  return (context) => {
    const weights: Scores = new Map()
    context.forEach(({ item }, index) => weights.set(item, ((index + 1) / context.length) ** 2))
    const near = newest(weights.keys(), V_SAMPLE)
      .map((past) => {
        let sum = 0
        for (const [item, weight] of weights) if (past.items.has(item)) sum += weight
        return { past, similarity: sum / weights.size }
      })
      .sort((left, right) => right.similarity - left.similarity)
      .slice(0, V_NEIGHBOURS)
    const scores: Scores = new Map()
    for (const { past, similarity } of near) {
      const back = context.toReversed().findIndex(({ item }) => past.items.has(item)) + 1
      for (const item of past.items) {
        const rarity = Math.log(train.length / (sessions.get(item) ?? 1))
        add(scores, item, (similarity / back) * (1 + V_RARITY * rarity))
      }
    }
    return scores
  }
}

/** All of them over the same training sessions. */
export function makeControls(train: readonly Session[]): Control[] {
  const popular = popularity(train)
  const newest = newestSharing(train)
  return [
    control('pop', popular, () => new Map()),
    control('covisitation', popular, coVisitation(train)),
    control('sr', popular, sequenceRules(train)),
    control('sknn', popular, sessionNeighbours(newest)),
    control('vsknn', popular, weightedNeighbours(newest, train)),
  ]
}
