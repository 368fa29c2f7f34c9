import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorResponse } from '../contract/error.ts'
import type { ErrorCode } from '../contract/vocabulary.ts'
import type { AppEnv } from './context.ts'

export interface PublicError {
  readonly code: ErrorCode
  /** What happened, what stayed safe, what to do. */
  readonly message: string
  readonly field?: string
  readonly retryAfterSeconds?: number
}

function statusOf(code: ErrorCode): ContentfulStatusCode {
  switch (code) {
    case 'bad_request':
      return 400
    case 'unauthorized':
      return 401
    case 'forbidden':
      return 403
    case 'not_found':
      return 404
    case 'conflict':
      return 409
    case 'too_large':
      return 413
    case 'unsupported_media':
      return 415
    case 'unprocessable':
      return 422
    case 'rate_limited':
      return 429
    case 'internal':
      return 500
    case 'unavailable':
      return 503
  }
}

/** The one way an error leaves the worker. */
export function respondError(c: Context<AppEnv>, { code, message, field, retryAfterSeconds }: PublicError) {
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
  c.header('Cache-Control', 'no-store')
  const body: ErrorResponse = {
    error: { code, message, ...(field === undefined ? {} : { field }), request_id: c.var.requestId },
  }
  return c.json(body, statusOf(code))
}
