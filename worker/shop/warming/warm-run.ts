import { judgeClaim } from '../../claims/judge-claim.ts'
import { WARMING, type BudgetReason } from '../../contract/vocabulary.ts'
import { pickQueries } from '../../warming/pick-queries.ts'
import { blockedBy, readQueryLists } from '../tables/query-lists.ts'
import { headQueries } from '../tables/query-visits.ts'

/** The last run of a shop. Times are milliseconds since the epoch. */
export interface WarmRun {
  readonly id: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly paused_until: number
  readonly paused_by: BudgetReason | null
  readonly lease: string | null
  readonly leased_until: number
  /** Times in a row that nothing could be had. */
  readonly failures: number
  readonly last_error: string | null
}

type Columns = { [Name in keyof WarmRun]: WarmRun[Name] }

export const readWarmRun = (sql: SqlStorage): WarmRun | null =>
  sql
    .exec<Columns>(
      `SELECT id, started_at, finished_at, paused_until, paused_by, lease, leased_until, failures, last_error
       FROM warm_run`,
    )
    .toArray()[0] ?? null

export function changeWarmRun(sql: SqlStorage, changes: Partial<WarmRun>): void {
  const names = Object.keys(changes) as (keyof WarmRun)[]
  // Names come from the interface above, never from a caller's text.
  const set = names.map((name) => `${name} = ?`).join(', ')
  sql.exec(`UPDATE warm_run SET ${set}`, ...names.map((name) => changes[name] ?? null))
}

/** Blocked ones and those that are no longer sold to are read past. */
const HEADS_READ = WARMING.queries * 2

/**
 * Begins a run in place of the last, with what shoppers search for most: only what may be suggested to others, for a
 * model is told it. Must run in a transaction.
 */
export function beginWarmRun(sql: SqlStorage, now: number): void {
  const { queries: blocked, popular: own } = readQueryLists(sql)
  const picked = pickQueries(
    {
      markets: sql
        .exec<{ id: string }>('SELECT id FROM market ORDER BY position')
        .toArray()
        .map(({ id }) => id),
      own,
      popular: headQueries(sql, HEADS_READ).filter(
        ({ query }) => judgeClaim({ text: query, product: null, source: 'shoppers' }).display,
      ),
      isBlocked: blockedBy(blocked),
    },
    WARMING,
  )
  sql.exec('DELETE FROM warm_run')
  sql.exec('DELETE FROM warm_query')
  sql.exec(
    'INSERT INTO warm_run (only, id, started_at) VALUES (1, ?, ?)',
    `warming:${crypto.randomUUID()}`,
    now,
  )
  picked.forEach(({ market, query, wantsOrder }, position) => {
    sql.exec(
      'INSERT INTO warm_query (position, market, query, wants_order) VALUES (?, ?, ?, ?)',
      position,
      market,
      query,
      wantsOrder ? 1 : 0,
    )
  })
}
