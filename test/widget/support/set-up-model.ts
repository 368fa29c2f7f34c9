import { vi } from 'vitest'
import { createSearchModel } from '../../../widget/features/search/model.ts'
import type { Handover } from '../../../widget/ports/handover.ts'
import { buildHits } from './build-answer.ts'
import { fakeClient } from './fake-client.ts'
import { memoryStore } from './memory-store.ts'

/** Longer than typing rests before a question. */
export const TYPED_MS = 150

/** A model over a service that answers only when told to, and a clock of its own. */
export function setUpModel({ canSearchInShop = true } = {}) {
  const { client, asked } = fakeClient()
  let time = 0
  const host = {
    client,
    store: memoryStore(),
    emit: vi.fn<Handover['emit']>(),
    failed: vi.fn<() => void>(),
    searchInShop: vi.fn<(words: string) => void>(),
    canSearchInShop,
  }
  const model = createSearchModel(host, () => time)
  return {
    model,
    host,
    asked,
    wait: (ms: number) => (time += ms),
    shownIds: () => model.visible.value.map((hit) => hit.id),
  }
}

/** An order that turns `count` hits round. */
export const reversed = (count: number) => ({
  ids: buildHits(count)
    .map((hit) => hit.id)
    .toReversed(),
  reasons: {},
  added: [],
})
