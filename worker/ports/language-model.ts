import type { Result } from '../result.ts'

/** A JSON Schema: what the answer must look like. A server may ignore it, so callers check what they read. */
export type JsonSchema = Readonly<Record<string, unknown>>

export interface CompletionRequest {
  /** The same text on every call of one kind, so that a server can keep its prefix warm. */
  readonly system: string
  readonly user: string
  readonly schema: JsonSchema
  readonly maxTokens: number
  readonly temperature: 0
  /** Milliseconds since the epoch after which nobody waits for the answer any more; retries stay inside it. */
  readonly deadlineAt: number
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

export interface Completion {
  /** What the model wrote, reasoning left out. JSON when the model kept to the schema. */
  readonly text: string
  /** Present when the server counted them. */
  readonly tokens?: { readonly prompt: number; readonly completion: number }
  /** The model that answered, as the server names it. */
  readonly model: string
}

/** Why there is no answer. No arm carries a server's own words: they may quote the key. */
export type ModelFailure =
  /** The deadline passed, in a stall, mid-stream or before anything was sent. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  /** `code`: the server's short error code, such as `model_not_found`, where it gave one. */
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string }
  /** No connection, or one that broke. `detail`: a system error code or error name. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** An answer came, but not in the form agreed. */
  | { readonly kind: 'malformed'; readonly detail: string }
  /** An answer in form, without text: the model declined, ran out of tokens, or said nothing. */
  | { readonly kind: 'empty'; readonly because: 'declined' | 'cut_short' | 'silent' }
  | { readonly kind: 'too_large'; readonly limitBytes: number }

/** One answer to one prompt. Never throws and never logs a prompt or a key. */
export interface LanguageModel {
  /** Tells answers of one model from those of another: where it runs and what it is called there. */
  readonly name: string
  complete(request: CompletionRequest): Promise<Result<Completion, ModelFailure>>
}
