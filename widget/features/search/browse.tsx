import { filterLabel } from './filters.ts'
import type { View } from './view.ts'

/** Before anything is typed: the shop's categories and attributes, to begin with a tap. */
export function Browse({ model, host: { texts, config } }: View) {
  const { categories, attributes } = config.browse
  const groups = new Map<string, { filter: string; values: string[] }>([
    [texts.categories, { filter: 'category', values: categories.map(({ value }) => value) }],
  ])
  for (const { name, value } of attributes) {
    const group = groups.get(name)
    if (group) group.values.push(value)
    else groups.set(name, { filter: `attr.${name}`, values: [value] })
  }
  return [...groups].map(
    ([title, { filter, values }]) =>
      values.length > 0 && (
        <section key={filter}>
          <h2>{title}</h2>
          <ul class="tags">
            {values.map((value) => (
              <li key={value}>
                <button type="button" class="chip" onClick={() => model.toggleFilter(filter, value)}>
                  {filterLabel(value)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ),
  )
}
