/** What a shop's recommender is taught and asked. Times are milliseconds since the epoch. */

/** One event about one product, already checked, counted once and made plausible in time. */
export interface LearntEvent {
  readonly session: string
  /** null: the shopper has not agreed to be recognised. */
  readonly visitor: string | null
  /** A name of GA4; only `view_item`, `add_to_cart` and `purchase` teach anything. */
  readonly name: string
  readonly product: string
  readonly at: number
}

export interface RecommendRules {
  readonly market: string
  /** Whether goods for adults may be shown. */
  readonly adult: boolean
  /** `leave_out`: nothing of the session, the current product included; what blocks do. */
  readonly repeats: 'leave_out' | 'allow'
  /** Ids that are not to be shown, such as those in the cart or said "not this" to. */
  readonly exclude: readonly string[]
  /** Lambda of maximal marginal relevance by category and brand, 0 to 1; null: switched off. */
  readonly diversity: number | null
  /** Share of places that try something else; 0: switched off. */
  readonly exploration: number
}

/** Whom something is recommended to. */
export interface RecommendContext {
  /** Products looked at, oldest first, repeats included. */
  readonly recent: readonly { readonly product: string; readonly at: number }[]
  /** The product of the page; taken for the newest of `recent` whether or not it is in it already. */
  readonly current: string | null
  /** The key of the shopper's own session, which may be learnt already. */
  readonly session: string | null
}

/** What spoke for a product: this shopper's session, what is bought at present, or nothing but curiosity. */
export type RecommendReason = 'session' | 'orders' | 'popular' | 'explored'

export interface RecommendedProduct {
  readonly id: string
  /** Not comparable between lists, nor between reasons. */
  readonly score: number
  readonly reason: RecommendReason
  /** See `Shown`. */
  readonly propensity: number
}

export interface Recommendations {
  /** Best first, each once. */
  readonly products: readonly RecommendedProduct[]
  /** Which of the presets served. */
  readonly preset: string
}

/** How the recommender has adapted to a shop. */
export interface RecommenderState {
  readonly sessions: number
  /** Shares of steps that stay with the current product, and that go back to an earlier one. */
  readonly repeats: { readonly current: number; readonly earlier: number }
  readonly preset: string
  readonly observations: number
  /** Running nDCG@20 of each preset on products new to the session. */
  readonly gains: Readonly<Record<string, number>>
  /** When another preset took over, oldest first. */
  readonly changes: readonly {
    readonly at: number
    readonly observations: number
    readonly chosen: string
    readonly gains: Readonly<Record<string, number>>
  }[]
}
