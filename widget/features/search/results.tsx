import type { Sort } from '../../../worker/contract/vocabulary.ts'
import { fill } from '../../messages/fill.ts'
import { Icon } from '../../ui/icon.tsx'
import { Facets } from './facets.tsx'
import { Notes } from './notes.tsx'
import { Recents } from './recents.tsx'
import { ResultList, Skeleton } from './result-list.tsx'
import type { View } from './view.ts'

const SORTS = ['relevance', 'price_asc', 'price_desc', 'newest', 'rating'] as const satisfies readonly Sort[]

export const countText = ({ model, host: { texts, config } }: View): string => {
  const total = model.answer.value?.total ?? 0
  const n = total.toLocaleString(config.locale)
  return fill(total === 1 ? texts.results_one : texts.results_other, { n })
}

/** What was found: on a desk beside the ways to narrow it, on a phone above them. */
export function Results({ model, host }: View) {
  const { texts } = host
  const { isNarrowing } = model
  const answer = model.answer.value
  if (!answer)
    return (
      <>
        <div class="side" />
        <div class="main">
          <div class="tools" />
          <Skeleton />
        </div>
      </>
    )
  return (
    <>
      <div class={isNarrowing.value ? 'side open' : 'side'} id="side">
        <Facets model={model} host={host} />
        <Recents model={model} host={host} />
      </div>
      <div class="main" onScroll={model.touch}>
        <div class="tools">
          <h2>{countText({ model, host })}</h2>
          <button
            type="button"
            class="chip narrow"
            aria-expanded={isNarrowing.value}
            aria-controls="side"
            onClick={() => (isNarrowing.value = !isNarrowing.value)}
          >
            <Icon shape="filter" />
            {texts.filters}
          </button>
          <select
            aria-label={texts.sort}
            value={model.sort.value}
            onChange={(event) => {
              const sort = SORTS.find((name) => name === event.currentTarget.value)
              if (sort) model.sortBy(sort)
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {texts[`sort_${sort}`]}
              </option>
            ))}
          </select>
        </div>
        <Notes model={model} host={host} />
        <ResultList model={model} host={host} />
        {model.hasMore.value && (
          <button type="button" class="button more" onClick={() => void model.more()}>
            {texts.more}
          </button>
        )}
      </div>
    </>
  )
}
