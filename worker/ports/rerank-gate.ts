/** How many cards a re-ranking model is shown. */
export type RerankCards = 24 | 48

/** What a comparison of models has taught about one of them. Goes along with the shop's record. */
export interface LearntGate {
  /** The endpoint it was learnt of, or `default`. */
  readonly endpoint: string
  /** The model that answered there then; of another nothing is known. */
  readonly model: string
  /** With confidence, its order is worse than the one without it. */
  readonly shut: boolean
  /** From this lead on its order is not worth a call; null: too few queries tell. */
  readonly gap: number | null
  readonly cards: RerankCards
  /** Judged queries it was learnt from. */
  readonly queries: number
  /** Gain in nDCG over the first stage, with its 95 % interval. */
  readonly gain: { readonly mean: number; readonly low: number; readonly high: number } | null
  /** Milliseconds since the epoch. */
  readonly learntAt: number
}
