import type { UnderstoodWish } from '../../../worker/contract/search.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import type { SearchModel } from './search-model.ts'

/** What was understood, each to be taken back and brought back; a hard wish is filled, a soft one outlined. */
export function WishChips({ model, wishes }: { model: SearchModel; wishes: readonly UnderstoodWish[] }) {
  const t = texts.value.search
  const dropped = [...model.dropped.value]
  if (wishes.length === 0 && dropped.length === 0) return <p class="hint">{t.understoodNone}</p>
  return (
    <ul class="chips" aria-label={t.understood}>
      {wishes
        .filter(({ id }) => !model.dropped.value.has(id))
        .map(({ id, label, hard }) => (
          <li key={id}>
            <button
              type="button"
              class={hard ? 'chip hard' : 'chip'}
              aria-label={t.drop(label)}
              onClick={() => model.drop(id, label)}
            >
              {label}
              <Icon shape="cross" />
            </button>
          </li>
        ))}
      {dropped.map(([id, label]) => (
        <li key={id}>
          <button
            type="button"
            class="chip struck"
            aria-label={t.bringBack(label)}
            onClick={() => model.bringBack(id)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
