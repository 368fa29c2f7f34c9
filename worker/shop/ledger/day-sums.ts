import type { ModelDay } from '../../contract/ledger.ts'
import { LEDGER, type ModelOwner, type ModelPurpose } from '../../contract/vocabulary.ts'
import { NANO, type Amount, type Spending } from '../../metering/budget.ts'
import { dayOn } from '../../shops/market-clock.ts'
import { shopZone, type ShopClock } from './shop-clock.ts'

/** Whose sum a call is part of. */
export type SumKey = {
  readonly day: string
  readonly purpose: ModelPurpose
  readonly owner: ModelOwner
}

/** What a call adds to its day. A column that is not named stays as it is. */
export type SumChange = Partial<
  Record<
    | 'calls'
    | 'tokens_in'
    | 'tokens_out'
    | 'cost'
    | 'failed'
    | 'dropped'
    | 'refused'
    | 'remembered'
    | 'joined'
    | 'rested',
    number
  >
>

/** The sums of a day are what a budget is judged by, so they change in one transaction with the calls. */
export function addToDay(sql: SqlStorage, { day, purpose, owner }: SumKey, change: SumChange): void {
  const changed = Object.entries(change).filter(([, by]) => by !== 0)
  if (changed.length === 0) return
  const names = changed.map(([name]) => name)
  sql.exec(
    `INSERT INTO model_day (day, purpose, owner, ${names.join(', ')})
     VALUES (?, ?, ?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (day, purpose, owner) DO UPDATE SET ${names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    day,
    purpose,
    owner,
    ...changed.map(([, by]) => by),
  )
}

/** What the day and the month have come to, calls under way at the most they can cost. */
export function spendingOf(sql: SqlStorage, { day, monthBegins }: ShopClock): Spending {
  const sums = sql
    .exec<{ today: number; platform: number; tokens: number; cost: number }>(
      `SELECT day = ?1 AS today, owner = 'platform' AS platform,
         sum(tokens_in + tokens_out) AS tokens, sum(cost) AS cost
       FROM model_day WHERE day BETWEEN ?2 AND ?1 GROUP BY 1, 2`,
      day,
      monthBegins,
    )
    .toArray()
  const add = (rows: typeof sums): Amount => ({
    tokens: rows.reduce((sum, { tokens }) => sum + tokens, 0),
    cost: rows.reduce((sum, { cost }) => sum + cost, 0),
  })
  const today = sums.filter((row) => row.today === 1)
  return {
    day: add(today),
    month: add(sums),
    allowance: add(today.filter(({ platform }) => platform === 1)).tokens,
  }
}

type SumRow = {
  day: string
  purpose: ModelPurpose
  calls: number
  tokens_in: number
  tokens_out: number
  cost: number
  failed: number
  dropped: number
  refused: number
  remembered: number
  joined: number
  rested: number
}

/** The sums by day and purpose, newest first. */
export function listDays(
  sql: SqlStorage,
  { from, to, purpose }: { from?: string | undefined; to?: string | undefined; purpose?: string | undefined },
): ModelDay[] {
  return sql
    .exec<SumRow>(
      `SELECT day, purpose, sum(calls) AS calls, sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out,
         sum(cost) AS cost, sum(failed) AS failed, sum(dropped) AS dropped, sum(refused) AS refused,
         sum(remembered) AS remembered, sum(joined) AS joined, sum(rested) AS rested
       FROM model_day
       WHERE day BETWEEN ifnull(?1, '') AND ifnull(?2, '9') AND (?3 IS NULL OR purpose = ?3)
       GROUP BY day, purpose ORDER BY day DESC, purpose`,
      from ?? null,
      to ?? null,
      purpose ?? null,
    )
    .toArray()
    .map(({ tokens_in, tokens_out, cost, ...sums }) => ({
      ...sums,
      tokens: { in: tokens_in, out: tokens_out },
      cost: cost / NANO,
    }))
}

const DAY_MS = 24 * 3600 * 1000

export function expireDays(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM model_day WHERE day < ?', dayOn(shopZone(sql), now - LEDGER.sumDays * DAY_MS))
}
