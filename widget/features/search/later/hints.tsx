import type { Hint } from '../../../../worker/contract/search.ts'
import { fill } from '../../../messages/fill.ts'
import { hasFilter } from '../filters.ts'
import type { SearchModel } from '../model.ts'
import type { LaterMessages } from './messages.ts'

/** The narrower kinds on offer; one that is chosen stands among the filters instead. */
export const openHints = ({ answer, filters }: SearchModel): readonly Hint[] =>
  (answer.value?.hints ?? []).filter(({ filter: { name, value } }) => !hasFilter(filters.value, name, value))

/** Narrower kinds as items of the list of chips, each a tap away. */
export const Hints = ({
  model,
  texts,
  hints,
}: {
  model: SearchModel
  texts: LaterMessages
  hints: readonly Hint[]
}) =>
  hints.map(({ label, filter: { name, value } }) => (
    <li key={name + value}>
      <button
        type="button"
        class="chip hint"
        aria-label={fill(texts.hint, { text: label })}
        onClick={() => model.toggleFilter(name, value)}
      >
        {label}
      </button>
    </li>
  ))
