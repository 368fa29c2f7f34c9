import { filterLabel, hasFilter } from './filters.ts'
import type { View } from './view.ts'

interface Group {
  /** Filter name as the address has it. */
  readonly name: string
  readonly title: string
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

/** More than this is a list to read, not a choice to tap. */
const VALUES_MAX = 8
const ATTRIBUTES_MAX = 5

/** Categories, brands and attributes of what was found, each a tap away. */
export function Facets({ model, host: { texts } }: View) {
  const facets = model.answer.value?.facets
  if (!facets) return null
  const groups: Group[] = [
    { name: 'category', title: texts.category, values: facets.category },
    { name: 'brand', title: texts.brand, values: facets.brand },
    ...facets.attributes
      .slice(0, ATTRIBUTES_MAX)
      .map(({ name, values }) => ({ name: `attr.${name}`, title: name, values })),
  ]
  return groups.map(
    ({ name, title, values }) =>
      values.length > 0 && (
        <section key={name}>
          <h2>{title}</h2>
          <ul class="rows">
            {values.slice(0, VALUES_MAX).map(({ value, count }) => (
              <li key={value}>
                <button
                  type="button"
                  class="row"
                  aria-pressed={hasFilter(model.filters.value, name, value)}
                  onClick={() => model.toggleFilter(name, value)}
                >
                  <span>{filterLabel(value)}</span> <small>{count}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ),
  )
}
