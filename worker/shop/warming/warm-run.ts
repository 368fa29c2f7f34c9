import { judgeClaim } from '../../claims/judge-claim.ts'
import { WARMING } from '../../contract/vocabulary.ts'
import { pickQueries } from '../../warming/pick-queries.ts'
import { changeBackgroundRun, readBackgroundRun, type BackgroundRun } from '../jobs/background-run.ts'
import { blockedBy, readQueryLists } from '../tables/query-lists.ts'
import { headQueries } from '../tables/query-visits.ts'

/** The last run of a shop; null: there was none. */
export const readWarmRun = (sql: SqlStorage): BackgroundRun | null => readBackgroundRun(sql, 'warm_run')

export const changeWarmRun = (sql: SqlStorage, changes: Partial<BackgroundRun>): void =>
  changeBackgroundRun(sql, 'warm_run', changes)

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
