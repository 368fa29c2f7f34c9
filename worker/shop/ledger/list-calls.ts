import type { LedgerRequest, LedgerResponse, ModelCall } from '../../contract/ledger.ts'
import type { ModelOwner, ModelPurpose } from '../../contract/vocabulary.ts'
import { NANO, limitOf, type Amount, type Limit } from '../../metering/budget.ts'
import { dayBegins } from '../../shops/market-clock.ts'
import { readShop } from '../tables/shop-record.ts'
import { listDays, spendingOf } from './day-sums.ts'
import { loseExpired } from './model-calls.ts'
import { shopClock, type ShopClock } from './shop-clock.ts'

type CallRow = {
  seq: number
  id: string
  at: number
  purpose: ModelPurpose
  endpoint: string
  owner: ModelOwner
  model: string
  price_in: number | null
  input_sha256: string
  input_bytes: number
  input: string | null
  tokens_in: number
  tokens_out: number
  counted: number
  cost: number
  latency_ms: number | null
  first_byte_ms: number | null
  verdict: string
  dropped: string
  request_id: string
}

const shown = (row: CallRow): ModelCall => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  purpose: row.purpose,
  endpoint: row.endpoint,
  owner: row.owner,
  model: row.model,
  input: {
    sha256: row.input_sha256,
    bytes: row.input_bytes,
    ...(row.input === null ? {} : { text: row.input }),
  },
  tokens: { in: row.tokens_in, out: row.tokens_out, counted: row.counted === 1 },
  cost: row.price_in === null ? null : row.cost / NANO,
  latency_ms: row.latency_ms,
  first_byte_ms: row.first_byte_ms,
  verdict: row.verdict,
  dropped: JSON.parse(row.dropped) as Record<string, number>,
  request_id: row.request_id,
})

const DAY_MS = 24 * 3600 * 1000

/** One page of calls, newest first, and the next page's cursor. */
function readPage(
  sql: SqlStorage,
  zone: number,
  { from, to, purpose, cursor, limit }: LedgerRequest,
): Pick<LedgerResponse, 'calls' | 'next'> {
  const rows = sql
    .exec<CallRow>(
      `SELECT * FROM model_call
       WHERE seq < ?1 AND at >= ?2 AND at < ?3 AND (?4 IS NULL OR purpose = ?4)
       ORDER BY seq DESC LIMIT ?5`,
      cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor),
      from === undefined ? 0 : dayBegins(zone, from),
      to === undefined ? Number.MAX_SAFE_INTEGER : dayBegins(zone, to) + DAY_MS,
      purpose ?? null,
      limit + 1,
    )
    .toArray()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { calls: page.map(shown), next: rows.length > limit && last ? String(last.seq) : null }
}

const spentOf = (spent: Amount, limit: Limit) => ({
  tokens: spent.tokens,
  tokens_limit: limit.tokens,
  money: spent.cost / NANO,
  money_limit: limit.cost === null ? null : limit.cost / NANO,
})

function readBudget(sql: SqlStorage, clock: ShopClock): LedgerResponse['budget'] {
  const budget = readShop(sql)?.settings.models.budget
  const spent = spendingOf(sql, clock)
  const [refused] = sql
    .exec<{ verdict: string }>(
      `SELECT verdict FROM model_call WHERE day = ? AND verdict LIKE 'budget:%' ORDER BY seq DESC LIMIT 1`,
      clock.day,
    )
    .toArray()
  return {
    day: spentOf(spent.day, limitOf(budget?.day ?? {})),
    month: spentOf(spent.month, limitOf(budget?.month ?? {})),
    day_ends: new Date(clock.dayEnds).toISOString(),
    month_ends: new Date(clock.monthEnds).toISOString(),
    refused: refused?.verdict.slice('budget:'.length) ?? null,
  }
}

/** The shop's calls to models, their sums and where its budget stands. The caller's transaction makes that one look. */
export function listLedger(sql: SqlStorage, request: LedgerRequest, now: number): LedgerResponse {
  loseExpired(sql, now)
  const clock = shopClock(sql, now)
  return {
    ...readPage(sql, clock.zone, request),
    totals: listDays(sql, request),
    budget: readBudget(sql, clock),
  }
}
