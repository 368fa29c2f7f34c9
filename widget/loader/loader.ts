import type { ConfigResponse } from '../../worker/contract/shops.ts'
import { anySearchInput, isSearchHint, searchDoorAt, searchInputAt } from './find-search-input.ts'
import type { AisleEvents, FeatureChunk, Handover, Overlay } from '../ports/handover.ts'
import { createVisit } from './visit.ts'

/** Names of the built chunks, written in by the build so that no manifest has to be fetched first. */
export interface Chunks {
  readonly version: string
  /** The search chunk, then what it imports: asked for together to save a round trip. */
  readonly search: readonly [string, ...string[]]
}

type Listeners = { [Name in keyof AisleEvents]: Set<(detail: AisleEvents[Name]) => void> }

/** The only global name. */
export interface Aisle {
  readonly version: string
  open(query?: string): void
  close(): void
  /** Returns a function that stops listening. */
  on<Name extends keyof AisleEvents>(name: Name, listener: (detail: AisleEvents[Name]) => void): () => void
}

/** Longer than this, and the shopper is better served by the shop's own search. */
const LOAD_MAX_MS = 3000

const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, ms))])

/** As much of a check as a loader can afford: an error page with status 200 is not a shop's settings. */
const isConfig = (value: unknown): value is ConfigResponse =>
  typeof value === 'object' && value !== null && 'ramp' in value

const listen = <Name extends keyof DocumentEventMap>(
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
): void => document.addEventListener(name, listener)

/** A mistyped selector would throw at every event: better none. */
function usableSelector(selector = ''): string {
  try {
    document.querySelector(selector)
    return selector
  } catch {
    return ''
  }
}

/**
 * Waits for a shopper who wants to search, then brings the overlay. Every listener sits on the document, so that
 * fields and pages that come and go need no watching.
 *
 * @param script the shop's own tag, with its `data-` attributes
 * @param importChunk dynamic `import`, as an argument because a test has no chunks
 */
export function startLoader(
  script: HTMLScriptElement,
  chunks: Chunks,
  importChunk: (address: string) => Promise<FeatureChunk>,
): Aisle {
  const edge = new URL(script.src).origin
  const { shop: key = '', locale, market, resultsUrl } = script.dataset
  const own = usableSelector(script.dataset['search'])
  const visit = createVisit()
  const listeners: Listeners = {
    open: new Set(),
    close: new Set(),
    search: new Set(),
    results: new Set(),
    select: new Set(),
  }
  let loading: Promise<void> | undefined
  let overlay: Overlay | undefined
  /** Who asked for the overlay, until it opens or they move on. */
  let wanted: { words: string | undefined; input: HTMLInputElement | undefined } | undefined
  /** What had the focus when the overlay opened: it comes back there on closing, and must not open it again. */
  let served: EventTarget | null = null
  /** The shop's settings leave this visit alone. */
  let isOff = false
  let isComposing = false
  let isTabbing = false

  const isAside = (): boolean => isOff || visit.isAside()

  const emit: Handover['emit'] = (name, detail) => {
    for (const listener of listeners[name])
      try {
        listener(detail)
      } catch {
        // The page's own listener failed; that is the page's affair, and the shopper's search goes on.
      }
  }

  async function bring(): Promise<Overlay | undefined> {
    const asked = new URLSearchParams({ key, ...(locale && { locale }), ...(market && { market }) })
    const fetchConfig = async (): Promise<ConfigResponse> => {
      const answer = await fetch(`${edge}/v1/config?${asked}`, { credentials: 'omit' })
      if (!answer.ok) throw new Error()
      const config: unknown = await answer.json()
      if (!isConfig(config)) throw new Error()
      return config
    }
    const [entry, ...others] = chunks.search
    const [config, search] = await Promise.all([
      fetchConfig(),
      importChunk(edge + entry),
      ...others.map((other) => importChunk(edge + other)),
    ])
    isOff = config.off || !visit.isInRamp(config.ramp)
    if (isOff) return undefined
    return search.start({ edge, key, config, resultsUrl, emit, failed: visit.fail })
  }

  function load(): void {
    if (overlay || isAside()) return
    loading ??= within(LOAD_MAX_MS, bring()).then(
      (ready) => {
        overlay = ready
        show()
      },
      () => {
        loading = wanted = undefined
        visit.fail()
      },
    )
  }

  /** An overlay that arrives during composition would split the syllable: `compositionend` calls again. */
  function show(): void {
    if (!overlay || !wanted || isComposing) return
    const { words, input = anySearchInput(own) } = wanted
    wanted = undefined
    served = document.activeElement
    try {
      overlay.open(words ?? input?.value ?? '', input)
    } catch {
      visit.fail()
    }
  }

  function want(input?: HTMLInputElement, words?: string): void {
    if (isAside()) return
    wanted = { input, words }
    load()
    show()
  }

  const preload = ({ target }: Event): void => {
    isTabbing = false
    if (isSearchHint(target, own)) load()
  }
  listen('pointerover', preload)
  listen('pointerdown', preload)

  listen('focusin', ({ target }) => {
    const input = searchInputAt(target, own)
    if (target === served) return
    // Inside our own overlay the target is its host element: that is no change of field.
    if (!(target instanceof Element && target.matches('aisle-root'))) served = null
    if (!input) return
    // Tabbing through a page, or a field the page focuses by itself, is not yet a wish to search.
    if (isTabbing || input.autofocus) load()
    else want(input)
  })
  listen('focusout', ({ target }) => {
    if (wanted?.input === target) wanted = undefined
  })
  listen('input', ({ target }) => {
    const input = searchInputAt(target, own)
    if (input && input !== served) want(input)
  })
  listen('submit', () => {
    wanted = undefined
  })
  listen('click', (event) => {
    const input = searchInputAt(event.target, own)
    if (input) return want(input)
    const isPlain = !(
      isAside() ||
      event.defaultPrevented ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
    const door = isPlain && searchDoorAt(event.target, own)
    if (!door) return
    // Until the overlay is there, a link goes where it always went.
    if (overlay) event.preventDefault()
    if (overlay || !door.matches('a[href]')) want()
  })
  listen('keydown', (event) => {
    const { key: pressed } = event
    isTabbing = pressed === 'Tab'
    if (event.defaultPrevented || event.altKey || event.shiftKey || isAside()) return
    const withCommand = event.metaKey || event.ctrlKey
    const at = event.composedPath()[0]
    const isTyping =
      at instanceof HTMLElement && (at.matches('input,textarea,select') || at.isContentEditable)
    if (withCommand ? pressed !== 'k' : pressed !== '/' || isTyping) return
    event.preventDefault()
    want()
  })
  listen('compositionstart', () => {
    isComposing = true
  })
  listen('compositionend', () => {
    isComposing = false
    // The field's value and its last input event come after this event.
    setTimeout(show)
  })

  return {
    version: chunks.version,
    open: (query) => want(undefined, query),
    close() {
      wanted = undefined
      overlay?.close()
    },
    on(name, listener) {
      // A name nobody says is a page's slip, and must not become our error.
      listeners[name]?.add(listener)
      return () => void listeners[name]?.delete(listener)
    },
  }
}
