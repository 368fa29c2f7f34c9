import { vi } from 'vitest'
import { mountSearch } from '../../../widget/features/search/index.tsx'
import { messages } from '../../../widget/messages/en.ts'
import type { OverlayHost } from '../../../widget/ports/overlay-host.ts'
import { buildConfig } from './build-config.ts'
import { fakeClient } from './fake-client.ts'
import { memoryStore } from './memory-store.ts'

/** The search overlay in a shadow root of its own, over a service that answers only when told to. */
export function openOverlay(over: Partial<OverlayHost> = {}) {
  const { client, asked } = fakeClient()
  const place = document.createElement('div')
  document.body.append(place)
  const shadow = place.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  shadow.append(root)
  const host: OverlayHost = {
    client,
    edge: 'https://edge.example',
    parameters: { key: 'pk_1', locale: 'en', market: 'main' },
    config: buildConfig(),
    texts: messages,
    store: memoryStore(),
    emit: vi.fn<OverlayHost['emit']>(),
    failed: vi.fn<() => void>(),
    words: 'lamp',
    isTyping: false,
    base: 'https://shop.example/',
    canSearchInShop: true,
    shopSearchHref: (words) => `https://shop.example/search?q=${words}`,
    searchInShop: vi.fn<(words: string) => void>(),
    follow: vi.fn<(href: string) => void>(),
    close: vi.fn<() => void>(),
    crash: vi.fn<() => void>(),
    ...over,
  }
  const unmount = mountSearch(root, host)
  const find = (selector: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(selector)
    if (!element) throw new Error(`no ${selector} in the overlay`)
    return element
  }
  const field = (): HTMLInputElement => {
    const input = root.querySelector('input')
    if (!input) throw new Error('no field in the overlay')
    return input
  }
  return {
    root,
    host,
    asked,
    find,
    unmount,
    press: (key: string, over: KeyboardEventInit = {}): void =>
      void field().dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }),
      ),
    /** As if these were the words after a key. */
    type: (words: string): void => {
      field().value = words
      field().dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    text: (selector: string): string => find(selector).textContent.replaceAll(/\s+/g, ' ').trim(),
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
  }
}
