import type { Grade, GradesResponse } from '../contract/leaderboard.ts'
import type { ModelPrice } from '../contract/models.ts'
import type { BudgetReason, GradeSource, ModelOwner } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'
import type { RerankCards } from './rerank-gate.ts'
import type { StaleList } from './shop-store.ts'

/** A model that takes part in a comparison, as it was at its start. */
export interface Contender {
  /** Tells it from the others: the endpoint, and the cards where they are not the usual number. */
  readonly id: string
  /** An endpoint's id, or `default`. */
  readonly endpoint: string
  /** How many it is shown. */
  readonly cards: RerankCards
  readonly owner: ModelOwner
  readonly model: string
  readonly price: ModelPrice | null
}

/** A comparison that is to begin. */
export interface NewLeaderboard {
  /** New and unique. */
  readonly run: string
  readonly queries: readonly { readonly query: string; readonly grades: readonly Grade[] }[]
  readonly contenders: readonly Contender[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Stands for the first stage among the contenders' ids. */
export const FIRST_STAGE = ''

/**
 * What became of one query with one contender. `ordered`: the answer was in form. `skipped`: there was nothing to ask.
 * `out_of_form`, `failed`: the first stage's order stood.
 */
export interface Score {
  /** `FIRST_STAGE`, or a contender's id. */
  readonly contender: string
  readonly outcome: 'ordered' | 'skipped' | 'out_of_form' | 'failed'
  readonly ndcg: number
  readonly judged: number
  readonly shown: number
  readonly concordant: number
  readonly pairs: number
  /** Of an answered call; null without one. */
  readonly call: {
    readonly latencyMs: number
    readonly tokensIn: number
    readonly tokensOut: number
    readonly counted: boolean
    /** What the model calls itself. */
    readonly answeredBy: string
  } | null
}

export type LeaderboardWork =
  | {
      readonly kind: 'work'
      readonly run: string
      /** Of the query in the run. */
      readonly position: number
      readonly query: string
      readonly grades: readonly Grade[]
      readonly contenders: readonly Contender[]
      /** The most that a contender of the run is shown. */
      readonly cards: RerankCards
      /** Who has been scored on it, and on which products; null: nobody. */
      readonly scored: { readonly cards: string; readonly contenders: readonly string[] } | null
    }
  /** Nothing for so long: it is paused, or somebody else is at it. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** There is none, or it is at its end. */
  | { readonly kind: 'done' }

/** The scores of one query that are new. */
export interface ScoredQuery {
  readonly run: string
  readonly position: number
  /** Tells the products it was scored on: scores of others are forgotten. */
  readonly cards: string
  /** The lead a gate would decide by; null: it has nothing to decide about this query. */
  readonly gap: number | null
  readonly scores: readonly Score[]
  /** Of contenders that gave no answer in time, by id: for the merchant, one short line. */
  readonly error?: string
}

/** Why a turn brought nothing. */
export interface LeaderboardTrouble {
  readonly run: string
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly because:
    /** A bound of the shop's. */
    | { readonly kind: 'budget'; readonly reason: BudgetReason }
    /** The contender's server; it is left out when that goes on. */
    | { readonly kind: 'model'; readonly contender: string; readonly error: string }
    /** The contender is gone, or may not be asked any more. */
    | { readonly kind: 'gone'; readonly contender: string; readonly error: string }
    /** The shop cannot be searched. */
    | { readonly kind: 'search'; readonly error: string }
}

export interface ContenderState extends Contender {
  /** Why it is asked no further; null: it is. */
  readonly stopped: string | null
}

/** A comparison as it is kept. Times are milliseconds since the epoch. */
export interface LeaderboardState {
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly pausedUntil: number
  readonly pausedBy: BudgetReason | null
  readonly lastError: string | null
  readonly graded: Readonly<Record<GradeSource, number>>
  readonly graders: readonly string[]
  readonly queries: { readonly total: number; readonly done: number }
  readonly contenders: readonly ContenderState[]
  /** Of queries on which everybody left in has been scored. */
  readonly scores: readonly (Score & { readonly position: number })[]
  /** See `ScoredQuery.gap`; only of queries that have one. */
  readonly gaps: readonly { readonly position: number; readonly gap: number }[]
}

/** A shop's judgements, and the one comparison of models it keeps. Every call names the shop. */
export interface LeaderboardStore {
  grades(shop: string): Promise<GradesResponse>
  /** Replaces the whole list; nothing is changed when it is no more the one of `ifVersion`. */
  saveGrades(
    shop: string,
    grades: readonly Grade[],
    ifVersion: number | undefined,
  ): Promise<Result<GradesResponse, StaleList>>
  /** In place of what was kept or is under way. */
  begin(shop: string, leaderboard: NewLeaderboard): Promise<void>
  /** Ends what is under way and forgets what is kept; what earlier ones have taught stays. */
  forget(shop: string): Promise<void>
  /** The next query, to the one `lease` that is at it. */
  next(shop: string, lease: string, now: number): Promise<LeaderboardWork>
  /** Keeps scores, unless another comparison has begun. */
  store(shop: string, scored: ScoredQuery): Promise<void>
  trouble(shop: string, trouble: LeaderboardTrouble): Promise<void>
  /** A consumer goes: with `more`, the next is called at once. */
  endTurn(shop: string, lease: string, more: boolean): Promise<void>
  /** null: none was ever begun. */
  read(shop: string): Promise<LeaderboardState | null>
}
