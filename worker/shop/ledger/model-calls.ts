import { LEDGER, type BudgetReason } from '../../contract/vocabulary.ts'
import { amountOf, brokenBound, limitOf, partOf, type Bounds, type Limit } from '../../metering/budget.ts'
import type { PlannedCall, SettledCall } from '../../ports/ledger-store.ts'
import { err, ok, type Result } from '../../result.ts'
import { readShop } from '../tables/shop-record.ts'
import { addToDay, spendingOf, type SumKey } from './day-sums.ts'
import { shopClock } from './shop-clock.ts'

const DAY_MS = 24 * 3600 * 1000
/** Rows that one pass of clearing away deletes, so that no search waits for it. */
const PASS = 2_000

const unlimited: Limit = { tokens: null, cost: null }

/** The bounds of a call, as far as it may reach them. */
function boundsOf(sql: SqlStorage, { model, share = 1 }: PlannedCall): Bounds {
  const budget = readShop(sql)?.settings.models.budget
  const day = budget ? limitOf(budget.day) : unlimited
  const month = budget ? limitOf(budget.month) : unlimited
  const allowance = { tokens: model.owner === 'platform' ? model.dailyTokens : null, cost: null }
  return {
    day: partOf(day, share),
    month: partOf(month, share),
    allowance: partOf(allowance, share).tokens,
  }
}

/**
 * Sets aside the most a call can cost, and writes it down as under way. The caller's transaction makes that one step.
 * @param now milliseconds since the epoch
 */
export function reserveCall(sql: SqlStorage, call: PlannedCall, now: number): Result<null, BudgetReason> {
  loseExpired(sql, now)
  const { purpose, model, tokens, input } = call
  const clock = shopClock(sql, now)
  const wanted = amountOf(model.price, tokens)
  const broken = brokenBound(spendingOf(sql, clock), wanted, boundsOf(sql, call), model.price !== null)
  if (broken) {
    // Work that is to leave something over is not what the merchant is told of when the shop is at its limit.
    if (call.share === undefined) noteRefusal(sql, call, broken, now)
    return err(broken)
  }
  const { day } = clock
  insertCall(sql, call, { id: call.id, at: now, day, verdict: 'pending', expiresAt: call.expiresAt })
  sql.exec(
    'UPDATE model_call SET input = ?, tokens_in = ?, tokens_out = ?, cost = ? WHERE id = ?',
    input.text,
    tokens.prompt,
    tokens.completion,
    wanted.cost,
    call.id,
  )
  addToDay(
    sql,
    { day, purpose, owner: model.owner },
    { calls: 1, tokens_in: tokens.prompt, tokens_out: tokens.completion, cost: wanted.cost },
  )
  return ok(null)
}

/** A refused call is counted each time, and stands in the ledger once a day for each bound: a flood must not fill it. */
export function noteRefusal(sql: SqlStorage, call: PlannedCall, because: BudgetReason, now: number): void {
  const { day } = shopClock(sql, now)
  const { purpose, model } = call
  const id = `${day} ${purpose} ${model.owner} ${because}`
  insertCall(sql, call, { id, at: now, day, verdict: `budget:${because}`, expiresAt: null })
  addToDay(sql, { day, purpose, owner: model.owner }, { refused: 1 })
}

function insertCall(
  sql: SqlStorage,
  { purpose, model, input, requestId }: PlannedCall,
  row: { id: string; at: number; day: string; verdict: string; expiresAt: number | null },
): void {
  sql.exec(
    `INSERT OR IGNORE INTO model_call
       (id, at, day, purpose, endpoint, owner, model, price_in, price_out, input_sha256, input_bytes, request_id,
        verdict, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.at,
    row.day,
    purpose,
    model.id,
    model.owner,
    model.name,
    model.price?.input ?? null,
    model.price?.output ?? null,
    input.sha256,
    input.bytes,
    requestId,
    row.verdict,
    row.expiresAt,
  )
}

type PendingRow = SumKey & {
  price_in: number | null
  price_out: number | null
  tokens_in: number
  tokens_out: number
  cost: number
}

const wasNotUsed = (verdict: string, how: 'failed' | 'dropped') => (verdict.startsWith(`${how}:`) ? 1 : 0)

/**
 * Replaces what was set aside by what the call came to, in the day it was set aside in. A call that has expired, or
 * that is reported twice, stays as it is. The caller's transaction makes that one step.
 */
export function settleCall(sql: SqlStorage, call: SettledCall, now: number): void {
  loseExpired(sql, now)
  const { day } = shopClock(sql, now)
  for (const { purpose, owner, ...spared } of call.spared) addToDay(sql, { day, purpose, owner }, spared)
  const [row] = sql
    .exec<PendingRow>('SELECT * FROM model_call WHERE id = ? AND expires_at IS NOT NULL', call.id)
    .toArray()
  if (!row) return
  const { tokens, verdict } = call
  const price =
    row.price_in === null || row.price_out === null ? null : { input: row.price_in, output: row.price_out }
  const { cost } = amountOf(price, tokens)
  sql.exec(
    `UPDATE model_call SET tokens_in = ?, tokens_out = ?, counted = ?, cost = ?, latency_ms = ?, first_byte_ms = ?,
       verdict = ?, dropped = ?, expires_at = NULL
     WHERE id = ?`,
    tokens.prompt,
    tokens.completion,
    tokens.counted ? 1 : 0,
    cost,
    call.latencyMs,
    call.firstByteMs,
    verdict,
    JSON.stringify(call.dropped),
    call.id,
  )
  addToDay(sql, row, {
    tokens_in: tokens.prompt - row.tokens_in,
    tokens_out: tokens.completion - row.tokens_out,
    cost: cost - row.cost,
    failed: wasNotUsed(verdict, 'failed'),
    dropped: wasNotUsed(verdict, 'dropped'),
  })
}

/** Calls that nobody reported in time count as spent in full. */
export function loseExpired(sql: SqlStorage, now: number): void {
  const lost = sql
    .exec<SumKey>(
      `UPDATE model_call SET verdict = 'failed:lost', expires_at = NULL WHERE expires_at < ?
       RETURNING day, purpose, owner`,
      now,
    )
    .toArray()
  for (const key of lost) addToDay(sql, key, { failed: 1 })
}

/**
 * Clears away what is past its days or beyond the number kept, and inputs after a week.
 * @returns true while there is more
 */
export function expireCalls(sql: SqlStorage, now: number): boolean {
  loseExpired(sql, now)
  sql.exec(
    'UPDATE model_call SET input = NULL WHERE input IS NOT NULL AND at < ?',
    now - LEDGER.inputDays * DAY_MS,
  )
  const deleted = sql
    .exec(
      `DELETE FROM model_call WHERE seq IN (
         SELECT seq FROM model_call
         WHERE expires_at IS NULL AND (at < ?1 OR seq <= (SELECT max(seq) FROM model_call) - ?2)
         ORDER BY seq LIMIT ?3)
       RETURNING seq`,
      now - LEDGER.days * DAY_MS,
      LEDGER.calls,
      PASS,
    )
    .toArray()
  return deleted.length >= PASS
}
