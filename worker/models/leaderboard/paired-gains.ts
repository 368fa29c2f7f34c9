import { FIRST_STAGE, type LeaderboardState } from '../../ports/leaderboard-store.ts'

export interface PairedGain {
  /** Of the query in the run. */
  readonly position: number
  readonly gain: number
  /** The model's order was used: its answer came, in form. */
  readonly isOrdered: boolean
}

/** What one contender gained over another, query by query, where both have been scored. Pure. */
export function pairedGains(
  { scores }: Pick<LeaderboardState, 'scores'>,
  contender: string,
  over: string = FIRST_STAGE,
): PairedGain[] {
  const bases = new Map(
    scores.flatMap((score) => (score.contender === over ? [[score.position, score.ndcg]] : [])),
  )
  return scores.flatMap(({ contender: of, position, ndcg, outcome }) => {
    const base = of === contender ? bases.get(position) : undefined
    return base === undefined ? [] : [{ position, gain: ndcg - base, isOrdered: outcome === 'ordered' }]
  })
}
