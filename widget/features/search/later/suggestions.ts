import { signal } from '@preact/signals-core'
import type { SuggestResponse } from '../../../../worker/contract/typing.ts'
import { DEBOUNCE_MS } from '../typing.ts'

/** Asks the service for completions; rejects when it cannot answer. */
export type Complete = (words: string, signal: AbortSignal) => Promise<unknown>

/** A syllable or a letter of one at the end: what a Korean input method is putting together can be completed. */
const ENDS_IN_KOREAN = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]$/

/** What another input method holds is not what the shopper means yet: わんp, wanp. */
const mayAsk = (words: string, isComposing: boolean): boolean => !isComposing || ENDS_IN_KOREAN.test(words)

export const isSuggestion = (value: unknown): value is SuggestResponse =>
  typeof value === 'object' &&
  value !== null &&
  'queries' in value &&
  Array.isArray(value.queries) &&
  'categories' in value &&
  Array.isArray(value.categories) &&
  'brands' in value &&
  Array.isArray(value.brands)

const isEmpty = ({ queries, categories, brands }: SuggestResponse): boolean =>
  !queries.length && !categories.length && !brands.length

export type Suggestions = ReturnType<typeof createSuggestions>

/** Completions of what is being typed, the latest only. A service that fails is not asked again. */
export function createSuggestions(complete: Complete) {
  const current = signal<SuggestResponse | undefined>(undefined)
  const known = new Map<string, SuggestResponse>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: AbortController | undefined
  let isDown = false
  /** The latest words that nothing completes. */
  let barren: string | undefined

  async function ask(words: string): Promise<void> {
    const mine = (pending = new AbortController())
    try {
      const answer = known.get(words) ?? (await complete(words, mine.signal))
      if (mine !== pending || !isSuggestion(answer)) return
      known.set(words, answer)
      current.value = answer
      barren = isEmpty(answer) ? words : undefined
    } catch {
      if (mine !== pending) return
      isDown = true
      current.value = undefined
    }
  }

  function rest(): void {
    clearTimeout(timer)
    pending?.abort()
    pending = undefined
  }

  return {
    /** The latest answer; stays while the next one is under way, so that nothing flickers. */
    current,
    /** False when there is nothing to expect for these words: the service is down, or their beginning had none. */
    areLikely: (words: string): boolean => !isDown && !(barren && words.startsWith(barren)),
    /** Asks for these words once typing rests. */
    type(words: string, isComposing: boolean): void {
      rest()
      if (!words) current.value = undefined
      else if (!isDown && mayAsk(words, isComposing)) timer = setTimeout(() => void ask(words), DEBOUNCE_MS)
    },
    /** The shopper has chosen: nothing is asked any more, and nothing shows. */
    rest(): void {
      rest()
      current.value = undefined
    },
  }
}
