import { signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Store } from '../../ports/store.ts'

export interface RecentSearches {
  readonly list: ReadonlySignal<readonly string[]>
  readonly remember: (words: string) => void
  readonly forget: (words: string) => void
  readonly clear: () => void
}

const RECENT_MAX = 8
const NAME = 'aisle-recent'

function parse(text: string | undefined): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string').slice(0, RECENT_MAX) : []
  } catch {
    // Something else wrote there: start afresh.
    return []
  }
}

/** The last searches of this device, newest first. Nothing of it is ever sent. */
export function createRecentSearches(store: Store): RecentSearches {
  const list = signal<readonly string[]>(parse(store.read(NAME)))
  const set = (next: readonly string[]): void => {
    list.value = next
    store.write(NAME, JSON.stringify(next))
  }
  const others = (words: string): string[] => list.value.filter((other) => other !== words)
  return {
    list,
    remember(words) {
      const trimmed = words.trim()
      if (trimmed) set([trimmed, ...others(trimmed)].slice(0, RECENT_MAX))
    },
    forget: (words) => set(others(words)),
    clear: () => set([]),
  }
}
