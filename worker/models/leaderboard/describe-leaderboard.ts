import type { LeaderboardContender, LeaderboardResponse } from '../../contract/leaderboard.ts'
import type { BudgetReason } from '../../contract/vocabulary.ts'
import {
  FIRST_STAGE,
  type ContenderState,
  type LeaderboardState,
  type Score,
} from '../../ports/leaderboard-store.ts'
import { bootstrapInterval, mean, percentile } from './measures.ts'
import { pairedGains } from './paired-gains.ts'
import { judgeComparison } from './verdict.ts'

/** Prices are for so many tokens. */
const PRICED_TOKENS = 1_000_000

function budgetSentence(reason: BudgetReason): string {
  switch (reason) {
    case 'day_tokens':
    case 'day_money':
      return "The shop's budget for models is used up for today."
    case 'month_tokens':
    case 'month_money':
      return "The shop's budget for models is used up for this month."
    case 'allowance':
      return "What this installation allows the shop of the platform's model is used up for today."
    case 'price_unknown':
      return 'The budget is a sum of money, and nobody has said what a model costs.'
    case 'shop_rate':
    case 'visitor_rate':
      return 'Models are asked as often as the shop allows.'
  }
}

type Scored = LeaderboardState['scores'][number]

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0)

type Calls = readonly NonNullable<Score['call']>[]

const callsOf = (scores: readonly Scored[]): Calls => scores.flatMap(({ call }) => call ?? [])

/** What holds for any list of scores, of a model or of none. */
function figures(scores: readonly Scored[]) {
  const calls = callsOf(scores)
  const latencies = calls.map(({ latencyMs }) => latencyMs)
  const p50 = percentile(latencies, 0.5)
  const p95 = percentile(latencies, 0.95)
  const count = (outcome: Score['outcome']) => scores.filter((score) => score.outcome === outcome).length
  return {
    n: scores.length,
    ndcg10: scores.length === 0 ? null : mean(scores.map((score) => score.ndcg)),
    agreement: ratio(
      sumOf(scores, ({ concordant }) => concordant),
      sumOf(scores, ({ pairs }) => pairs),
    ),
    judged10: ratio(
      sumOf(scores, ({ judged }) => judged),
      sumOf(scores, ({ shown }) => shown),
    ),
    calls: calls.length,
    latency_ms: p50 === null || p95 === null ? null : { p50, p95 },
    tokens: {
      in: sumOf(calls, ({ tokensIn }) => tokensIn),
      out: sumOf(calls, ({ tokensOut }) => tokensOut),
      counted: calls.every(({ counted }) => counted),
    },
    schema_failures: count('out_of_form'),
    failures: count('failed'),
  }
}

function gainOf(gains: readonly number[]): LeaderboardContender['gain'] {
  const interval = bootstrapInterval(gains)
  return interval && { mean: mean(gains), ...interval }
}

function describeContender(state: LeaderboardState, contender: ContenderState): LeaderboardContender {
  const { id, endpoint, cards, model, owner, price, stopped } = contender
  const scores = state.scores.filter((score) => score.contender === id)
  const gains = pairedGains(state, id).map(({ gain }) => gain)
  const interval = bootstrapInterval(gains)
  const fewer = state.contenders.find((other) => other.endpoint === endpoint && other.cards < cards)
  const over = fewer && gainOf(pairedGains(state, id, fewer.id).map(({ gain }) => gain))
  const of = figures(scores)
  const spent = price && (of.tokens.in * price.input + of.tokens.out * price.output) / PRICED_TOKENS
  return {
    endpoint,
    cards,
    model,
    owner,
    ...of,
    gain: gainOf(gains),
    ...(over ? { over_24: over } : {}),
    cost_per_1000: spent === null || of.n === 0 ? null : (spent / of.n) * 1000,
    verdict: judgeComparison({
      n: gains.length,
      interval,
      isWhole: state.finishedAt !== null && stopped === null,
      ranker: [...new Set([model, ...callsOf(scores).map(({ answeredBy }) => answeredBy)])].filter(Boolean),
      graders: state.graders,
    }),
    ...(stopped === null ? {} : { error: stopped }),
  }
}

const nothing: Omit<LeaderboardResponse, 'gate'> = {
  status: 'none',
  queries: { total: 0, done: 0 },
  graded: { hand: 0, click: 0, model: 0 },
  graders: [],
  contenders: [],
}

const iso = (at: number): string => new Date(at).toISOString()

/**
 * The table a merchant picks a model from. Pure.
 * @param gate what stands before the model in use
 * @param now milliseconds since the epoch
 */
export function describeLeaderboard(
  state: LeaderboardState | null,
  gate: LeaderboardResponse['gate'],
  now: number,
): LeaderboardResponse {
  if (!state) return { ...nothing, gate }
  const { startedAt, finishedAt, pausedUntil, pausedBy, lastError, queries, graded, graders } = state
  const isPaused = finishedAt === null && pausedUntil > now
  const message = isPaused && pausedBy ? budgetSentence(pausedBy) : lastError
  return {
    status: finishedAt !== null ? 'done' : isPaused ? 'paused' : 'running',
    started_at: iso(startedAt),
    ...(finishedAt === null ? {} : { finished_at: iso(finishedAt) }),
    queries,
    graded,
    graders: [...graders],
    ...(isPaused ? { paused_until: iso(pausedUntil) } : {}),
    ...(isPaused && pausedBy ? { paused_by: pausedBy } : {}),
    ...(message ? { message } : {}),
    contenders: [
      {
        endpoint: null,
        cards: null,
        model: null,
        owner: null,
        ...figures(state.scores.filter(({ contender }) => contender === FIRST_STAGE)),
        gain: null,
        cost_per_1000: 0,
        verdict: null,
      },
      ...state.contenders.map((contender) => describeContender(state, contender)),
    ],
    gate,
  }
}
