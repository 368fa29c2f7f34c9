import type { Grade } from '../../contract/leaderboard.ts'
import type { ModelPrice } from '../../contract/models.ts'
import type { ModelOwner } from '../../contract/vocabulary.ts'
import type { LeaderboardState, Score } from '../../ports/leaderboard-store.ts'
import type { RerankCards } from '../../ports/rerank-gate.ts'
import { readRun } from './leaderboard-run.ts'

type ContenderRow = {
  id: string
  endpoint: string
  cards: number
  owner: ModelOwner
  model: string
  price: string | null
  stopped: string | null
  answered_by: string | null
}

type ScoreRow = Omit<Score, 'call'> & {
  position: number
  latency_ms: number | null
  tokens_in: number | null
  tokens_out: number | null
  counted: number | null
}

/** A stored number of cards. */
export const rerankCards = (stored: number): RerankCards => (stored > 24 ? 48 : 24)

function gradedBy(lists: readonly (readonly Grade[])[]): Pick<LeaderboardState, 'graded' | 'graders'> {
  const graded = { hand: 0, click: 0, model: 0 }
  const graders = new Set<string>()
  for (const { by, grader } of lists.flat()) {
    graded[by] += 1
    if (grader !== undefined) graders.add(grader)
  }
  return { graded, graders: [...graders] }
}

/** The comparison a shop keeps, with every score; null: none was ever begun. For a person to look at. */
export function leaderboardState(sql: SqlStorage): LeaderboardState | null {
  const run = readRun(sql)
  if (!run) return null
  const queries = sql
    .exec<{ position: number; grades: string; done: number; gap: number | null }>(
      'SELECT position, grades, done, gap FROM leaderboard_query ORDER BY position',
    )
    .toArray()
  const contenders = sql
    .exec<ContenderRow>(
      `SELECT id, endpoint, cards, owner, model, price, stopped, answered_by
       FROM leaderboard_contender ORDER BY position`,
    )
    .toArray()
  const names = new Map(contenders.map(({ id, answered_by }) => [id, answered_by]))
  const scores = sql
    .exec<ScoreRow>(
      `SELECT position, contender, outcome, ndcg, judged, shown, concordant, pairs, latency_ms, tokens_in, tokens_out,
         counted
       FROM leaderboard_score ORDER BY position`,
    )
    .toArray()
  return {
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    pausedUntil: run.paused_until,
    pausedBy: run.paused_by,
    lastError: run.last_error,
    ...gradedBy(queries.map(({ grades }) => JSON.parse(grades) as Grade[])),
    queries: { total: queries.length, done: queries.filter(({ done }) => done === 1).length },
    gaps: queries.flatMap(({ position, gap }) => (gap === null ? [] : [{ position, gap }])),
    contenders: contenders.map(({ id, endpoint, cards, owner, model, price, stopped }) => ({
      id,
      endpoint,
      cards: rerankCards(cards),
      owner,
      model,
      price: price === null ? null : (JSON.parse(price) as ModelPrice),
      stopped,
    })),
    scores: scores.map(({ latency_ms, tokens_in, tokens_out, counted, ...score }) => ({
      ...score,
      call:
        latency_ms === null
          ? null
          : {
              latencyMs: latency_ms,
              tokensIn: tokens_in ?? 0,
              tokensOut: tokens_out ?? 0,
              counted: counted === 1,
              answeredBy: names.get(score.contender) ?? '',
            },
    })),
  }
}
