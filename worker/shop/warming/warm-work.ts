import type { BackgroundRun } from '../jobs/background-run.ts'
import type { WarmingReport, WarmingTrouble, WarmingWork, WarmPass } from '../../ports/warming-store.ts'
import { pauseAfter } from '../jobs/pause-after.ts'
import { budgetOpens } from '../ledger/budget-opens.ts'
import { writeExpansion } from '../tables/expansions.ts'
import { writeOrder } from '../tables/warm-orders.ts'
import { awaitWarming, endWarming, isWarmingOn, warmingDue } from './warm-job.ts'
import { beginWarmRun, changeWarmRun, readWarmRun } from './warm-run.ts'

/** How long a query may be out before it is handed out again: longer than a search and one call may take. */
const LEASE_MS = 60_000

/** A consumer that waits a moment is still there; it is given up on a little later. */
const WAITED_FOR_MS = 2_000

/** Times in a row that nothing could be had after which a run ends: the next one may be luckier. */
const FAILURES_MOST = 8

/** Answers to one query that came too late, after which it is left out. */
const LATE_MOST = 2

/**
 * Hands out the next query to think about, and keeps the shop's job at the time when somebody has to come again. Begins
 * a run where one is due. Must run in a transaction; the caller arms the alarm.
 */
export function nextWarming(sql: SqlStorage, lease: string, now: number): WarmingWork {
  if (!isWarmingOn(sql)) {
    endWarming(sql)
    return { kind: 'done' }
  }
  const work = findWork(sql, dueRun(sql, now), lease, now)
  if (work.kind === 'done') awaitWarming(sql, warmingDue(sql, now))
  else awaitWarming(sql, now + (work.kind === 'work' ? LEASE_MS : work.ms) + WAITED_FOR_MS)
  return work
}

/** The run under way, or a new one when its time has come; null: there is nothing to do until then. */
function dueRun(sql: SqlStorage, now: number): BackgroundRun | null {
  const run = readWarmRun(sql)
  if (run?.finished_at === null) return run
  if (warmingDue(sql, now) > now) return null
  beginWarmRun(sql, now)
  return readWarmRun(sql)
}

type QueryRow = {
  position: number
  market: string
  query: string
  wants_order: number
  cards: string | null
  passes: string
}

function findWork(sql: SqlStorage, run: BackgroundRun | null, lease: string, now: number): WarmingWork {
  if (!run) return { kind: 'done' }
  const leasedUntil = run.lease === lease ? 0 : run.leased_until
  const until = Math.max(run.paused_until, leasedUntil)
  if (until > now) return { kind: 'wait', ms: until - now }
  const [row] = sql
    .exec<QueryRow>(
      `SELECT position, market, query, wants_order, cards, passes FROM warm_query
       WHERE done = 0 ORDER BY position LIMIT 1`,
    )
    .toArray()
  if (!row) {
    finish(sql, now)
    return { kind: 'done' }
  }
  changeWarmRun(sql, { lease, leased_until: now + LEASE_MS })
  return {
    kind: 'work',
    run: run.id,
    position: row.position,
    market: row.market,
    query: row.query,
    wantsOrder: row.wants_order === 1,
    passes:
      row.cards === null ? null : { cards: row.cards, orders: JSON.parse(row.passes) as readonly WarmPass[] },
  }
}

const finish = (sql: SqlStorage, now: number): void =>
  changeWarmRun(sql, { finished_at: now, lease: null, leased_until: 0, paused_until: 0, paused_by: null })

/** Keeps what came of a query. Words and orders are true whatever run they come from. Must run in a transaction. */
export function takeWarmingReport(sql: SqlStorage, { run, position, now, step }: WarmingReport): void {
  if (step.kind === 'words') writeExpansion(sql, step.key, step.words, now)
  if (step.kind === 'order') writeOrder(sql, step.key, step, now)
  if (readWarmRun(sql)?.id !== run) return
  if (step.kind === 'trouble') {
    noteTrouble(sql, position, step.because, now)
    return
  }
  switch (step.kind) {
    case 'words':
      sql.exec(`UPDATE warm_query SET expansion = 'made' WHERE position = ?`, position)
      break
    case 'pass': {
      const order = JSON.stringify(step.order)
      // Passes of other cards are forgotten: only those of the same can be merged.
      sql.exec(
        `UPDATE warm_query SET cards = ?1, passes = CASE
           WHEN cards = ?1 THEN json_insert(passes, '$[#]', json(?2)) ELSE json_array(json(?2)) END
         WHERE position = ?3`,
        step.cards,
        order,
        position,
      )
      break
    }
    case 'order':
      sql.exec(`UPDATE warm_query SET ordering = 'made' WHERE position = ?`, position)
      break
    case 'done':
      endQuery(sql, position, step)
      break
  }
  changeWarmRun(sql, { failures: 0, paused_by: null, last_error: null, leased_until: now + LEASE_MS })
}

function endQuery(
  sql: SqlStorage,
  position: number,
  { expansion, ordering }: { readonly expansion: string; readonly ordering: string },
): void {
  sql.exec(
    `UPDATE warm_query SET done = 1, expansion = coalesce(expansion, ?), ordering = coalesce(ordering, ?)
     WHERE position = ?`,
    expansion,
    ordering,
    position,
  )
}

/** Pauses, leaves a query out, or ends the run. */
function noteTrouble(sql: SqlStorage, position: number, because: WarmingTrouble, now: number): void {
  // Whoever comes after the pause is another.
  changeWarmRun(sql, { lease: null, leased_until: 0 })
  if (because.kind === 'budget') {
    changeWarmRun(sql, { paused_until: budgetOpens(sql, because.reason, now), paused_by: because.reason })
    return
  }
  const failures = (readWarmRun(sql)?.failures ?? 0) + 1
  changeWarmRun(sql, {
    failures,
    last_error: because.error,
    paused_by: null,
    paused_until: now + pauseAfter(failures),
  })
  if (because.kind === 'model' && because.isLate) {
    const { failures: late } = sql
      .exec<{ failures: number }>(
        'UPDATE warm_query SET failures = failures + 1 WHERE position = ? RETURNING failures',
        position,
      )
      .one()
    if (late >= LATE_MOST) endQuery(sql, position, { expansion: 'failed', ordering: 'failed' })
  }
  if (failures >= FAILURES_MOST) finish(sql, now)
}

/** A consumer goes. Must run in a transaction; the caller arms the alarm. */
export function endWarmingTurn(sql: SqlStorage, lease: string, more: boolean, now: number): void {
  const run = readWarmRun(sql)
  if (run?.lease === lease) changeWarmRun(sql, { lease: null, leased_until: 0 })
  if (!more) endWarming(sql)
  else if (run?.finished_at === null) awaitWarming(sql, Math.max(now, run.paused_until))
}

/** The merchant wants it now: a pause ends, or a new run begins. Must run in a transaction; the caller arms the alarm. */
export function startWarming(sql: SqlStorage, now: number): void {
  if (readWarmRun(sql)?.finished_at === null)
    changeWarmRun(sql, { paused_until: 0, paused_by: null, failures: 0, last_error: null })
  else beginWarmRun(sql, now)
  awaitWarming(sql, now)
}
