import type { ComponentChildren } from 'preact'
import type { ReadonlySignal } from '@preact/signals-core'
import type { SearchResponse } from '../../../worker/contract/search.ts'

/** The listbox of completions. */
export const SUGGESTIONS_ID = 'suggestions'

/** What the second chunk adds once the overlay is usable. Without it the overlay works as well. */
export interface LaterParts {
  /** Ids of the suggestions' options, in order: they come before the products. */
  readonly options: ReadonlySignal<readonly string[]>
  /** Completions, under the words. */
  suggestions(): ComponentChildren
  /** Before anything is typed, under the categories. */
  beginning(): ComponentChildren
  /** Further ways to begin where nothing was found. */
  attributes(): ComponentChildren
  /** Narrower kinds on offer, as further chips; nothing where there are none. */
  hints(): ComponentChildren
  /** Above the results. */
  banners(answer: SearchResponse): ComponentChildren
  /** Called before each drawing, with whether cards are to change places; what it gives back, after. */
  beforeDrawing(hasMoved: boolean): (() => void) | undefined
  stop(): void
}
