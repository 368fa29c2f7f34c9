import type { PublicError } from '../http/respond.ts'
import type { RetrievalFailure } from '../ports/retriever.ts'
import type { PlanFailure } from './plan-search.ts'

export type SearchFailure = PlanFailure | RetrievalFailure

/** What a shopper's page is told. The exact reason stays inside. */
export function publicError(failure: SearchFailure): PublicError {
  switch (failure.kind) {
    case 'unreadable':
      return { code: 'bad_request', field: failure.field, message: failure.message }
    case 'shop_missing':
      return { code: 'not_found', message: 'This shop does not exist.' }
    case 'shop_busy':
      return {
        code: 'rate_limited',
        message: `The shop is searched too often right now: try again in ${failure.retryAfterSeconds} s.`,
        retryAfterSeconds: failure.retryAfterSeconds,
      }
    case 'index_unavailable':
      return {
        code: 'unavailable',
        message: 'Search cannot be reached right now: try again shortly.',
        retryAfterSeconds: 2,
      }
  }
}
