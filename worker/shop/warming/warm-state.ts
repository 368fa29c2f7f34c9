import type { BackgroundRun } from '../jobs/background-run.ts'
import type { WarmingRun, WarmingState } from '../../ports/warming-store.ts'
import { isWarmingOn, warmingDue } from './warm-job.ts'
import { readWarmRun } from './warm-run.ts'

function outcomesOf(sql: SqlStorage, column: 'expansion' | 'ordering'): WarmingRun['expansions'] {
  const rows = sql
    .exec<{ outcome: string; n: number }>(
      `SELECT ${column} AS outcome, count(*) AS n FROM warm_query WHERE ${column} IS NOT NULL GROUP BY ${column}`,
    )
    .toArray()
  const count = (outcome: string) => rows.find((row) => row.outcome === outcome)?.n ?? 0
  return { made: count('made'), kept: count('kept'), none: count('none'), failed: count('failed') }
}

function runState(sql: SqlStorage, run: BackgroundRun): WarmingRun {
  const queries = sql
    .exec<{ total: number; done: number }>(
      'SELECT count(*) AS total, coalesce(sum(done), 0) AS done FROM warm_query',
    )
    .one()
  const spent = sql
    .exec<{ calls: number; tokens_in: number; tokens_out: number }>(
      `SELECT count(*) AS calls, coalesce(sum(tokens_in), 0) AS tokens_in, coalesce(sum(tokens_out), 0) AS tokens_out
       FROM model_call WHERE request_id = ? AND verdict NOT LIKE 'budget:%'`,
      run.id,
    )
    .one()
  return {
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    pausedUntil: run.paused_until,
    pausedBy: run.paused_by,
    lastError: run.last_error,
    queries,
    expansions: outcomesOf(sql, 'expansion'),
    orders: outcomesOf(sql, 'ordering'),
    calls: spent.calls,
    tokens: { in: spent.tokens_in, out: spent.tokens_out },
  }
}

/** Where the last run stands, with what it has cost by the ledger. For a person to look at. */
export function warmingState(sql: SqlStorage, now: number): WarmingState {
  const run = readWarmRun(sql)
  return {
    run: run && runState(sql, run),
    nextRun: isWarmingOn(sql) && run?.finished_at !== null ? warmingDue(sql, now) : null,
  }
}
