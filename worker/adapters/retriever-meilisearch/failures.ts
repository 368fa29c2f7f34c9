import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'
import type { IndexFailure } from '../../ports/search-index.ts'

const INDEX_NOT_FOUND = 'index_not_found'

/** A failed call of the client as data. The server's own texts are for the merchant's eyes: they quote no key. */
export function indexFailure(error: unknown): IndexFailure {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response
    const code = error.cause?.code ?? `status ${status}`
    if (code === INDEX_NOT_FOUND) return { kind: 'index_missing' }
    if (status === 401 || status === 403) return { kind: 'refused', detail: code }
    if (status === 429 || status >= 500) return { kind: 'busy', detail: `status ${status}` }
    return { kind: 'rejected', detail: code }
  }
  if (error instanceof MeilisearchRequestError)
    return { kind: 'unreachable', detail: 'no connection or no answer in time' }
  // An answer that is not JSON: a proxy's page, most often.
  if (error instanceof SyntaxError) return { kind: 'busy', detail: 'an answer that is not JSON' }
  return { kind: 'unreachable', detail: error instanceof Error ? error.name : 'unknown' }
}
