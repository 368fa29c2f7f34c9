import type { OrderEvent, SearchRequest, SearchResponse } from '../../worker/contract/search.ts'
import type { Sort, paths } from '../../worker/contract/vocabulary.ts'
import { readEvents } from './stream.ts'

/** Values by filter name as the address has them: `category`, `brand`, `attr.NAME`, `price`. */
export type Filters = Readonly<Record<string, readonly string[]>>

/** How the words stand: `1` while they are being typed, `rest` when typing has rested long, empty once they are meant. */
export type Typing = Exclude<SearchRequest['typing'], '0' | undefined> | ''

export interface Question {
  readonly q: string
  readonly filters: Filters
  readonly sort: Sort
  /** Ids of understood wishes the shopper took back. */
  readonly without: readonly string[]
  /** No word may be taken for another. */
  readonly exact: boolean
  readonly typing: Typing
}

/** What comes back for one question, in this order; `order` may never come. */
export interface Answers {
  results(response: SearchResponse): void
  order?(order: OrderEvent): void
}

/** `failed` means that no results came; a stream that breaks after them has answered. */
export type Outcome = 'answered' | 'failed' | 'refused' | 'aborted'

/** As much of a check as a page can afford: what drawing relies on. */
const isResults = (value: unknown): value is SearchResponse =>
  typeof value === 'object' && value !== null && 'hits' in value && Array.isArray(value.hits)

const isOrder = (value: unknown): value is OrderEvent =>
  typeof value === 'object' && value !== null && 'ids' in value && 'added' in value

export interface SearchClient {
  ask(question: Question, offset: number, signal: AbortSignal, answers: Answers): Promise<Outcome>
}

/** Written out and checked by type: the whole table of paths would travel with it. */
const SEARCH_PATH = '/v1/search' satisfies (typeof paths)['search']

/** Retrieval answers in milliseconds; without one after this long there is none to come. */
const ANSWER_MAX_MS = 8000

/** The address of one search, with only what differs from the API's defaults. */
export function searchAddress(
  edge: string,
  shop: Readonly<Record<string, string>>,
  { q, filters, sort, without, exact, typing }: Question,
  offset: number,
): string {
  const asked = new URLSearchParams({ ...shop, q })
  for (const [name, values] of Object.entries(filters))
    for (const value of values) asked.append(`filter[${name}]`, value)
  if (sort !== 'relevance') asked.set('sort', sort)
  if (without.length) asked.set('without', without.join())
  if (exact) asked.set('exact', '1')
  if (typing) asked.set('typing', typing)
  if (offset) asked.set('offset', String(offset))
  return `${edge}${SEARCH_PATH}?${asked}`
}

/**
 * @param shop parameters every request carries: key, locale, market
 */
export function createSearchClient(edge: string, shop: Readonly<Record<string, string>>): SearchClient {
  return {
    async ask(question, offset, signal, answers) {
      let outcome: Outcome = 'failed'
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(), ANSWER_MAX_MS)
      const abort = (): void => late.abort()
      signal.addEventListener('abort', abort)
      const receive = (value: unknown): void => {
        if (isOrder(value)) answers.order?.(value)
        if (!isResults(value)) return
        clearTimeout(timer)
        outcome = 'answered'
        answers.results(value)
      }
      try {
        const response = await fetch(searchAddress(edge, shop, question, offset), {
          credentials: 'omit',
          // A plain header value of its own: with it the request still needs no preflight.
          headers: { accept: 'text/event-stream' },
          signal: late.signal,
        })
        if (response.status >= 400 && response.status < 500) return 'refused'
        if (!response.ok || !response.body) return 'failed'
        if (response.headers.get('content-type')?.includes('json')) receive(await response.json())
        else await readEvents(response.body, (_name, data) => receive(JSON.parse(data)))
      } catch {
        // Offline, blocked, aborted, cut off: the outcome so far says which.
      } finally {
        clearTimeout(timer)
        signal.removeEventListener('abort', abort)
      }
      return signal.aborted ? 'aborted' : outcome
    },
  }
}
