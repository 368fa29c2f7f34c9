import type { SoldOutPolicy, Sort } from '../../contract/vocabulary.ts'
import type { Wish } from '../../ports/understanding.ts'
import { judgeWishes, type Verdict } from './apply-wishes.ts'
import type { Candidate } from './candidate.ts'
import { knowledgePart, type Knowledge } from './knowledge-part.ts'
import { semanticPart } from './fuse-semantic.ts'
import { namedKind } from './named-kind.ts'
import type { FusedFind } from '../outside/fuse-arms.ts'
import { outsideValue } from './outside-value.ts'
import { titleRun } from './title-run.ts'
import { Scorer, type Score, type SearchTerm, type Statistics } from './score.ts'

export interface RankRequest {
  /** The whole query, folded. */
  readonly query: string
  readonly terms: readonly SearchTerm[]
  readonly statistics: Statistics
  /** One of these terms that has scored some of the products before. */
  readonly scorer?: Scorer
  /** See `namedKind`. */
  readonly inCategoryMost?: ((term: SearchTerm) => number) | undefined
  readonly wishes: readonly Wish[]
  readonly knowledge?: Knowledge
  readonly sort: Sort
  readonly soldOut: SoldOutPolicy
  /** How well a search server found a product, by row; absent where the shop's own index found them. */
  readonly outside?: ReadonlyMap<number, FusedFind> | undefined
  /** How near in meaning products are, by row, 0 to 1; absent where vectors took no part. */
  readonly nearness?: ReadonlyMap<number, number>
}

export interface Ranked {
  readonly candidate: Candidate
  readonly score: Score
  /** After wishes: what the order goes by. */
  readonly value: number
  /** What knowledge of the query's concepts added, in best text scores. */
  readonly known: number
  /** What nearness in meaning added, in best text scores. */
  readonly near: number
  /** Removed products are not listed; these wishes are met. */
  readonly met: readonly string[]
  /** Does not state what a hard wish asks about: kept, below those that do. */
  readonly unknown: readonly string[]
}

/** A product that states what was wished for is lifted by this much; one that states otherwise, and may stay, sinks. */
const SOFT_LIFT = 1.3
/** A description that speaks of what was excluded: doubt ranks lower, it does not hide. */
const DOUBT = 0.5

function liftOf(verdict: Verdict | undefined): number {
  switch (verdict) {
    case 'meets':
      return SOFT_LIFT
    case 'violates':
      return 1 / SOFT_LIFT
    case 'doubtful':
      return DOUBT
    case 'unknown':
    case undefined:
      return 1
  }
}

/** The query names a kind of goods the shop has, and this product is of another. */
const OTHER_KIND = 0.6

/** Below this share of the best text score a product is a chance match, not a result. */
const FLOOR = 0.1
/** Orders other than relevance show the list's tail first, so it must hold good matches only. */
const FLOOR_WHEN_SORTED = 0.35

/** A product that serves what was asked for is no chance match, though it has none of the words. */
const KNOWN_LEAST = 0.1

const wantsOrder = (sort: Sort, wishes: readonly Wish[]): Sort => {
  if (sort !== 'relevance') return sort
  const wish = wishes.find(({ effect }) => effect.type === 'sort')
  return wish?.effect.type === 'sort' ? wish.effect.sort : sort
}

const nullsLast = (left: number | null, right: number | null, direction: 1 | -1): number => {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  return (left - right) * direction
}

/** Bayesian mean: few ratings pull towards 3.5, so that one five-star review does not win. */
const steadyRating = ({ rating, ratingCount }: Candidate) =>
  rating === null ? 0 : (rating * ratingCount + 3.5 * 5) / (ratingCount + 5)

function compare(sort: Sort): (left: Ranked, right: Ranked) => number {
  const byValue = (left: Ranked, right: Ranked) =>
    right.value - left.value || (left.candidate.id < right.candidate.id ? -1 : 1)
  const first = (key: (left: Candidate, right: Candidate) => number) => (left: Ranked, right: Ranked) =>
    key(left.candidate, right.candidate) || byValue(left, right)
  switch (sort) {
    case 'price_asc':
      return first((left, right) => nullsLast(left.price, right.price, 1))
    case 'price_desc':
      return first((left, right) => nullsLast(left.price, right.price, -1))
    case 'newest':
      return first((left, right) => nullsLast(left.createdAt, right.createdAt, -1))
    case 'rating':
      return first((left, right) => steadyRating(right) - steadyRating(left))
    case 'popular':
      return first((left, right) => right.ratingCount - left.ratingCount)
    case 'relevance':
      return byValue
  }
}

/** Share of the query that title, brand and category hold when a product is asked for by name. */
const ASKED_BY_NAME = 0.95

/** A title with the query in it word by word stands before those that merely have the words. */
const TITLE_RUN = 1.5

/** A sold-out product keeps its place when it is asked for by name. */
const isAskedByName = ({ score }: Ranked) => score.named >= ASKED_BY_NAME

/** Which part of the list a product belongs to, the first part 0: sold-out goods last, unknown prices below a budget's matches. */
export function tierOf(wishes: readonly Wish[], soldOut: SoldOutPolicy): (ranked: Ranked) => number {
  const unknownPrice = new Set(wishes.filter(({ effect }) => effect.type === 'price').map(({ id }) => id))
  return (ranked) => {
    const soldOutLast =
      soldOut === 'last' && ranked.candidate.availability === 'out_of_stock' && !isAskedByName(ranked) ? 2 : 0
    return soldOutLast + (ranked.unknown.some((id) => unknownPrice.has(id)) ? 1 : 0)
  }
}

/** Of a search without wishes; never written to. */
const none: string[] = []

/** Adds what a search server knows and our texts do not; a product that has the words is ranked by them alone. */
function withOutside(
  kept: readonly Ranked[],
  outside: ReadonlyMap<number, FusedFind> | undefined,
  best: number,
): readonly Ranked[] {
  if (!outside) return kept
  return kept.map((ranked) => {
    const found = outside.get(ranked.candidate.row)
    if (!found || ranked.score.total > 0) return ranked
    return { ...ranked, value: outsideValue(ranked.value, found.worth, best) }
  })
}

/** Candidates in the order a shopper sees them; those a hard wish rules out are gone. Pure and stable. */
export function rankCandidates(candidates: readonly Candidate[], request: RankRequest): Ranked[] {
  const { terms, wishes, soldOut, knowledge } = request
  const scorer = request.scorer ?? Scorer.of(terms, request.statistics)
  const scored = candidates.map((candidate) => ({ candidate, score: scorer.score(candidate.vector) }))
  // Whether a field is mostly stated is judged by the best.
  if (wishes.length > 0) scored.sort((left, right) => right.score.total - left.score.total)
  const judged = judgeWishes(
    wishes,
    scored.map(({ candidate }) => candidate),
  )

  const isOfNamedKind = namedKind(terms, candidates, request.inCategoryMost)
  const holdsQuery = titleRun(request.query)
  const bestText = scored.reduce((most, { score }) => Math.max(most, score.total), 0)
  const kept: Ranked[] = []
  scored.forEach(({ candidate, score }, index) => {
    let value = score.total
    const met: string[] = judged.length === 0 ? none : []
    const unknown: string[] = judged.length === 0 ? none : []
    for (const { ids, type, removes, verdicts } of judged) {
      const verdict = verdicts[index]
      if (verdict === 'violates' && removes) return
      if (verdict === 'meets') met.push(...ids)
      if (verdict === 'unknown' && removes) unknown.push(...ids)
      // Every product that is left meets a limit or has no price; it says nothing about fit.
      if (type === 'price' && removes) continue
      value *= liftOf(verdict)
    }
    if (isOfNamedKind && !isOfNamedKind(candidate)) value *= OTHER_KIND
    // Only a product that has all the words can hold them in a run: the rest need not be looked at.
    if (holdsQuery && score.named >= ASKED_BY_NAME && holdsQuery(candidate)) {
      value = Math.max(value, score.total) * TITLE_RUN
    }
    const known = knowledge ? knowledgePart(candidate, knowledge) : 0
    const near = semanticPart(request.nearness?.get(candidate.row) ?? 0)
    // Together at most what the best text has; where no word matches anything, they are all there is.
    value += Math.min(1, known + near) * (bestText > 0 ? bestText : 1)
    if (candidate.availability === 'out_of_stock' && soldOut === 'hidden') return
    kept.push({ candidate, score, value, known, near, met, unknown })
  })

  const sort = wantsOrder(request.sort, wishes)
  // By what the texts say alone: a product that a wish lifts must not push others under the floor.
  const best = kept.reduce((most, { score }) => Math.max(most, score.total), 0)
  const floor = best * (sort === 'relevance' ? FLOOR : FLOOR_WHEN_SORTED)
  const inOrder = withOutside(kept, request.outside, best)
    .filter(({ score, known, near, value, candidate }) => {
      const isFoundOutside = value >= floor && request.outside?.has(candidate.row) === true
      return score.total >= floor || known + near >= KNOWN_LEAST || isFoundOutside
    })
    .sort(compare(sort))

  const tier = tierOf(wishes, soldOut)
  const tiers = new Map<number, Ranked[]>()
  for (const ranked of inOrder) {
    const of = tier(ranked)
    const held = tiers.get(of)
    if (held) held.push(ranked)
    else tiers.set(of, [ranked])
  }
  return [...tiers].sort(([left], [right]) => left - right).flatMap(([, ranked]) => ranked)
}
