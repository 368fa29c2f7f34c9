import { createSearchClient } from '../api/client.ts'
import { createHistoryEntry } from '../host-page/history-entry.ts'
import { lockScroll } from '../host-page/lock-scroll.ts'
import { readTheme } from '../host-page/read-theme.ts'
import { createShopSearch } from '../host-page/shop-search.ts'
import { createStore } from '../host-page/store.ts'
import { watchViewport } from '../host-page/watch-viewport.ts'
import type { OverlayHost } from '../ports/overlay-host.ts'
import type { Handover, Overlay } from '../ports/handover.ts'
import { loadMessages } from '../messages/load-messages.ts'
import { createShadowHost } from './shadow-host.ts'

/** What shows in the overlay. */
export interface OverlayFeature {
  readonly css: string
  /** Draws into `root`; what it returns takes everything away again. */
  mount(root: HTMLElement, host: OverlayHost): () => void
}

/**
 * Puts the search overlay together with what the page and the shop's settings say. Nothing is visible, and nothing
 * of the page is touched, until `open`.
 */
export async function startOverlay(handover: Handover, feature: OverlayFeature): Promise<Overlay> {
  const { edge, key, config, emit, failed } = handover
  const texts = await loadMessages(config.locale, config.texts)
  const parameters = { key, locale: config.locale, market: config.market }
  const client = createSearchClient(edge, parameters)
  const host = createShadowHost(feature.css, config.locale)
  const store = createStore()
  let closeNow: ((goBack: boolean) => Promise<void>) | undefined
  /** Opening and closing take turns: going back is asynchronous, and would close what opens meanwhile. */
  let turn = Promise.resolve()
  const inTurn = (step: () => Promise<void> | void): Promise<void> => (turn = turn.then(step).catch(failed))
  const close = (): Promise<void> => inTurn(() => closeNow?.(true))

  function openNow(words: string, input: HTMLInputElement | undefined): void {
    if (closeNow) return
    host.show(readTheme(config.theme))
    const unlockScroll = lockScroll()
    const unwatchViewport = watchViewport(host.root)
    const leaveInPlace = (): void => void closeNow?.(false)
    // A page kept for Back must come back as the shop's page, without the overlay.
    addEventListener('pagehide', leaveInPlace)
    const entry = createHistoryEntry(leaveInPlace)
    const shop = createShopSearch(input, handover.resultsUrl ?? config.results_url)
    let unmount: (() => void) | undefined
    closeNow = async (goBack) => {
      closeNow = undefined
      removeEventListener('pagehide', leaveInPlace)
      emit('close', {})
      unmount?.()
      unwatchViewport()
      unlockScroll()
      await entry.remove(goBack)
    }
    unmount = feature.mount(host.root, {
      client,
      edge,
      parameters,
      config,
      texts,
      store,
      emit,
      failed,
      words,
      isTyping: input?.value === words,
      base: document.baseURI,
      canSearchInShop: shop.exists,
      shopSearchHref: shop.href,
      searchInShop: (text) => void close().then(() => shop.submit(text)),
      follow: entry.replaceWith,
      close: () => void close(),
      crash() {
        failed()
        void close()
      },
    })
    emit('open', { query: words })
  }

  return { open: (words, input) => void inTurn(() => openNow(words, input)), close: () => void close() }
}
