import type { ConfigResponse } from '../../worker/contract/shops.ts'
import type { SearchClient } from '../api/client.ts'
import type { Handover } from './handover.ts'
import type { Messages } from '../messages/en.ts'
import type { Store } from './store.ts'

/** What a feature in the overlay is given: facts of the page and shop, and ways out. It reaches for nothing itself. */
export interface OverlayHost {
  readonly client: SearchClient
  /** Origin of the service. */
  readonly edge: string
  /** Parameters that every request carries. */
  readonly parameters: Readonly<Record<string, string>>
  readonly config: ConfigResponse
  readonly texts: Messages
  readonly store: Store
  readonly emit: Handover['emit']
  /** Counts a failure of the service. */
  readonly failed: () => void
  /** What the shopper had typed in the shop's own field. */
  readonly words: string
  /** They come from there, and the shopper may go on typing: nobody has said that they stand. */
  readonly isTyping: boolean
  readonly shopSearchHref: (words: string) => string | undefined
  /** Address of the page, for links a feed gives without an origin. */
  readonly base: string
  readonly canSearchInShop: boolean
  /** Leaves the overlay for the shop's own search. */
  readonly searchInShop: (words: string) => void
  /** Goes to a page without leaving the overlay's history entry behind. */
  readonly follow: (href: string) => void
  readonly close: () => void
  /** The overlay itself is broken: take it away. */
  readonly crash: () => void
}
