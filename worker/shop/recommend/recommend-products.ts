import type {
  RecommendContext,
  RecommendReason,
  RecommendRules,
  RecommendedProduct,
} from '../../ports/recommender.ts'
import { diversify } from '../../recommend/diversify.ts'
import { kinds } from '../../recommend/event-kinds.ts'
import { explore } from '../../recommend/explore.ts'
import { itemOfStep, kindOfStep, STEPS_MOST } from '../../recommend/packed-steps.ts'
import { boughtScores } from '../../recommend/pair-scores.ts'
import { presets } from '../../recommend/presets.ts'
import { applyGate } from '../../recommend/repeat-gate.ts'
import { scoreCandidates } from '../../recommend/score-candidates.ts'
import type { RecMemory } from './rec-memory.ts'
import type { RecModel } from './rec-model.ts'
import { readSessionsByKey } from './rec-rows.ts'
import { popularProducts, showableItems, type Showable } from './showable.ts'

/** Candidates looked up in the catalogue at once beyond those needed: some may not be shown. */
const SPARE = 20

/** Candidates that a more varied or exploring list is chosen from, for each place of it. */
const CHOICE = 5

interface Chosen extends Showable {
  readonly score: number
  readonly reason: RecommendReason
}

interface Wanted {
  readonly k: number
  readonly rules: RecommendRules
  /** Items that are left out, and ids of products that are. */
  readonly items: ReadonlySet<number>
  readonly ids: ReadonlySet<string>
  readonly reason: RecommendReason
  readonly random: () => number
}

/** The best that may be shown, best first, filled with what is popular. */
function choose(sql: SqlStorage, scores: ReadonlyMap<number, number>, wanted: Wanted): Chosen[] {
  const { k, rules, reason } = wanted
  const isLeftOut = ({ item, id }: Showable) => wanted.items.has(item) || wanted.ids.has(id)
  const needed = rules.diversity === null && rules.exploration === 0 ? k : k * CHOICE
  const ranked = [...scores]
    .filter(([item, score]) => score > 0 && !wanted.items.has(item))
    .sort(([a, left], [b, right]) => right - left || b - a)
  const chosen: Chosen[] = []
  const atOnce = needed + SPARE
  for (let from = 0; from < ranked.length && chosen.length < needed; from += atOnce) {
    const some = ranked.slice(from, from + atOnce)
    const showable = showableItems(
      sql,
      some.map(([item]) => item),
      rules,
    )
    for (const [item, score] of some) {
      const product = showable.get(item)
      if (product && !isLeftOut(product)) chosen.push({ ...product, score, reason })
    }
  }
  if (chosen.length >= k) return chosen.slice(0, needed)
  const there = new Set(chosen.map(({ item }) => item))
  for (const product of popularProducts(sql, k + there.size + wanted.items.size + wanted.ids.size, rules)) {
    if (chosen.length >= k) break
    if (!there.has(product.item) && !isLeftOut(product))
      chosen.push({ ...product, score: 0, reason: 'popular' })
  }
  return chosen
}

/** Cuts a list to what is shown: more varied and now and then something else, where the rules say so. */
function show(chosen: readonly Chosen[], { k, rules, random }: Wanted): RecommendedProduct[] {
  const listed = rules.diversity === null ? chosen.slice(0, k) : diversify(chosen, k, rules.diversity)
  const isListed = new Set(listed)
  const others = chosen.filter((one) => !isListed.has(one))
  return explore(listed, others, rules.exploration, random).map(({ entry, explored, propensity }) => ({
    id: entry.id,
    score: entry.score,
    reason: explored ? 'explored' : entry.reason,
    propensity,
  }))
}

export interface Asked {
  readonly k: number
  readonly rules: RecommendRules
  /** Numbers from 0 up to 1; used where the rules want something tried. */
  readonly random: () => number
}

/**
 * What a shopper with this session may want next: the one path of blocks and of the evaluation. Reads the context's items
 * in one query, the neighbour sessions in another, and looks the best up in the live catalogue.
 */
export function recommendForSession(
  sql: SqlStorage,
  memory: RecMemory,
  model: RecModel,
  context: RecommendContext,
  { k, rules, random }: Asked,
): RecommendedProduct[] {
  const steps = context.recent.slice(-STEPS_MOST)
  const { current } = context
  const last = steps.at(-1)
  if (current !== null && last?.product !== current) steps.push({ product: current, at: last?.at ?? 0 })
  const products = steps.map(({ product }) => product)
  memory.loadContext([...new Set(products)])
  const seen = steps.flatMap(({ product, at }) => {
    const item = memory.item(product)?.id
    return item === undefined ? [] : [{ item, at }]
  })
  const items = seen.map(({ item }) => item)
  const [own] = context.session === null ? [] : readSessionsByKey(sql, [context.session])
  const preset = presets.find(({ name }) => name === model.pool.chosen) ?? presets[0]
  const scores = scoreCandidates({ seen, own: own?.id ?? null }, preset, memory)
  const leftOut = new Set<number>()
  if (rules.repeats === 'leave_out') {
    for (const item of items) leftOut.add(item)
    for (const step of own?.steps ?? [])
      if (kindOfStep(step) === kinds.purchase) leftOut.add(itemOfStep(step))
  } else applyGate(scores, items, model.gate)
  const wanted: Wanted = { k, rules, items: leftOut, ids: new Set(rules.exclude), reason: 'session', random }
  return show(choose(sql, scores, wanted), wanted)
}

/** What is bought along with these products; nothing where orders do not say. */
export function recommendFromOrders(
  sql: SqlStorage,
  memory: RecMemory,
  products: readonly string[],
  { k, rules, random }: Asked,
): RecommendedProduct[] {
  memory.loadContext([...new Set(products)])
  const items = products.flatMap((product) => memory.item(product)?.id ?? [])
  const scores = boughtScores(items, memory)
  const wanted: Wanted = {
    k,
    rules,
    items: new Set(items),
    ids: new Set(rules.exclude),
    reason: 'orders',
    random,
  }
  return show(
    choose(sql, scores, wanted).filter(({ reason }) => reason === 'orders'),
    wanted,
  )
}
