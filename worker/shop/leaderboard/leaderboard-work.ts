import type { Grade } from '../../contract/leaderboard.ts'
import type { ModelPrice } from '../../contract/models.ts'
import type { ModelOwner } from '../../contract/vocabulary.ts'
import {
  FIRST_STAGE,
  type Contender,
  type LeaderboardTrouble,
  type LeaderboardWork,
  type NewLeaderboard,
  type ScoredQuery,
} from '../../ports/leaderboard-store.ts'
import { learnGates } from '../../models/leaderboard/learn-gate.ts'
import type { RerankCards } from '../../ports/rerank-gate.ts'
import { readGates, writeGates } from '../tables/rerank-gates.ts'
import { pauseAfter } from '../jobs/pause-after.ts'
import { budgetOpens } from '../ledger/budget-opens.ts'
import { awaitLeaderboard, endLeaderboard } from './leaderboard-job.ts'
import { leaderboardState, rerankCards } from './leaderboard-state.ts'
import type { BackgroundRun } from '../jobs/background-run.ts'
import { changeRun, readRun } from './leaderboard-run.ts'

/** How long a query may be out before it is handed out again: longer than a search and one call may take. */
const LEASE_MS = 60_000

/** A consumer that waits a moment is still there; it is given up on a little later. */
const WAITED_FOR_MS = 2_000

/** Calls in a row without an answer after which a contender is left out. */
const FAILURES_MOST = 4

/** Of all contenders, those left out too: scores made on fewer products would have to be forgotten. */
const cardsMost = (sql: SqlStorage): RerankCards =>
  rerankCards(
    sql.exec<{ most: number }>('SELECT max(cards) AS most FROM leaderboard_contender').toArray()[0]?.most ??
      0,
  )

/** Ends the comparison under way, if any, and forgets it. Whoever is at it finds nothing left to do. Must run in a transaction. */
export function forgetLeaderboard(sql: SqlStorage): void {
  for (const table of ['run', 'query', 'contender', 'score']) sql.exec(`DELETE FROM leaderboard_${table}`)
  endLeaderboard(sql)
}

/** Begins a comparison in place of the one that is kept. Must run in a transaction. */
export function beginLeaderboard(sql: SqlStorage, { run, queries, contenders, now }: NewLeaderboard): void {
  forgetLeaderboard(sql)
  sql.exec('INSERT INTO leaderboard_run (only, id, started_at) VALUES (1, ?, ?)', run, now)
  queries.forEach(({ query, grades }, position) => {
    sql.exec(
      'INSERT INTO leaderboard_query (position, query, grades) VALUES (?, ?, ?)',
      position,
      query,
      JSON.stringify(grades),
    )
  })
  contenders.forEach(({ id, endpoint, cards, owner, model, price }, position) => {
    sql.exec(
      `INSERT INTO leaderboard_contender (id, endpoint, cards, position, owner, model, price)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      endpoint,
      cards,
      position,
      owner,
      model,
      price === null ? null : JSON.stringify(price),
    )
  })
  awaitLeaderboard(sql, now)
}

type ContenderRow = {
  id: string
  endpoint: string
  cards: number
  owner: ModelOwner
  model: string
  price: string | null
}

const contendersLeft = (sql: SqlStorage): Contender[] =>
  sql
    .exec<ContenderRow>(
      `SELECT id, endpoint, cards, owner, model, price FROM leaderboard_contender
       WHERE stopped IS NULL ORDER BY position`,
    )
    .toArray()
    .map(({ price, cards, ...row }) => ({
      ...row,
      cards: rerankCards(cards),
      price: price === null ? null : (JSON.parse(price) as ModelPrice),
    }))

type QueryRow = { position: number; query: string; grades: string }

/**
 * Hands out the next query to compare on, and keeps the shop's job at the time when somebody has to come again. Must run
 * in a transaction; the caller arms the alarm.
 */
export function nextLeaderboardWork(sql: SqlStorage, lease: string, now: number): LeaderboardWork {
  const run = readRun(sql)
  const work: LeaderboardWork = run ? findWork(sql, run, lease, now) : { kind: 'done' }
  if (work.kind === 'done') endLeaderboard(sql)
  else awaitLeaderboard(sql, now + (work.kind === 'work' ? LEASE_MS : work.ms) + WAITED_FOR_MS)
  return work
}

function findWork(sql: SqlStorage, run: BackgroundRun, lease: string, now: number): LeaderboardWork {
  if (run.finished_at !== null) return { kind: 'done' }
  const leasedUntil = run.lease === lease ? 0 : run.leased_until
  const until = Math.max(run.paused_until, leasedUntil)
  if (until > now) return { kind: 'wait', ms: until - now }
  const contenders = contendersLeft(sql)
  for (;;) {
    const [row] = sql
      .exec<QueryRow>(
        'SELECT position, query, grades FROM leaderboard_query WHERE done = 0 ORDER BY position LIMIT 1',
      )
      .toArray()
    if (!row || contenders.length === 0) {
      changeRun(sql, { finished_at: now, lease: null, leased_until: 0 })
      const state = leaderboardState(sql)
      if (state) writeGates(sql, learnGates(state, readGates(sql), now))
      return { kind: 'done' }
    }
    const scores = sql
      .exec<{ contender: string; cards: string }>(
        'SELECT contender, cards FROM leaderboard_score WHERE position = ?',
        row.position,
      )
      .toArray()
    const scored = new Set(scores.map(({ contender }) => contender))
    if ([FIRST_STAGE, ...contenders.map(({ id }) => id)].every((id) => scored.has(id))) {
      sql.exec('UPDATE leaderboard_query SET done = 1 WHERE position = ?', row.position)
      continue
    }
    changeRun(sql, { lease, leased_until: now + LEASE_MS })
    const [first] = scores
    return {
      kind: 'work',
      run: run.id,
      position: row.position,
      query: row.query,
      grades: JSON.parse(row.grades) as Grade[],
      contenders,
      cards: cardsMost(sql),
      scored: first ? { cards: first.cards, contenders: [...scored] } : null,
    }
  }
}

/**
 * Keeps scores of a query. Those made on other products are forgotten: all contenders are compared on the same. Must run
 * in a transaction.
 */
export function storeScores(
  sql: SqlStorage,
  { run, position, cards, gap, scores, error }: ScoredQuery,
  now: number,
): void {
  if (readRun(sql)?.id !== run) return
  sql.exec('DELETE FROM leaderboard_score WHERE position = ? AND cards <> ?', position, cards)
  sql.exec('UPDATE leaderboard_query SET gap = ? WHERE position = ?', gap, position)
  for (const { contender, outcome, ndcg, judged, shown, concordant, pairs, call } of scores) {
    sql.exec(
      `INSERT OR REPLACE INTO leaderboard_score
         (position, contender, cards, outcome, ndcg, judged, shown, concordant, pairs,
          latency_ms, tokens_in, tokens_out, counted)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      position,
      contender,
      cards,
      outcome,
      ndcg,
      judged,
      shown,
      concordant,
      pairs,
      call?.latencyMs ?? null,
      call?.tokensIn ?? null,
      call?.tokensOut ?? null,
      call ? Number(call.counted) : null,
    )
    if (outcome === 'failed') countFailure(sql, contender, error ?? '')
    else if (outcome !== 'skipped')
      sql.exec('UPDATE leaderboard_contender SET failures = 0 WHERE id = ?', contender)
    if (call)
      sql.exec('UPDATE leaderboard_contender SET answered_by = ? WHERE id = ?', call.answeredBy, contender)
  }
  changeRun(sql, {
    failures: 0,
    paused_by: null,
    last_error: error ?? null,
    leased_until: now + LEASE_MS,
  })
}

const stop = (sql: SqlStorage, contender: string, error: string): void => {
  sql.exec('UPDATE leaderboard_contender SET stopped = ? WHERE id = ?', error, contender)
}

/** Notes a call without an answer. @returns how many there have been in a row; from the last on it is left out */
function countFailure(sql: SqlStorage, contender: string, error: string): number {
  const [row] = sql
    .exec<{ failures: number }>(
      'UPDATE leaderboard_contender SET failures = failures + 1 WHERE id = ? RETURNING failures',
      contender,
    )
    .toArray()
  const failures = row?.failures ?? 0
  if (failures >= FAILURES_MOST) stop(sql, contender, error)
  return failures
}

/** Notes that a turn brought nothing, and pauses or leaves a contender out. Must run in a transaction. */
export function noteTrouble(sql: SqlStorage, { run: id, now, because }: LeaderboardTrouble): void {
  const run = readRun(sql)
  if (run?.id !== id) return
  // Whoever comes after the pause is another.
  if (because.kind !== 'gone') changeRun(sql, { lease: null, leased_until: 0 })
  switch (because.kind) {
    case 'budget':
      changeRun(sql, { paused_until: budgetOpens(sql, because.reason, now), paused_by: because.reason })
      return
    case 'gone':
      stop(sql, because.contender, because.error)
      return
    case 'model': {
      const failures = countFailure(sql, because.contender, because.error)
      const isLeftOut = failures >= FAILURES_MOST
      changeRun(sql, {
        last_error: because.error,
        paused_by: null,
        paused_until: isLeftOut ? 0 : now + pauseAfter(failures),
      })
      return
    }
    case 'search': {
      const failures = run.failures + 1
      changeRun(sql, {
        failures,
        last_error: because.error,
        paused_by: null,
        paused_until: now + pauseAfter(failures),
      })
    }
  }
}

/** A consumer goes. Must run in a transaction; the caller arms the alarm. */
export function endLeaderboardTurn(sql: SqlStorage, lease: string, more: boolean, now: number): void {
  const run = readRun(sql)
  if (run?.lease === lease) changeRun(sql, { lease: null, leased_until: 0 })
  if (more && run?.finished_at === null) awaitLeaderboard(sql, Math.max(now, run.paused_until))
}
