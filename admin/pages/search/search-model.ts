import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'
import type { ExplainResponse } from '../../api/explanation.ts'

/** Milliseconds of quiet after a key before the words are searched. */
const DEBOUNCE_MS = 160

/** As many hits as are explained. */
const LIMIT = 50

export type SearchState =
  | { readonly kind: 'idle' }
  /** `last` stays on the screen until there is something newer. */
  | { readonly kind: 'waiting'; readonly last: ExplainResponse | null }
  | { readonly kind: 'answered'; readonly last: ExplainResponse }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }

export interface SearchModel {
  readonly words: ReadonlySignal<string>
  readonly state: ReadonlySignal<SearchState>
  /** Wishes that were taken back, by id, with what they were called. */
  readonly dropped: ReadonlySignal<ReadonlyMap<string, string>>
  /** Searches when the keys rest; at once with `now`. */
  readonly type: (words: string, now?: boolean) => void
  readonly retry: () => void
  readonly drop: (id: string, label: string) => void
  readonly bringBack: (id: string) => void
  readonly dispose: () => void
}

/** A shopper's search with its explanation; whatever order answers arrive in, the latest question wins. */
export function createSearchModel(client: Pick<Client, 'explain'>): SearchModel {
  const words = signal('')
  const state = signal<SearchState>({ kind: 'idle' })
  const dropped = signal<ReadonlyMap<string, string>>(new Map())
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort = new AbortController()

  function stop(): void {
    clearTimeout(timer)
    abort.abort()
  }

  function last(): ExplainResponse | null {
    const { value } = state
    return value.kind === 'waiting' || value.kind === 'answered' ? value.last : null
  }

  async function search(): Promise<void> {
    stop()
    const mine = new AbortController()
    abort = mine
    state.value = { kind: 'waiting', last: last() }
    const answer = await client.explain({
      q: words.value.trim(),
      limit: LIMIT,
      without: [...dropped.value.keys()],
      signal: mine.signal,
    })
    if (mine.signal.aborted) return
    state.value = answer.ok
      ? { kind: 'answered', last: answer.value }
      : { kind: 'failed', failure: answer.failure }
  }

  return {
    words,
    state,
    dropped,
    type(next, now = false) {
      const isSame = next.trim() === words.value.trim()
      batch(() => {
        words.value = next
        if (!isSame) dropped.value = new Map()
      })
      if (next.trim() === '') {
        stop()
        state.value = { kind: 'idle' }
        return
      }
      if (isSame && !now) return
      stop()
      if (now) void search()
      else timer = setTimeout(() => void search(), DEBOUNCE_MS)
    },
    retry: () => void search(),
    drop(id, label) {
      dropped.value = new Map([...dropped.value, [id, label]])
      void search()
    },
    bringBack(id) {
      dropped.value = new Map([...dropped.value].filter(([other]) => other !== id))
      void search()
    },
    dispose: stop,
  }
}
