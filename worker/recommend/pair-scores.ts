import type { ContextItem } from './context-items.ts'
import type { Knowledge } from './knowledge.ts'
import { boughtRule, nextRule, togetherRule } from './presets.ts'

/**
 * Scores from relations between pairs of items. Lists of relations are of different times: all are brought to that of
 * the newest, not to the present, so that a shop that rested has not unlearnt.
 */

type RelationName = 'next' | 'together' | 'bought'

const newestOf = (items: readonly number[], name: RelationName, knowledge: Knowledge): number =>
  items.reduce((newest, item) => Math.max(newest, knowledge.relations(item)?.[name].at ?? 0), 0)

const add = (scores: Map<number, number>, item: number, score: number) =>
  scores.set(item, (scores.get(item) ?? 0) + score)

/** What follows the last items: sequential rules (SR of Ludewig and Jannach, UMUAI 2018), by shrunk shares. */
export function nextScores(context: readonly ContextItem[], knowledge: Knowledge): Map<number, number> {
  const scores = new Map<number, number>()
  const last = context.filter(({ distance }) => distance < nextRule.context)
  const newest = newestOf(
    last.map(({ item }) => item),
    'next',
    knowledge,
  )
  for (const { item, distance, freshness } of last) {
    const next = knowledge.relations(item)?.next
    if (!next || next.length === 0) continue
    const factor = next.factorAt(newest, nextRule.decayMs)
    const share =
      (freshness * nextRule.fade ** distance * factor) / (next.sum() * factor + nextRule.shrinkage)
    for (let index = 0; index < next.length; index++) add(scores, next.id(index), next.weight(index) * share)
  }
  return scores
}

/** What is seen in the same sessions, common items made to count less, nearly as a cosine does. */
export function togetherScores(context: readonly ContextItem[], knowledge: Knowledge): Map<number, number> {
  const scores = new Map<number, number>()
  const { ownPower, otherPower, shrinkage } = togetherRule
  const last = context.filter(({ distance }) => distance < togetherRule.context)
  const items = last.map(({ item }) => item)
  const countOf = knowledge.counts(items)
  const newest = newestOf(items, 'together', knowledge)
  for (const { item, distance, freshness } of last) {
    const together = knowledge.relations(item)?.together
    if (!together || together.length === 0) continue
    const own =
      (freshness * togetherRule.fade ** distance * together.factorAt(newest, togetherRule.decayMs)) /
      (countOf(item) + shrinkage) ** ownPower
    for (let index = 0; index < together.length; index++)
      add(scores, together.id(index), together.weight(index) * own)
  }
  const otherOf = knowledge.counts(scores.keys())
  for (const [item, score] of scores) scores.set(item, score / (otherOf(item) + shrinkage) ** otherPower)
  return scores
}

/** What is bought along with these items, where it was more than once; as a cosine, so that best-sellers do not win. */
export function boughtScores(items: readonly number[], knowledge: Knowledge): Map<number, number> {
  const scores = new Map<number, number>()
  const { decayMs, power, shrinkage, supportLeast } = boughtRule
  const countOf = knowledge.counts(items)
  const newest = newestOf(items, 'bought', knowledge)
  for (const item of items) {
    const bought = knowledge.relations(item)?.bought
    if (!bought) continue
    const factor = bought.factorAt(newest, decayMs)
    for (let index = 0; index < bought.length; index++) {
      const times = bought.weight(index) * factor
      // Half a purchase of slack: two of a quarter ago are still two.
      if (times > supportLeast - 0.5)
        add(scores, bought.id(index), times / (countOf(item) + shrinkage) ** power)
    }
  }
  const otherOf = knowledge.counts(scores.keys())
  for (const [item, score] of scores) scores.set(item, score / (otherOf(item) + shrinkage) ** power)
  return scores
}
