import { burstOf, estimateTokens, settle, spend } from '../../embeddings/rate-budget.ts'
import { CANDIDATES_MOST, PRODUCTS_MOST, candidatesOf, enrichPrompt } from '../../enrichment/enrich-prompt.ts'
import { runOf } from '../../enrichment/enrichment-key.ts'
import type {
  EnrichedBatch,
  EnrichmentItem,
  EnrichmentRequest,
  EnrichmentWork,
  FailedEnrichment,
} from '../../ports/enrichment-store.ts'
import { pauseAfter } from '../jobs/pause-after.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import {
  forgetFailures,
  keepEnrichment,
  pruneEnrichments,
  saveEnrichment,
  saveFailure,
} from '../tables/enrichments.ts'
import { markStale } from '../tables/reviews.ts'
import { askForEnrichment, awaitEnrichment, endEnrichment, isEnrichmentOn } from './enrich-job.ts'
import { askedOf, itemOf, type EnrichRow } from './enrich-items.ts'
import {
  beginEnrichment,
  budgetOf,
  changeEnrichState,
  readEnrichState,
  type EnrichState,
} from './enrich-state.ts'

/** How long a batch may be out before it is handed out again: longer than a request may take. */
const LEASE_MS = 150_000

/** Products looked at in one call; more would hold up searches. */
const LOOKED_AT = 300

/** Single products in a row without a usable answer after which it is the model that is at fault. */
const USELESS_MOST = 8

/** By the estimate, which is on the high side. */
const PROMPT_TOKENS_MOST = 1_500

/** What an answer comes to for one product, before anybody has counted. */
const ANSWER_TOKENS = 220

/** A consumer that waits a moment is still there; it is given up on a little later. */
const WAITED_FOR_MS = 2_000

/** Where in the order of reading a product stands. */
const placeOf = ({ market, category, id }: Pick<EnrichRow, 'market' | 'category' | 'id'>): string =>
  JSON.stringify([market, category, id])

const FIRST_PLACE = ''

/**
 * Public products behind a place that this run has not seen as they are now, category by category: goods of one kind
 * share candidates, so that more of them fit into a prompt. Adult goods carry no tags.
 */
function unseenProducts(sql: SqlStorage, catalogue: number, { run, looked_to }: EnrichState): EnrichRow[] {
  const after = looked_to === FIRST_PLACE ? ['', '', ''] : (JSON.parse(looked_to) as string[])
  return sql
    .exec<{ [Name in keyof EnrichRow]: EnrichRow[Name] }>(
      `SELECT p.market, p.category, p.id, p.digest, p.body, m.locale, e.key AS held
       FROM product p JOIN market m ON m.id = p.market
       LEFT JOIN product_enrichment e ON e.market = p.market AND e.id = p.id
       WHERE p.catalogue = ? AND (p.market, p.category, p.id) > (?, ?, ?) AND p.visibility = 'public' AND p.adult = 0
         AND (e.id IS NULL OR e.seen <> p.digest OR e.run <> ?)
       ORDER BY p.market, p.category, p.id LIMIT ?`,
      catalogue,
      ...after,
      run,
      LOOKED_AT,
    )
    .toArray()
}

const promptTokens = (items: readonly EnrichmentItem[]): number => {
  const { system, user } = enrichPrompt(items)
  return estimateTokens(system) + estimateTokens(user)
}

/** True when a prompt has room for all of these. One product always has to fit. */
function fits(items: readonly EnrichmentItem[]): boolean {
  const [first] = items
  if (items.length <= 1) return true
  return (
    items.every(({ locale }) => locale === first?.locale) &&
    candidatesOf(items).length < CANDIDATES_MOST &&
    promptTokens(items) <= PROMPT_TOKENS_MOST
  )
}

interface Gathered {
  readonly items: readonly EnrichmentItem[]
  /** Every product up to this place is done. */
  readonly lookedTo: string
  /** No product behind `looked_to` is left. */
  readonly isEnd: boolean
}

/** The next products to ask about. Those that changed in other ways (their price) are marked as seen on the way. */
function gather(sql: SqlStorage, catalogue: number, state: EnrichState, most: number): Gathered {
  const items: EnrichmentItem[] = []
  let lookedTo = state.looked_to
  const rows = unseenProducts(sql, catalogue, state)
  for (const row of rows) {
    const asked = askedOf(sql, row, state.run)
    if (row.held === asked.key) {
      keepEnrichment(sql, state.run, { ...row, ...asked, seen: row.digest })
    } else {
      if (items.length === most) break
      const item = itemOf(sql, row, asked)
      if (!fits([...items, item])) break
      items.push(item)
    }
    // What is handed out may come to nothing: the next look begins before it.
    if (items.length === 0) lookedTo = placeOf(row)
  }
  return { items, lookedTo, isEnd: rows.length === 0 }
}

/**
 * Hands out the next products to ask a model about, within the rates, and keeps the shop's job at the time when
 * somebody has to come again. Must run in a transaction; the caller arms the alarm.
 */
export function nextEnrichment(sql: SqlStorage, request: EnrichmentRequest): EnrichmentWork {
  const work: EnrichmentWork = isEnrichmentOn(sql) ? findWork(sql, request) : { kind: 'done' }
  if (work.kind === 'done') endEnrichment(sql)
  else awaitEnrichment(sql, request.now + (work.kind === 'work' ? LEASE_MS : work.ms + WAITED_FOR_MS))
  return work
}

function findWork(sql: SqlStorage, { model, most, now, rates }: EnrichmentRequest): EnrichmentWork {
  const live = liveCatalogue(sql)
  if (!live) return { kind: 'done' }
  const run = runOf(model)
  const held = readEnrichState(sql)
  const state = held?.run === run ? held : beginEnrichment(sql, run, most)
  const until = Math.max(state.paused_until, state.leased_until)
  if (until > now) return { kind: 'wait', ms: until - now }

  const { items, lookedTo, isEnd } = gather(sql, live.id, state, Math.min(most, state.batch, PRODUCTS_MOST))
  if (items.length === 0) {
    // Seen to the end: once more from the start, for products that changed behind the last look.
    if (isEnd && state.looked_to === FIRST_PLACE) {
      pruneEnrichments(sql)
      return { kind: 'done' }
    }
    changeEnrichState(sql, { looked_to: isEnd ? FIRST_PLACE : lookedTo })
    return { kind: 'wait', ms: 0 }
  }
  // A cost beyond a full bucket would never be handed out.
  const tokens = Math.min(promptTokens(items) + ANSWER_TOKENS * items.length, burstOf(rates).tokens)
  const { budget, waitMs } = spend(budgetOf(state, rates, now), rates, { requests: 1, tokens }, now)
  if (waitMs > 0) return { kind: 'wait', ms: waitMs }
  changeEnrichState(sql, {
    looked_to: lookedTo,
    budget: JSON.stringify(budget),
    estimated: tokens,
    leased_until: now + LEASE_MS,
  })
  return { kind: 'work', items }
}

/**
 * Keeps what a model wrote. The products are indexed anew a few at a time by the job that folds reviews in. True when
 * there are any. Must run in a transaction.
 */
export function storeEnrichment(sql: SqlStorage, batch: EnrichedBatch): boolean {
  const { model, products, asked, rates, now } = batch
  const state = readEnrichState(sql)
  // Another model's turn has begun since the work was handed out.
  if (state?.run !== runOf(model)) return false
  const changed = products.filter((product) => saveEnrichment(sql, state.run, product))
  for (const { id } of changed) markStale(sql, id)
  const budget = settle(budgetOf(state, rates, now), rates, state.estimated, batch.tokens ?? state.estimated)
  changeEnrichState(sql, {
    // A model that leaves products out gets fewer at a time.
    batch: products.length < asked ? Math.max(1, products.length) : Math.max(state.batch, asked * 2),
    budget: JSON.stringify(budget),
    estimated: 0,
    failures: 0,
    leased_until: 0,
    paused_until: 0,
    last_error: null,
  })
  return changed.length > 0
}

/**
 * Notes that a batch brought nothing. A model that cannot cope with it gets half of it next; a single product it cannot
 * cope with is left out until it changes, unless that happens too often in a row. Else everything waits, longer each
 * time. Must run in a transaction.
 */
export function failEnrichment(sql: SqlStorage, batch: FailedEnrichment): void {
  const state = readEnrichState(sql)
  if (state?.run !== runOf(batch.model)) return
  const { products, because, now } = batch
  const [product] = products
  const isSingle = products.length === 1
  const common = {
    leased_until: 0,
    estimated: 0,
    last_error: batch.error,
    failures: state.failures + (because === 'texts' && !isSingle ? 0 : 1),
    ...(because === 'service' ? {} : { batch: Math.max(1, Math.floor(products.length / 2)) }),
  }
  const isUseless = because === 'texts' && isSingle && state.failures + 1 >= USELESS_MOST
  if (because === 'texts' && !isUseless) {
    if (isSingle && product) saveFailure(sql, state.run, product)
    changeEnrichState(sql, common)
    return
  }
  changeEnrichState(sql, { ...common, paused_until: now + pauseAfter(state.failures + 1) })
}

/** Ends a pause and asks again about products without an answer. Must run in a transaction. */
export function restartEnrichment(sql: SqlStorage, now: number): void {
  forgetFailures(sql)
  if (readEnrichState(sql))
    changeEnrichState(sql, { paused_until: 0, failures: 0, last_error: null, looked_to: FIRST_PLACE })
  askForEnrichment(sql, now)
}
