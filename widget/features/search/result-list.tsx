/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no <select> can show cards */
import { ResultCard } from './result-card.tsx'
import type { View } from './view.ts'

export const LIST_ID = 'list'

/** The hits in order, as one listbox that the words control. */
export const ResultList = ({ model, host }: View) => (
  <div
    class="grid"
    id={LIST_ID}
    role="listbox"
    aria-label={host.texts.products}
    onPointerMove={model.touch}
    onPointerDown={model.touch}
  >
    {model.visible.value.map((hit, index) => (
      <ResultCard key={hit.id} model={model} host={host} hit={hit} index={index} />
    ))}
  </div>
)

/** Where cards will be, in the very same grid, while nothing has been shown yet. */
export const Skeleton = () => (
  <div class="grid" aria-hidden="true">
    {Array.from({ length: 8 }, (_, index) => (
      <div key={index} class="card bare">
        <div class="frame" />
        <div class="text" />
      </div>
    ))}
  </div>
)
