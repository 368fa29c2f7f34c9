import type { Result } from '../result.ts'

/** What a text is: models that know the difference place a wish and the product that meets it closer together. */
export type EmbeddedKind = 'query' | 'passage'

export interface EmbedLimits {
  /** Milliseconds since the epoch after which nobody waits for the answer any more; retries stay inside it. */
  readonly deadlineAt: number
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

export interface Embeddings {
  /** Names the space the vectors live in: vectors of two models say nothing about each other. */
  readonly model: string
  readonly dims: number
  /** One a text, in the order of the texts; every number is finite and no vector is all zeros. */
  readonly vectors: readonly Float32Array[]
  /** Present when the server counted them. */
  readonly tokens?: number
}

/** Why there are no vectors. No arm carries a server's own words: they may quote the key or the texts. */
export type EmbedFailure =
  /** The deadline passed, in a stall, mid-answer or before anything was sent. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  /** `code`: the server's short error code where it gave one. `retryAfterMs`: how long it asks to wait. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code?: string
      readonly retryAfterMs?: number
    }
  /** No connection, or one that broke. `detail`: a system error code or error name. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** The shop's key for it cannot be opened: it was sealed under a secret this installation no longer has. */
  | { readonly kind: 'key_unusable' }
  /** An answer came, but with other numbers of vectors or dimensions than agreed, or with none that can be used. */
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'too_large'; readonly limitBytes: number }

/** Turns texts into vectors. Never throws and never logs a text or a key. */
export interface Embedder {
  /** What `Embeddings.model` will be: known before anything is asked. */
  readonly model: string
  /** Texts one request may carry; more are sent in several, one after the other. */
  readonly textsARequest: number
  embed(
    texts: readonly string[],
    kind: EmbeddedKind,
    limits: EmbedLimits,
  ): Promise<Result<Embeddings, EmbedFailure>>
}
