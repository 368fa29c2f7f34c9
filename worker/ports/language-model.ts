import type { ModelWire } from '../contract/models.ts'
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
  /**
   * True: read past the end of the JSON value to the server's own count of tokens. For work that nobody waits for;
   * otherwise the connection is given up as soon as the value is whole, and tokens are estimated.
   */
  readonly untilEnd?: boolean
  /** Requests of one kind with the same text here may share an answer; left out: those with the same `user`. */
  readonly sameAs?: string
  /** The answer, where the caller has it from before: then nobody is asked. */
  readonly known?: string
  /** What an answer is worth to the caller: for the ledger, and so that nothing useless is remembered. Pure. */
  readonly judge?: (text: string) => AnswerVerdict
}

export interface AnswerVerdict {
  /** Whether the same request may be given this answer again. */
  readonly keep: boolean
  /** Why the answer changes nothing, as one short word; left out: it is used. */
  readonly unused?: string
  /** Parts that were left out of it, by reason. */
  readonly dropped?: Readonly<Record<string, number>>
}

export interface TokenCount {
  readonly prompt: number
  /** Thinking included. */
  readonly completion: number
  /** `server`: as billed. `estimate`: worked out from the texts, on the high side. */
  readonly by: 'server' | 'estimate'
}

/** How a call went, beside what it brought. */
export interface CallTrace {
  /** How the server was asked in the end, after what it had refused was left out. */
  readonly wire: ModelWire
  /** Whether it answered in pieces. */
  readonly streamed: boolean
  /** Milliseconds from the call to the first piece of the answer, and to its end. */
  readonly firstByteMs: number
  readonly totalMs: number
  /** Whether it thought before it answered. */
  readonly thought: boolean
}

export interface Completion {
  /** What the model wrote, reasoning left out. JSON when the model kept to the schema. */
  readonly text: string
  readonly tokens: TokenCount
  /** The model that answered, as the server names it. */
  readonly model: string
  readonly trace: CallTrace
}

/** Why there is no answer. No arm carries a server's own words: they may quote the key. */
export type ModelFailure =
  /** The deadline passed, in a stall, mid-stream or before anything was sent. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  /** `code`: the server's short error code, such as `model_not_found`, where it gave one. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code?: string
      /** The server does not take the form in which the schema was sent. */
      readonly aboutFormat?: true
    }
  /** No connection, or one that broke. `detail`: a system error code or error name. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** The shop's key for it cannot be opened: it was sealed under a secret this installation no longer has. */
  | { readonly kind: 'key_unusable' }
  /** An answer came, but not in the form agreed. `isPage`: it was a page for people. */
  | { readonly kind: 'malformed'; readonly detail: string; readonly isPage?: boolean }
  /** An answer in form, without text: the model declined, ran out of tokens, or said nothing. */
  | {
      readonly kind: 'empty'
      readonly because: 'declined' | 'cut_short' | 'silent'
      readonly thought: boolean
    }
  | { readonly kind: 'too_large'; readonly limitBytes: number }

/** One answer to one prompt. Never throws and never logs a prompt or a key. */
export interface LanguageModel {
  complete(request: CompletionRequest): Promise<Result<Completion, ModelFailure>>
}
