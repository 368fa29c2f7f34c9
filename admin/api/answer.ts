import type { ErrorCode } from '../../worker/contract/vocabulary.ts'

/** Why a call brought nothing back. What to say about it is the messages' business. */
export type ApiFailure =
  /** No answer came: offline, or the server is down. Nothing is known to have changed. */
  | { readonly kind: 'unreachable' }
  /** This side gave up on it, because a newer question was asked or the page was left. */
  | { readonly kind: 'aborted' }
  /** The server said no, in the contract's error shape. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: ErrorCode
      readonly message: string
      readonly field?: string
      readonly requestId: string
      readonly retryAfterSeconds?: number
    }
  /** Something answered, but not what the contract promises: a proxy's page, another version. */
  | { readonly kind: 'unreadable'; readonly status: number }

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure }

export const answered = <Value>(value: Value): Answer<Value> => ({ ok: true, value })
export const failed = (failure: ApiFailure): Answer<never> => ({ ok: false, failure })
