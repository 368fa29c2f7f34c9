import type { BudgetReason } from '../contract/vocabulary.ts'

/** A query that is to be ready before somebody asks. */
export interface WarmQuery {
  readonly market: string
  readonly query: string
  /** Whether its results get an order, besides the words of its wish. */
  readonly wantsOrder: boolean
}

/** One model's order of the cards in one sequence: their places as they were found, from 0; null: no usable answer. */
export type WarmPass = readonly number[] | null

export type WarmingWork =
  | ({
      readonly kind: 'work'
      readonly run: string
      /** Of the query in the run. */
      readonly position: number
      /** Passes that are there already, and which cards they are of; null: none. */
      readonly passes: { readonly cards: string; readonly orders: readonly WarmPass[] } | null
    } & WarmQuery)
  /** Nothing for so long: it is paused, or somebody else is at it. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** The last run is at its end and the next not due, or the merchant has not switched it on. */
  | { readonly kind: 'done' }

/** `kept`: it was there already; `none`: it would be of no use; `failed`: there was no usable answer. */
export type WarmOutcome = 'made' | 'kept' | 'none' | 'failed'

/** What came of a query, step by step. */
export type WarmingStep =
  /** The words of its wish, under their key; see `expansionKey`. */
  | { readonly kind: 'words'; readonly key: string; readonly words: readonly string[] }
  | { readonly kind: 'pass'; readonly cards: string; readonly order: WarmPass }
  /** The order to keep, as a model would write it. */
  | { readonly kind: 'order'; readonly key: string; readonly cards: string; readonly answer: string }
  /** It is through. What was made before this stays told. */
  | { readonly kind: 'done'; readonly expansion: WarmOutcome; readonly ordering: WarmOutcome }
  | { readonly kind: 'trouble'; readonly because: WarmingTrouble }

/** Why a turn brought nothing. */
export type WarmingTrouble =
  /** A bound of the shop's. */
  | { readonly kind: 'budget'; readonly reason: BudgetReason }
  /** The model's server; `isLate`: this question may be too much for it. */
  | { readonly kind: 'model'; readonly error: string; readonly isLate: boolean }
  /** The shop cannot be searched. */
  | { readonly kind: 'search'; readonly error: string }

export interface WarmingReport {
  readonly run: string
  readonly position: number
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly step: WarmingStep
}

/** The last run as it is kept. Times are milliseconds since the epoch. */
export interface WarmingRun {
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly pausedUntil: number
  readonly pausedBy: BudgetReason | null
  readonly lastError: string | null
  readonly queries: { readonly total: number; readonly done: number }
  readonly expansions: Readonly<Record<WarmOutcome, number>>
  readonly orders: Readonly<Record<WarmOutcome, number>>
  readonly calls: number
  readonly tokens: { readonly in: number; readonly out: number }
}

export interface WarmingState {
  /** null: there was none. */
  readonly run: WarmingRun | null
  /** When the next may begin; null: nobody waits for it. */
  readonly nextRun: number | null
}

/** What a shop has thought out before anybody asks, and the job that does it. Every call names the shop. */
export interface WarmingStore {
  /** The next query, to the one `lease` that is at it. */
  next(shop: string, lease: string, now: number): Promise<WarmingWork>
  /** Keeps what came of a query, unless another run has begun. */
  report(shop: string, report: WarmingReport): Promise<void>
  /** A consumer goes: with `more`, the next is called at once, else nobody for now. */
  endTurn(shop: string, lease: string, more: boolean): Promise<void>
  /** The merchant wants it now: a pause ends, or a new run begins. */
  start(shop: string): Promise<void>
  read(shop: string): Promise<WarmingState>
}
