import { batch, computed, signal } from '@preact/signals-core'
import type { Hit, OrderEvent, SearchResponse, UnderstoodWish } from '../../../worker/contract/search.ts'
import type { LIMITS, Sort } from '../../../worker/contract/vocabulary.ts'
import type { Filters, Question, Typing } from '../../api/client.ts'
import type { OverlayHost } from '../../ports/overlay-host.ts'
import { toggleFilter } from './filters.ts'
import { appendHits, isSameOrder, mergeOrder } from './merge-order.ts'
import type { LaterParts } from './later-parts.ts'
import { optionId } from './move-active.ts'
import { createRecentSearches } from './recent-searches.ts'
import { DEBOUNCE_MS, isRefined, isWorthAsking } from './typing.ts'

/** `idle`: nothing asked. `waiting` keeps showing the answer before. */
export type Status = 'idle' | 'waiting' | 'answered' | 'failed'

/** A better order this soon after the first paint moves cards nobody has begun to look at; later it is offered. */
const SETTLE_MS = 300

/** Hits of a page: the API's own default, so that the address need not say it. */
const PAGE_HITS = 20 satisfies (typeof LIMITS)['hitsDefault']

/** After Enter a shopper wants results, ours or the shop's. */
const ENTER_MAX_MS = 1500

/** The deepest offset the API pages to. */
const OFFSET_MAX = 1000 satisfies (typeof LIMITS)['offsetMax']

export type SearchModel = ReturnType<typeof createSearchModel>

/** The state of one opening of the overlay, and everything a shopper can do to it. */
export function createSearchModel(
  host: Pick<OverlayHost, 'client' | 'store' | 'emit' | 'failed' | 'searchInShop' | 'canSearchInShop'>,
  now: () => number = () => performance.now(),
) {
  const words = signal('')
  const filters = signal<Filters>({})
  const sort = signal<Sort>('relevance')
  /** Wishes taken back; they stay on show, so that they can be brought back. */
  const struck = signal<readonly UnderstoodWish[]>([])
  const status = signal<Status>('idle')
  const answer = signal<SearchResponse | undefined>(undefined)
  /** All hits there are; the first `shown` of them show. */
  const hits = signal<readonly Hit[]>([])
  const shown = signal(PAGE_HITS)
  /** A better order that waits for the shopper's word. */
  const better = signal<readonly Hit[] | undefined>(undefined)
  /** Counts re-orders, so that the list knows when to show where cards went. */
  const moves = signal(0)
  /** Id of the active option; empty while the caret is in the words. */
  const active = signal('')
  /** True from a key in the field until the shopper has chosen what to look at. */
  const isTyping = signal(false)
  /** Enter has been pressed for the words there are. */
  const isEntered = signal(false)
  const later = signal<LaterParts | undefined>(undefined)
  /** On a phone the ways to narrow are folded away until asked for. */
  const isNarrowing = signal(false)
  /** Pictures that would not load. */
  const broken = signal<ReadonlySet<string>>(new Set())
  const recent = createRecentSearches(host.store)
  const visible = computed(() => hits.value.slice(0, shown.value))
  const options = computed(() => [
    ...(later.value?.options.value ?? []),
    ...(status.value === 'failed' ? [] : visible.value.map((_, index) => optionId(index))),
  ])
  const fetched = signal(0)
  const hasMore = computed(
    () =>
      hits.value.length > shown.value ||
      fetched.value < Math.min(answer.value?.total ?? 0, OFFSET_MAX + PAGE_HITS),
  )
  /** What was understood and what was taken back of it, each staying where it first stood. */
  const wishes = signal<readonly UnderstoodWish[]>([])
  let pending: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Runs from Enter until results come. */
  let entered: ReturnType<typeof setTimeout> | undefined
  /** What the latest question asks for. */
  let latest = ''
  /** How its words were said to stand: a model is asked only where they are more than typed. */
  let said: Typing = ''
  let isPaging = false
  let isExact = false
  let arrived: LaterParts | undefined
  let isTouched = false
  let shownAt = 0

  const question = (): Question => ({
    q: words.value.trim(),
    filters: filters.value,
    sort: sort.value,
    without: struck.value.map((wish) => wish.id),
    exact: isExact,
    typing: '',
  })

  function stayHere(): void {
    clearTimeout(entered)
    entered = undefined
  }

  const leave = (): void => host.searchInShop(words.value.trim())

  /** @param isAgain the same question is answered already: where its hits are the same too, nothing of them changes */
  function show(response: SearchResponse, isAgain: boolean): void {
    stayHere()
    batch(() => {
      if (!isAgain || !isSameOrder(response.hits, answer.value?.hits)) {
        isTouched = false
        shownAt = now()
        later.value = arrived
        hits.value = response.hits
        fetched.value = response.hits.length
        shown.value = PAGE_HITS
        better.value = undefined
        active.value = ''
      }
      status.value = 'answered'
      answer.value = response
      const current = [...struck.value, ...response.understood]
      wishes.value = [...wishes.value, ...current].filter(
        ({ id }, index, all) =>
          current.some((wish) => wish.id === id) && all.findIndex((wish) => wish.id === id) === index,
      )
    })
    const { query, total, mode, answer: kind, request_id } = response
    host.emit('results', { query, total, mode, answer: kind, request_id })
  }

  function reorder(ordered: readonly Hit[]): void {
    batch(() => {
      hits.value = ordered
      better.value = undefined
      active.value = ''
      moves.value++
    })
  }

  function receive(order: OrderEvent): void {
    const ordered = mergeOrder(hits.value, order)
    const { hints } = order
    if (hints && answer.value) answer.value = { ...answer.value, hints }
    if (isSameOrder(visible.value, ordered.slice(0, visible.value.length))) hits.value = ordered
    else if (!isTouched && now() - shownAt <= SETTLE_MS) reorder(ordered)
    else better.value = ordered
  }

  /**
   * Asks at once. The latest question wins: one before it is aborted, and a late answer to it is not looked at. The same
   * question is asked twice only to say that its words stand now; an answer that shows then stays until a different one
   * comes.
   */
  async function ask(typing: Typing = ''): Promise<void> {
    clearTimeout(timer)
    const asked = question()
    const name = JSON.stringify(asked)
    const isSame = name === latest && status.value !== 'failed'
    // Of words that rested no more is to be said, but by Enter.
    if (isSame && (typing === '1' || !said || (said === 'rest' && !isEntered.value))) return
    const isAgain = isSame && status.value === 'answered'
    latest = name
    said = typing
    pending?.abort()
    const mine = (pending = new AbortController())
    if (!asked.q && !Object.keys(asked.filters).length) {
      batch(() => {
        status.value = 'idle'
        answer.value = better.value = undefined
        hits.value = struck.value = wishes.value = []
        active.value = ''
      })
      return
    }
    if (!isAgain) {
      status.value = 'waiting'
      host.emit('search', { query: asked.q, filters: asked.filters })
    }
    const outcome = await host.client.ask({ ...asked, typing }, 0, mine.signal, {
      results: (response) => mine === pending && show(response, isAgain),
      order: (order) => mine === pending && batch(() => receive(order)),
    })
    if (mine !== pending || outcome === 'answered' || outcome === 'aborted') return
    if (outcome === 'failed') host.failed()
    said = '1'
    if (isAgain) return
    status.value = 'failed'
    if (entered) leave()
  }

  /** What is chosen is finished, and nothing is being typed any more. */
  function choose(): void {
    isTyping.value = false
    void ask()
  }

  function type(text: string): void {
    if (text === words.value) return
    // At once: drawn in between, the field would be given its old words, and a syllable being composed is split.
    batch(() => {
      if (!isRefined(text, words.value)) filters.value = {}
      if (!text || !isRefined(text, words.value)) struck.value = []
      words.value = text
      later.value = arrived
      isTyping.value = true
      isEntered.value = false
    })
    isExact = false
    stayHere()
    clearTimeout(timer)
    timer = isWorthAsking(text) ? setTimeout(() => void ask('1'), DEBOUNCE_MS) : undefined
  }

  function start(text: string, typing: Typing = ''): void {
    isExact = isEntered.value = isTyping.value = false
    words.value = text
    void ask(typing)
  }

  function replaceFilters(next: Filters): void {
    filters.value = next
    choose()
  }

  /** Nobody types on these words: they may be shown to a model. Half a syllable is no wish. */
  function finish(typing: Typing = ''): void {
    if (isWorthAsking(words.value)) void ask(typing)
  }

  /** Enter: our results, or after a moment's wait the shop's own page. */
  function submit(): void {
    const text = words.value.trim()
    if (!text) return
    recent.remember(text)
    isEntered.value = true
    isTyping.value = false
    finish()
    clearTimeout(entered)
    if (status.value === 'waiting' && host.canSearchInShop) entered = setTimeout(leave, ENTER_MAX_MS)
  }

  async function more(): Promise<void> {
    finish()
    const mine = pending
    const offset = fetched.value
    if (isPaging || !mine) return
    if (hits.value.length >= shown.value + PAGE_HITS || offset >= (answer.value?.total ?? 0)) {
      shown.value += PAGE_HITS
      return
    }
    isPaging = true
    await host.client.ask(question(), offset, mine.signal, {
      results(response) {
        if (mine !== pending) return
        batch(() => {
          hits.value = appendHits(hits.value, response.hits)
          if (better.value) better.value = appendHits(better.value, response.hits)
          // An empty page means that there is no more, whatever the total said.
          fetched.value = response.hits.length ? offset + response.hits.length : Infinity
          shown.value += PAGE_HITS
        })
      },
    })
    isPaging = false
  }

  return {
    words,
    filters,
    sort,
    struck,
    status,
    answer,
    visible,
    better,
    moves,
    active,
    options,
    isTyping,
    isEntered,
    later,
    isNarrowing,
    broken,
    recent,
    hasMore,
    wishes,
    type,
    start,
    submit,
    more,
    retry: choose,
    /** Without a word from the shopper: what failed is not tried again. */
    finish: (typing?: Typing) => status.value === 'failed' || finish(typing),
    /** Takes a correction back. */
    searchExactly: () => {
      isExact = true
      choose()
    },
    /** Takes in what came late; results that it would move stay as they are until the next ones. */
    join(parts: LaterParts) {
      arrived = parts
      if (!answer.value?.banners) later.value = parts
    },
    clearFilters: () => replaceFilters({}),
    toggleFilter: (name: string, value: string) => replaceFilters(toggleFilter(filters.value, name, value)),
    /** Looks at one category or brand, whatever was typed. */
    browse(name: string, value: string) {
      words.value = ''
      replaceFilters({ [name]: [value] })
    },
    toggleWish(wish: UnderstoodWish) {
      const others = struck.value.filter((other) => other.id !== wish.id)
      struck.value = others.length < struck.value.length ? others : [...struck.value, wish]
      choose()
    },
    sortBy(next: Sort) {
      sort.value = next
      choose()
    },
    /** A picture would not load. */
    lose(image: string) {
      broken.value = new Set(broken.value).add(image)
    },
    /** The shopper has begun to use the list: from now on nothing moves unasked. */
    touch: () => {
      isTouched = true
    },
    takeBetter: () => better.value && reorder(better.value),
    selected(hit: Hit) {
      finish()
      recent.remember(words.value)
      host.emit('select', {
        id: hit.id,
        position: visible.value.indexOf(hit) + 1,
        query: answer.value?.query ?? '',
        request_id: answer.value?.request_id ?? '',
      })
    },
    dispose() {
      stayHere()
      clearTimeout(timer)
      pending?.abort()
      pending = undefined
      arrived?.stop()
    },
  }
}
