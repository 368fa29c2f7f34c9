import type { Hit } from '../../../worker/contract/search.ts'
import type { RulesPreviewResponse, TuningTrace } from '../../../worker/contract/tuning.ts'

export interface Compared {
  readonly hit: Hit
  /** 1 is the first. */
  readonly place: number
  /** Places won; 0 none; null: not in the other list's first results. */
  readonly moved: number | null
  readonly isPinned: boolean
}

const isPin = (trace: TuningTrace['rules'], id: string): boolean =>
  trace.some(({ did }) =>
    did.some(
      (action) =>
        action.do === 'pin' &&
        action.because === undefined &&
        (action.products ?? []).some((product) => product.id === id),
    ),
  )

/** The lists before and after, each result with where it stands in the other. Pure. */
export function compareLists({ before, after, tuning }: RulesPreviewResponse): {
  readonly before: readonly Compared[]
  readonly after: readonly Compared[]
} {
  const placesIn = (hits: readonly Hit[]) => new Map(hits.map(({ id }, index) => [id, index + 1]))
  const was = placesIn(before.hits)
  const is = placesIn(after.hits)
  return {
    before: before.hits.map((hit, index) => {
      const now = is.get(hit.id)
      return { hit, place: index + 1, moved: now === undefined ? null : 0, isPinned: false }
    }),
    after: after.hits.map((hit, index) => {
      const then = was.get(hit.id)
      return {
        hit,
        place: index + 1,
        moved: then === undefined ? null : then - (index + 1),
        isPinned: isPin(tuning.rules, hit.id),
      }
    }),
  }
}
