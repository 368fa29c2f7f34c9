import type { SearchPlan } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import {
  applyRules,
  hiddenProducts,
  wantedPins,
  type Merchandised,
} from '../../search/merchandise/apply-rules.ts'
import { QueryShape } from '../../search/merchandise/query-shape.ts'
import type { Occasion, ReadyRule } from '../../search/merchandise/rule-holds.ts'
import { judgeWishes } from '../../search/rank/apply-wishes.ts'
import type { Candidate } from '../../search/rank/candidate.ts'
import { tierOf, type Ranked } from '../../search/rank/rank-candidates.ts'
import { candidatesById } from './find-candidates.ts'
import { restrictionOf } from './restriction.ts'
import type { Shelf } from './shelf.ts'
import type { Tuning } from './tuning.ts'

interface TunedShelf extends Shelf {
  readonly currency: string
  readonly tuning: Tuning
}

const asIs = (ranked: readonly Ranked[]): Merchandised => ({
  ranked,
  pinned: [],
  redirect: null,
  banners: [],
  hidden: 0,
  added: 0,
  factors: new Map(),
  trace: [],
})

/** Lays the merchant's rules over a ranked list; see `applyRules`. */
export function merchandise(
  shelf: TunedShelf,
  plan: SearchPlan,
  wishes: readonly Wish[],
  {
    ranked,
    byPlace,
    shown,
  }: {
    readonly ranked: readonly Ranked[]
    /** True where no words were scored. */
    readonly byPlace: boolean
    /** The query as it was mended; null when it stands as typed. */
    readonly shown: string | null
  },
): Merchandised {
  const rules = plan.rules ? shelf.tuning.ready(plan.rules) : shelf.tuning.rules
  if (rules.length === 0) return asIs(ranked)
  const isSorted = plan.sort !== 'relevance' || wishes.some(({ effect }) => effect.type === 'sort')
  const occasion: Occasion = {
    now: plan.now,
    market: plan.market,
    categories: plan.filters.category,
    query:
      plan.query.trim() === ''
        ? null
        : new QueryShape(
            plan.understanding.words.map(({ text }) => text),
            ...(shown === null ? [] : [shown.split(' ')]),
          ),
  }
  const listed = new Set(ranked.map(({ candidate }) => candidate.id))
  const missing = isSorted ? [] : wantedPins(rules, occasion).filter((id) => !listed.has(id))
  const guests = missing.length === 0 ? [] : readGuests(shelf, plan, wishes, missing)
  const tier = tierOf(wishes, plan.soldOut)
  const below = plan.filters.price === undefined ? 0 : UNKNOWN_PRICE_TIER
  return applyRules({
    rules,
    occasion,
    ranked,
    guests,
    meaning: {
      now: plan.now,
      currency: shelf.currency,
      marginOf: usesMargin(rules)
        ? marginsOf(
            shelf.sql,
            [...ranked, ...guests].map(({ candidate }) => candidate),
          )
        : () => null,
    },
    isSorted,
    isFirstPage: plan.offset === 0,
    tier: (entry) => tier(entry) + (entry.candidate.price === null ? below : 0),
    byPlace,
    traces: plan.explain,
  })
}

/** Those of some products that no rule hides on an occasion, in their order. */
export function withoutHidden(
  { sql, currency, tuning: { rules } }: Pick<TunedShelf, 'sql' | 'currency' | 'tuning'>,
  occasion: Occasion,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (rules.length === 0) return candidates
  const hidden = hiddenProducts(rules, occasion, candidates, {
    now: occasion.now,
    currency,
    marginOf: usesMargin(rules) ? marginsOf(sql, candidates) : () => null,
  })
  return hidden.size === 0 ? candidates : candidates.filter(({ id }) => !hidden.has(id))
}

/** Below every other part of the list: a price filter lets products without a price through, behind the rest. */
const UNKNOWN_PRICE_TIER = 4

const unscored = (candidate: Candidate): Ranked => ({
  candidate,
  score: { total: 0, coverage: 0, named: 0 },
  value: 0,
  known: 0,
  near: 0,
  met: [],
  unknown: [],
})

/** Pinned products that no word found: within the same restriction as everything else, and never what was excluded. */
function readGuests(
  shelf: Shelf,
  plan: SearchPlan,
  wishes: readonly Wish[],
  ids: readonly string[],
): Ranked[] {
  const hard = wishes.filter((wish) => wish.hard)
  const found = candidatesById(shelf, ids, restrictionOf(plan, wishes))
  const judged = judgeWishes(hard, found)
  return found
    .filter((_, index) => !judged.some(({ removes, verdicts }) => removes && verdicts[index] === 'violates'))
    .map(unscored)
}

const usesMargin = (rules: readonly ReadyRule[]): boolean =>
  rules.some(
    ({ rule }) =>
      rule.enabled && rule.then.some((action) => 'where' in action && action.where.margin !== undefined),
  )

/** Margins of listed products: as the shop states them, else from cost and price. They leave this object with nothing. */
function marginsOf(
  sql: SqlStorage,
  candidates: readonly Candidate[],
): (candidate: Candidate) => number | null {
  const costs = new Map(
    sql
      .exec<{ row: number; cost: number | null; margin: number | null }>(
        'SELECT c.row, c.cost, c.margin FROM json_each(?) JOIN product_cost c ON c.row = value',
        JSON.stringify(candidates.map(({ row }) => row)),
      )
      .toArray()
      .map(({ row, ...cost }) => [row, cost]),
  )
  return ({ row, price }) => {
    const known = costs.get(row)
    if (!known) return null
    if (known.margin !== null) return known.margin
    return known.cost === null || price === null || price === 0 ? null : (price - known.cost) / price
  }
}
