import { digest } from '../../catalogue/digest.ts'
import { burstOf, estimateTokens, settle, spend } from '../../embeddings/rate-budget.ts'
import type { Product } from '../../ports/product.ts'
import type {
  EmbeddedBatch,
  FailedBatch,
  StoreFailure,
  VectorItem,
  VectorWork,
  WorkRequest,
} from '../../ports/vector-store.ts'
import { err, ok, type Result } from '../../result.ts'
import { embeddedText } from '../../search/document/embedded-text.ts'
import { noteAllEmbedded, noteVectors } from '../sync/index-vectors.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { awaitVectors, endVectors } from './vector-job.ts'
import { writeRecords } from './vector-blocks.ts'
import {
  beginVectors,
  budgetOf,
  changeVectorState,
  readVectorState,
  type VectorState,
} from './vector-state.ts'

/** How long a batch may be out before it is handed out again: a consumer that was killed stores nothing. */
const LEASE_MS = 60_000

/** Products looked at in one call; more would hold up searches. */
const LOOKED_AT = 500

/** A service that refuses is asked again after this long, times two for each further time. */
const PAUSE_FIRST_MS = 5_000
const PAUSE_MOST_MS = 10 * 60_000

/** Or after what it asks for, up to this: a header that names a year must not end the work for good. */
const ASKED_PAUSE_MOST_MS = 24 * 3600_000

/** Texts refused one by one, in a row, before it looks like a service that takes none: a key or a model's name is wrong. */
const TEXTS_BLAMED = 3

type Row = { row: number; market: string; id: string; digest: string; body: string; held: string | null }

/** Public products behind a row whose vector is missing or was made before their last change. */
function unseenProducts(sql: SqlStorage, catalogue: number, after: number, most: number): Row[] {
  return sql
    .exec<Row>(
      `SELECT p.row, p.market, p.id, p.digest, p.body, v.digest AS held
       FROM product p LEFT JOIN product_vector v ON v.market = p.market AND v.id = p.id
       WHERE p.catalogue = ? AND p.row > ? AND p.visibility = 'public' AND (v.id IS NULL OR v.seen <> p.digest)
       ORDER BY p.row LIMIT ?`,
      catalogue,
      after,
      most,
    )
    .toArray()
}

interface Gathered {
  readonly items: readonly VectorItem[]
  readonly tokens: number
  /** Every row up to this one has its vector; null when no row behind `after` lacks one. */
  readonly lookedTo: number | null
}

/** The next texts to embed. Products that changed in other ways (their price) are marked as seen on the way. */
function gather(
  sql: SqlStorage,
  catalogue: number,
  after: number,
  most: { texts: number; tokens: number },
): Gathered {
  const items: VectorItem[] = []
  let tokens = 0
  let seenTo: number | null = null
  for (const { row, market, id, digest: seen, body, held } of unseenProducts(
    sql,
    catalogue,
    after,
    LOOKED_AT,
  )) {
    const text = embeddedText(JSON.parse(body) as Product)
    const textDigest = digest(text)
    if (held === textDigest) {
      sql.exec('UPDATE product_vector SET seen = ? WHERE market = ? AND id = ?', seen, market, id)
    } else {
      // One text must always fit: a cost beyond the bucket would never be handed out.
      const cost = Math.min(estimateTokens(text), most.tokens)
      if (items.length === most.texts || tokens + cost > most.tokens) break
      tokens += cost
      items.push({ market, id, digest: textDigest, seen, text })
    }
    // What is handed out may come to nothing: the next look begins before it.
    if (items.length === 0) seenTo = row
    else seenTo ??= row - 1
  }
  return { items, tokens, lookedTo: seenTo }
}

/** Vectors of products that are in no catalogue any more make room. */
function prune(sql: SqlStorage): void {
  const gone = `FROM product_vector WHERE NOT EXISTS (
    SELECT 1 FROM catalogue c JOIN product p ON p.catalogue = c.id
    WHERE p.market = product_vector.market AND p.id = product_vector.id)`
  sql.exec(`INSERT INTO vector_free SELECT slot ${gone} AND slot IS NOT NULL`)
  sql.exec(`DELETE ${gone}`)
}

/** A consumer that waits a moment is still there; it is given up on a little later. */
const WAITED_FOR_MS = 2_000

/**
 * Hands out the next texts to embed, within the rates, and keeps the shop's job at the time when somebody has to come
 * again. Must run in a transaction; the caller arms the alarm.
 */
export function nextVectorWork(sql: SqlStorage, request: WorkRequest): VectorWork {
  const work = findWork(sql, request)
  if (work.kind === 'done') {
    endVectors(sql)
    noteAllEmbedded(sql)
  } else awaitVectors(sql, request.now + (work.kind === 'work' ? LEASE_MS : work.ms + WAITED_FOR_MS))
  return work
}

function findWork(sql: SqlStorage, request: WorkRequest): VectorWork {
  const { now, rates } = request
  const live = liveCatalogue(sql)
  if (!live) return { kind: 'done' }
  const held = readVectorState(sql)
  const state = held?.model === request.model ? held : beginVectors(sql, request.model, request.most)
  const until = Math.max(state.paused_until, state.leased_until)
  if (until > now) return { kind: 'wait', ms: until - now }

  const most = { texts: Math.min(request.most, state.batch), tokens: burstOf(rates).tokens }
  const { items, tokens, lookedTo } = gather(sql, live.id, state.looked_to, most)
  if (items.length === 0) {
    // Seen to the end: once more from the start, for products that changed behind the last look.
    if (lookedTo === null && state.looked_to === 0) {
      prune(sql)
      return { kind: 'done' }
    }
    changeVectorState(sql, { looked_to: lookedTo ?? 0 })
    return { kind: 'wait', ms: 0 }
  }
  const { budget, waitMs } = spend(budgetOf(state, rates, now), rates, { requests: 1, tokens }, now)
  if (waitMs > 0) return { kind: 'wait', ms: waitMs }
  changeVectorState(sql, {
    looked_to: lookedTo ?? state.looked_to,
    budget: JSON.stringify(budget),
    estimated: tokens,
    leased_until: now + LEASE_MS,
  })
  return { kind: 'work', items }
}

/** Slots for products: the one each has, then free ones, then new ones. */
function takeSlots(sql: SqlStorage, state: VectorState, items: EmbeddedBatch['items']): number[] {
  let next = state.next_slot
  const slots = items.map(({ market, id }) => {
    const own = sql
      .exec<{ slot: number | null }>(
        'SELECT slot FROM product_vector WHERE market = ? AND id = ?',
        market,
        id,
      )
      .toArray()[0]?.slot
    if (own !== undefined && own !== null) return own
    const free = sql
      .exec<{ slot: number }>(
        'DELETE FROM vector_free WHERE slot = (SELECT slot FROM vector_free LIMIT 1) RETURNING slot',
      )
      .toArray()[0]?.slot
    return free ?? next++
  })
  changeVectorState(sql, { next_slot: next })
  return slots
}

/** Keeps a batch's vectors; returns the blocks that changed. Must run in a transaction. */
export function storeVectors(sql: SqlStorage, batch: EmbeddedBatch): Result<Set<number>, StoreFailure> {
  const state = readVectorState(sql)
  if (state?.model !== batch.model) return err({ kind: 'other_model' })
  if (state.dims !== null && state.dims !== batch.dims) return err({ kind: 'other_dims', dims: state.dims })
  const slots = takeSlots(sql, state, batch.items)
  batch.items.forEach(({ market, id, digest: text, seen }, index) => {
    sql.exec(
      'INSERT OR REPLACE INTO product_vector (market, id, digest, seen, slot) VALUES (?, ?, ?, ?, ?)',
      market,
      id,
      text,
      seen,
      slots[index] ?? null,
    )
  })
  const budget = settle(
    budgetOf(state, batch.rates, batch.now),
    batch.rates,
    state.estimated,
    batch.tokens ?? state.estimated,
  )
  changeVectorState(sql, {
    dims: batch.dims,
    batch: Math.max(state.batch, batch.items.length * 2),
    budget: JSON.stringify(budget),
    estimated: 0,
    failures: 0,
    leased_until: 0,
    paused_until: 0,
    last_error: null,
  })
  const blocks = writeRecords(sql, batch.dims, slots, batch.records)
  noteVectors(sql, batch.items)
  return ok(blocks)
}

/** Milliseconds to wait after so many failures in a row. */
const pauseAfter = (failures: number): number => Math.min(PAUSE_FIRST_MS * 2 ** (failures - 1), PAUSE_MOST_MS)

/**
 * Notes that a batch brought nothing. When the texts are at fault the next batch is half as large; a single text at
 * fault is left out until it changes. Else, and when one text after the other is refused, everything waits, longer
 * each time. Must run in a transaction.
 */
export function failVectors(sql: SqlStorage, batch: FailedBatch): void {
  const state = readVectorState(sql)
  if (state?.model !== batch.model) return
  const common = { leased_until: 0, estimated: 0, last_error: batch.error }
  const [item] = batch.items
  if (batch.because === 'texts' && item) {
    if (batch.items.length === 1) {
      sql.exec(
        `INSERT INTO product_vector (market, id, digest, seen) VALUES (?, ?, ?, ?)
         ON CONFLICT (market, id) DO UPDATE SET digest = excluded.digest, seen = excluded.seen`,
        item.market,
        item.id,
        item.digest,
        item.seen,
      )
    }
    const isAlone = batch.items.length === 1
    const failures = state.failures + (isAlone ? 1 : 0)
    changeVectorState(sql, {
      ...common,
      batch: Math.max(1, Math.floor(batch.items.length / 2)),
      failures,
      ...(isAlone && failures > TEXTS_BLAMED ? { paused_until: batch.now + pauseAfter(failures) } : {}),
    })
    return
  }
  const failures = state.failures + 1
  const pauseMs = Math.min(batch.retryAfterMs ?? pauseAfter(failures), ASKED_PAUSE_MOST_MS)
  changeVectorState(sql, { ...common, failures, paused_until: batch.now + pauseMs })
}
