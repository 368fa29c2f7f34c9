import type { LeaderboardVerdict } from '../../contract/vocabulary.ts'
import { areRelated } from './model-family.ts'

/** With fewer queries an interval says more about the queries than about the model. */
export const VERDICT_QUERIES = 30

export interface Compared {
  /** Queries both were scored on. */
  readonly n: number
  /** 95 % interval of the gain in nDCG over the first stage. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Everything that was to be compared has been. */
  readonly isWhole: boolean
  /** The ranker's names: what it was asked as, and what it calls itself. */
  readonly ranker: readonly string[]
  /** Models that graded. */
  readonly graders: readonly string[]
}

/**
 * What a comparison allows to be said. Nothing before the end, for whoever looks often enough sees an interval clear
 * zero at some time; never `better` when a relative has graded. Pure.
 */
export function judgeComparison({ n, interval, isWhole, ranker, graders }: Compared): LeaderboardVerdict {
  if (!isWhole || n < VERDICT_QUERIES || !interval) return 'not_told'
  if (interval.high < 0) return 'worse'
  if (interval.low <= 0) return 'not_told'
  const isRelative = graders.some((grader) => ranker.some((name) => areRelated(name, grader)))
  return isRelative ? 'same_family' : 'better'
}
