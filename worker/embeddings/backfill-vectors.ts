import type { EmbedFailure, Embedder } from '../ports/embedder.ts'
import type { FailedBatch, VectorItem, VectorStore } from '../ports/vector-store.ts'
import { encodeRecords } from '../search/vectors/quantise.ts'
import type { Rates } from './rate-budget.ts'

export interface Backfill {
  readonly vectors: VectorStore
  readonly embedder: Embedder
  readonly rates: Rates
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When to stop and let the next turn go on, milliseconds since the epoch. */
  readonly until: number
  readonly signal: AbortSignal
}

/** `more`: call again, after so many milliseconds. */
export type BackfillOutcome = { readonly kind: 'done' } | { readonly kind: 'more'; readonly afterMs: number }

/** One request may take so long; passages are in no hurry. */
const REQUEST_MOST_MS = 30_000

/** A batch of products that is stored at once; a larger one loses more when it fails. */
const BATCH_MOST = 64

/** A pause up to this long is waited out here: handing over and coming back takes about as long. */
const SHORT_PAUSE_MS = 1_500

/** Statuses that speak of what was sent, not of who sent it or of how busy the service is. */
const aboutTexts = new Set([400, 413, 422])

/** One short line for the merchant: our words, no text, no key. */
function errorLine(failure: EmbedFailure): string {
  switch (failure.kind) {
    case 'refused':
      return `The embedding service answered ${failure.status}${failure.code === undefined ? '' : ` (${failure.code})`}.`
    case 'timeout':
      return 'The embedding service did not answer in time.'
    case 'aborted':
      return 'The work was interrupted.'
    case 'unreachable':
      return `The embedding service cannot be reached (${failure.detail}).`
    case 'key_unusable':
      return 'The key of the embedding service cannot be read any more: type it again.'
    case 'malformed':
      return `The embedding service's answer cannot be used: ${failure.detail}.`
    case 'too_large':
      return 'The embedding service answered with too much.'
  }
}

function isAboutTexts(failure: EmbedFailure): boolean {
  if (failure.kind === 'refused') return aboutTexts.has(failure.status)
  return failure.kind === 'malformed' || failure.kind === 'too_large'
}

const withoutText = ({ text: _text, ...item }: VectorItem): Omit<VectorItem, 'text'> => item

/** Embeds one batch and keeps what came of it, whatever came of it. */
async function embedBatch(
  { vectors, embedder, rates, now, signal }: Backfill,
  shop: string,
  items: readonly VectorItem[],
): Promise<void> {
  const model = embedder.model
  const handled = items.map(withoutText)
  const fail = (failed: Pick<FailedBatch, 'because' | 'error'> & { readonly retryAfterMs?: number }) =>
    vectors.failVectors(shop, { model, items: handled, now: now(), ...failed })

  const texts = items.map(({ text }) => text)
  const answer = await embedder.embed(texts, 'passage', { deadlineAt: now() + REQUEST_MOST_MS, signal })
  if (!answer.ok) {
    const { error } = answer
    await fail({
      because: isAboutTexts(error) ? 'texts' : 'service',
      error: errorLine(error),
      ...(error.kind === 'refused' && error.retryAfterMs !== undefined
        ? { retryAfterMs: error.retryAfterMs }
        : {}),
    })
    return
  }
  const { dims, tokens } = answer.value
  const stored = await vectors.storeVectors(shop, {
    model,
    dims,
    items: handled,
    records: encodeRecords(answer.value.vectors, dims),
    ...(tokens === undefined ? {} : { tokens }),
    rates,
    now: now(),
  })
  if (!stored.ok && stored.error.kind === 'other_dims') {
    await fail({
      because: 'service',
      error: `The embedding service answered with ${dims} dimensions, where ${stored.error.dims} are kept of this model.`,
    })
  }
}

/**
 * Turns products into vectors until all have one, the time is over, or the service needs a pause. What is done is
 * stored batch by batch, so that it may be stopped at any moment and called again from anywhere: the shop hands a
 * batch to one caller at a time, and no faster than the rates allow.
 */
export async function backfillVectors(backfill: Backfill, shop: string): Promise<BackfillOutcome> {
  const { vectors, embedder, rates, now, until, signal } = backfill
  const most = Math.min(BATCH_MOST, embedder.textsARequest)
  while (now() < until && !signal.aborted) {
    const work = await vectors.nextVectorWork(shop, { model: embedder.model, most, rates, now: now() })
    if (work.kind === 'done') return { kind: 'done' }
    if (work.kind === 'work') await embedBatch(backfill, shop, work.items)
    else if (work.ms > SHORT_PAUSE_MS) return { kind: 'more', afterMs: work.ms }
    else await new Promise((resolve) => setTimeout(resolve, work.ms))
  }
  return { kind: 'more', afterMs: 0 }
}
