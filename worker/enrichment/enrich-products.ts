import type {
  EnrichmentRates,
  EnrichmentItem,
  EnrichmentStore,
  FailedEnrichment,
} from '../ports/enrichment-store.ts'
import type { BoundFailure, MeteredModel } from '../ports/metered-model.ts'
import type { AnswerVerdict, ModelFailure } from '../ports/language-model.ts'
import { PRODUCTS_MOST, enrichPrompt } from './enrich-prompt.ts'
import { judgeEnrichment } from './judge-enrichment.ts'

export interface Enriching {
  readonly store: EnrichmentStore
  readonly model: MeteredModel
  /** What it is called, see `modelName`. */
  readonly name: string
  readonly rates: EnrichmentRates
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When to stop and let the next turn go on, milliseconds since the epoch. */
  readonly until: number
  readonly signal: AbortSignal
}

/** `more`: call again, after so many milliseconds. */
export type EnrichingOutcome = { readonly kind: 'done' } | { readonly kind: 'more'; readonly afterMs: number }

/** A small model on a small machine writes a dozen tokens a second; nobody waits for it. */
const REQUEST_MOST_MS = 120_000

/** A pause up to this long is waited out here: handing over and coming back takes about as long. */
const SHORT_PAUSE_MS = 1_500

/** Statuses that speak of what was sent, not of who sent it or of how busy the service is. */
const aboutTexts = new Set([400, 413, 422])

type Because = FailedEnrichment['because']
type Failure = ModelFailure | BoundFailure

/** Failures that speak of what was sent, besides some refusals. */
const ofTexts: readonly Failure['kind'][] = ['malformed', 'empty', 'too_large']

function becauseOf(failure: Failure): Because {
  if (failure.kind === 'refused') return aboutTexts.has(failure.status) ? 'texts' : 'service'
  if (failure.kind === 'timeout') return 'slow'
  return ofTexts.includes(failure.kind) ? 'texts' : 'service'
}

/** One short line for the merchant: our words, no text, no key. */
function errorLine(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return `The model's server answered ${failure.status}${failure.code === undefined ? '' : ` (${failure.code})`}.`
    case 'timeout':
      return 'The model did not answer in time.'
    case 'unreachable':
      return `The model's server cannot be reached (${failure.detail}).`
    case 'empty':
      return failure.because === 'declined' ? 'The model declined to answer.' : 'The model gave no answer.'
    case 'malformed':
      return `The model's answer cannot be used: ${failure.detail}.`
    case 'too_large':
      return 'The model answered with too much.'
    case 'aborted':
      return 'The work was interrupted.'
    case 'key_unusable':
      return 'The key of the model cannot be opened: store it again.'
    case 'budget':
      return "The shop's budget for models is used up."
    case 'resting':
      return 'The model failed again and again, and is left alone for a moment.'
  }
}

/** Asks about one batch and keeps what came of it, whatever came of it. */
async function enrichBatch(
  { store, model, name, rates, now, signal }: Enriching,
  shop: string,
  items: readonly EnrichmentItem[],
): Promise<void> {
  const fail = (because: Because, error: string) =>
    store.failEnrichment(shop, {
      model: name,
      products: items.map(({ market, id, key, text, seen }) => ({ market, id, key, text, seen })),
      because,
      error,
      now: now(),
    })
  const prompt = enrichPrompt(items)
  const deadlineAt = now() + REQUEST_MOST_MS
  const judge = (text: string): AnswerVerdict =>
    judgeEnrichment(items, text).length > 0 ? { keep: false } : { keep: false, unused: 'no_product' }
  const answer = await model.complete({
    ...prompt,
    temperature: 0,
    deadlineAt,
    signal,
    judge,
    untilEnd: true,
  })
  if (!answer.ok) {
    await fail(becauseOf(answer.error), errorLine(answer.error))
    return
  }
  const products = judgeEnrichment(items, answer.value.text)
  if (products.length === 0) {
    await fail('texts', "The model's answer cannot be used: it tells of no product.")
    return
  }
  await store.storeEnrichment(shop, {
    model: name,
    products,
    asked: items.length,
    rates,
    now: now(),
  })
}

/**
 * Has a model read products until all are read, the time is over, or the model needs a pause. What is done is stored
 * batch by batch, so that it may be stopped at any moment and called again from anywhere: the shop hands a batch to one
 * caller at a time, and no faster than the rates allow.
 */
export async function enrichProducts(enriching: Enriching, shop: string): Promise<EnrichingOutcome> {
  const { store, name, rates, now, until, signal } = enriching
  while (now() < until && !signal.aborted) {
    const work = await store.nextEnrichment(shop, {
      model: name,
      most: PRODUCTS_MOST,
      rates,
      now: now(),
    })
    if (work.kind === 'done') return { kind: 'done' }
    if (work.kind === 'work') await enrichBatch(enriching, shop, work.items)
    else if (work.ms > SHORT_PAUSE_MS) return { kind: 'more', afterMs: work.ms }
    else await new Promise((resolve) => setTimeout(resolve, work.ms))
  }
  return { kind: 'more', afterMs: 0 }
}
