import { WARMING, type BudgetReason } from '../contract/vocabulary.ts'
import type { WarmingStatus } from '../contract/warming.ts'
import type { WarmingRun, WarmingState } from '../ports/warming-store.ts'

const share = `${WARMING.budgetShare * 100} %`

function pauseSentence(reason: BudgetReason): string {
  switch (reason) {
    case 'day_tokens':
    case 'day_money':
      return `${share} of the shop's budget for models is used for today; the rest is left to shoppers.`
    case 'month_tokens':
    case 'month_money':
      return `${share} of the shop's budget for models is used for this month; the rest is left to shoppers.`
    case 'allowance':
      return `${share} of what this installation allows the shop of the platform's model is used for today; the rest is left to shoppers.`
    case 'price_unknown':
      return 'The budget is a sum of money, and nobody has said what the model costs.'
    case 'shop_rate':
    case 'visitor_rate':
      return 'Models are asked as often as the shop allows.'
  }
}

const none: Pick<WarmingStatus, 'queries' | 'expansions' | 'orders' | 'failed' | 'calls' | 'tokens'> = {
  queries: { total: 0, done: 0 },
  expansions: { made: 0, kept: 0 },
  orders: { made: 0, kept: 0 },
  failed: 0,
  calls: 0,
  tokens: { in: 0, out: 0 },
}

const timeOf = (ms: number): string => new Date(ms).toISOString()

function stateOf({ finishedAt, pausedUntil }: WarmingRun, isAtWork: boolean, now: number) {
  if (finishedAt !== null || !isAtWork) return 'idle'
  return pausedUntil > now ? 'paused' : 'running'
}

function describeRun(run: WarmingRun, isAtWork: boolean, now: number) {
  const { expansions, orders, queries, calls, tokens, startedAt, finishedAt, pausedUntil } = run
  const state = stateOf(run, isAtWork, now)
  return {
    state,
    queries,
    expansions: { made: expansions.made, kept: expansions.kept },
    orders: { made: orders.made, kept: orders.kept },
    failed: expansions.failed + orders.failed,
    calls,
    tokens,
    started_at: timeOf(startedAt),
    ...(finishedAt === null ? {} : { finished_at: timeOf(finishedAt) }),
    ...(state === 'paused' ? { paused_until: timeOf(pausedUntil) } : {}),
    ...(state === 'paused' && run.pausedBy
      ? { paused_by: run.pausedBy, message: pauseSentence(run.pausedBy) }
      : {}),
    ...(run.lastError === null ? {} : { last_error: run.lastError }),
  } satisfies Partial<WarmingStatus>
}

/** What a merchant is told. Pure. `now`: milliseconds since the epoch. */
export function describeWarming(
  { run, nextRun }: WarmingState,
  { enabled, configured }: Pick<WarmingStatus, 'enabled' | 'configured'>,
  now: number,
): WarmingStatus {
  const isAtWork = enabled && Object.values(configured).some((model) => model !== null)
  return {
    enabled,
    configured,
    state: 'idle',
    ...none,
    ...(run && describeRun(run, isAtWork, now)),
    ...(nextRun === null || !isAtWork ? {} : { next_run: timeOf(nextRun) }),
  }
}
