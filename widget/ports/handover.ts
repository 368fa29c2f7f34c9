import type { SearchResponse } from '../../worker/contract/search.ts'
import type { ConfigResponse } from '../../worker/contract/shops.ts'

/** What `Aisle.on` tells a shop's page, by event name. */
export interface AisleEvents {
  open: { query: string }
  close: Record<string, never>
  search: { query: string; filters: Readonly<Record<string, readonly string[]>> }
  results: Pick<SearchResponse, 'query' | 'total' | 'mode' | 'answer' | 'request_id'>
  /** `position` counts from 1. */
  select: { id: string; position: number; query: string; request_id: string }
}

/** Everything the core needs from the loader, so that it reads no script tag and fetches no settings. */
export interface Handover {
  /** Origin the loader came from; every request goes there. */
  readonly edge: string
  readonly key: string
  readonly config: ConfigResponse
  /** The script tag's own word for the shop's results page, with `{query}`; wins over the settings. */
  readonly resultsUrl: string | undefined
  readonly emit: <Name extends keyof AisleEvents>(name: Name, detail: AisleEvents[Name]) => void
  /** Counts one failure of this visit; after three the loader steps aside. */
  readonly failed: () => void
}

/** What the core gives back. */
export interface Overlay {
  /** Shows the overlay with these words; `input` is the shop's own search field, when there is one. */
  open(words: string, input: HTMLInputElement | undefined): void
  close(): void
}

/** A feature's chunk as the loader sees it. */
export interface FeatureChunk {
  start(handover: Handover): Promise<Overlay>
}
