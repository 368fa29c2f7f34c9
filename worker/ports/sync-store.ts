import type { Locale, SyncProblem } from '../contract/vocabulary.ts'
import type { SyncStatus } from '../contract/sync.ts'
import type { IndexDocument, IndexEmbedder, TaskState } from './search-index.ts'

/** The next thing to do on the server for one shop. The shop decides, the consumer does it and reports. */
export type SyncOrder =
  /** Everything is there. */
  | { readonly kind: 'rest' }
  /** Not before this time, milliseconds since the epoch. */
  | { readonly kind: 'later'; readonly at: number }
  /** Another consumer is at it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'inspect'; readonly policy: Locale; readonly uid: string }
  | {
      readonly kind: 'create'
      readonly policy: Locale
      readonly live: string
      readonly uid: string
      readonly embedders: readonly IndexEmbedder[]
    }
  | {
      readonly kind: 'send'
      readonly policy: Locale
      readonly uid: string
      readonly documents: readonly IndexDocument[]
      readonly removals: readonly string[]
      /** Where this page ends; handed back in the report. */
      readonly upTo: number
    }
  | { readonly kind: 'check'; readonly policy: Locale; readonly tasks: readonly number[] }
  | {
      readonly kind: 'swap'
      readonly policy: Locale
      readonly live: string
      readonly uid: string
      readonly createdAt: string
    }
  | { readonly kind: 'key'; readonly policy: Locale; readonly keyUid: string; readonly uid: string }
  | { readonly kind: 'discard'; readonly policy: Locale; readonly uid: string }

/** What came of an order. */
export type SyncReport =
  | { readonly kind: 'inspected'; readonly createdAt: string | null }
  | { readonly kind: 'created'; readonly tasks: readonly number[] }
  | {
      readonly kind: 'sent'
      readonly tasks: readonly number[]
      readonly upTo: number
      readonly documents: number
    }
  | { readonly kind: 'checked'; readonly tasks: readonly TaskState[] }
  /** `task`: null when the swap had been done before. */
  | { readonly kind: 'swapped'; readonly task: number | null }
  | { readonly kind: 'keyed'; readonly keyUid: string; readonly key: string }
  | { readonly kind: 'discarded'; readonly uid: string }
  | { readonly kind: 'failed'; readonly code: SyncProblem; readonly message: string }

/** The shop's side of keeping a search server up to date. */
export interface SyncStore {
  /** What to do next; `lease` names the consumer, so that two never work on one shop at once. */
  next(shop: string, lease: string, version: number): Promise<SyncOrder>
  report(shop: string, lease: string, policy: Locale, report: SyncReport): Promise<void>
  /** The consumer stops here, done or not. */
  release(shop: string, lease: string, version: number): Promise<void>
  status(shop: string): Promise<SyncStatus>
  /** Builds every index anew beside the one in use. False: this installation has no search server. */
  reindex(shop: string): Promise<boolean>
}
