import { fill } from '../../messages/fill.ts'
import { Icon } from '../../ui/icon.tsx'
import { filterLabel } from './filters.ts'
import type { View } from './view.ts'

/**
 * What was understood, and what was tapped, each with a way out; a wish taken back stays, to be brought back. After them
 * what else might be meant.
 */
export function Chips({ model, host: { texts } }: View) {
  const wishes = model.wishes.value
  const filters = Object.entries(model.filters.value)
  const hints = model.later.value?.hints()
  if (!wishes.length && !filters.length && !hints) return null
  return (
    <ul class="chips" aria-label={texts.understood}>
      {wishes.map((wish) => {
        const isStruck = model.struck.value.some(({ id }) => id === wish.id)
        return (
          <li key={wish.id}>
            <button
              type="button"
              class={isStruck ? 'chip struck' : wish.hard ? 'chip hard' : 'chip'}
              aria-label={fill(isStruck ? texts.wish_restore : texts.wish_drop, { text: wish.label })}
              onClick={() => model.toggleWish(wish)}
            >
              {wish.label}
              {!isStruck && <Icon shape="cross" />}
            </button>
          </li>
        )
      })}
      {filters.flatMap(([name, values]) =>
        values.map((value) => (
          <li key={name + value}>
            <button
              type="button"
              class="chip hard"
              aria-label={fill(texts.wish_drop, { text: filterLabel(value) })}
              onClick={() => model.toggleFilter(name, value)}
            >
              {filterLabel(value)}
              <Icon shape="cross" />
            </button>
          </li>
        )),
      )}
      {hints}
    </ul>
  )
}
