import { admit, closedBreaker, failed, succeeded, type Breaker } from '../breaker.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { QueryVector } from '../ports/retriever.ts'
import type { Understanding } from '../ports/understanding.ts'
import type { VectorCache } from '../ports/vector-cache.ts'
import { findPersonal } from '../privacy/redact.ts'
import { quantise } from './vectors/quantise.ts'

export interface QueryVectorSources {
  readonly embedder: Embedder
  readonly cache: VectorCache
}

export interface QueryVectorRequest {
  readonly understanding: Understanding
  /** The search goes on without a vector after this, milliseconds since the epoch. */
  readonly deadlineAt: number
  /** Keeps the work alive after the answer has left. */
  readonly later: (work: Promise<unknown>) => void
}

export type QueryVectorOutcome =
  | { readonly kind: 'vector'; readonly vector: QueryVector }
  /** The query has no words that mean anything by themselves. */
  | { readonly kind: 'not_worth' }
  /** The embedder was late, failed, or is being left alone after failures. */
  | { readonly kind: 'missing' }

/** A vector that comes late is still kept for the next who asks; after this long nobody waits for it. */
const LATE_MOST_MS = 10_000

/** One isolate's experience with each embedder. */
const breakers = new WeakMap<Embedder, Breaker>()

/** Whether an embedder may be asked: one that does not answer is left alone for a while. */
function mayAsk(embedder: Embedder): boolean {
  const { admitted, next } = admit(breakers.get(embedder) ?? closedBreaker, Date.now())
  breakers.set(embedder, next)
  return admitted
}

/** A model number means nothing to a language model. */
const code = /^[\p{L}\d-]*\d[\p{L}\d-]*$/u

/**
 * What of a query is embedded: its words without those that a price, an order or an exclusion has taken, for a vector
 * of "not leather" is near leather. Empty when nothing is left but numbers, or personal data is in it. Pure.
 */
export function embeddedWish({ folded, words }: Understanding): string {
  const left = words.filter(({ weight }) => weight > 0)
  const isWorth = left.some(({ text, weight }) => weight >= 1 && !code.test(text))
  // Personal data is nobody's wish, and does not leave this worker.
  const isImpersonal = findPersonal(folded).spans.every(({ kind }) => kind === 'order')
  return isWorth && isImpersonal ? left.map(({ text }) => text).join(' ') : ''
}

async function ask(embedder: Embedder, text: string): Promise<QueryVector | null> {
  const answer = await embedder.embed([text], 'query', {
    deadlineAt: Date.now() + LATE_MOST_MS,
    signal: new AbortController().signal,
  })
  const [embedded] = answer.ok ? answer.value.vectors : []
  if (!answer.ok || !embedded) {
    breakers.set(embedder, failed(breakers.get(embedder) ?? closedBreaker, Date.now()))
    return null
  }
  breakers.set(embedder, succeeded())
  const { values, scale } = quantise(embedded)
  return { model: answer.value.model, dims: answer.value.dims, values: [...values], scale }
}

/**
 * The vector of a wish: remembered, or asked for and waited for until the deadline. One that is late is kept for the
 * next shopper with the same words. Never throws.
 */
export async function queryVector(
  sources: QueryVectorSources,
  { understanding, deadlineAt, later }: QueryVectorRequest,
): Promise<QueryVectorOutcome> {
  const text = embeddedWish(understanding)
  if (text === '') return { kind: 'not_worth' }
  const held = await sources.cache.find(sources.embedder.model, text)
  if (held) return { kind: 'vector', vector: held }
  const remainingMs = deadlineAt - Date.now()
  if (remainingMs <= 0 || !mayAsk(sources.embedder)) return { kind: 'missing' }
  const asked = ask(sources.embedder, text)
  later(asked.then((vector) => (vector ? sources.cache.keep(text, vector) : undefined)))
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), remainingMs))
  const vector = await Promise.race([asked, late])
  return vector ? { kind: 'vector', vector } : { kind: 'missing' }
}
