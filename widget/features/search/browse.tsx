import { filterLabel } from './filters.ts'
import type { View } from './view.ts'

type Props = View & { title: string; filter: string; values: readonly { readonly value: string }[] }

/** Values of one filter under a heading, each a tap. */
export const Group = ({ model, title, filter, values }: Props) =>
  values.length > 0 && (
    <section>
      <h2>{title}</h2>
      <ul class="tags">
        {values.map(({ value }) => (
          <li key={value}>
            <button type="button" class="chip" onClick={() => model.toggleFilter(filter, value)}>
              {filterLabel(value)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

/** The shop's categories, to begin with a tap. */
export const Categories = ({ model, host }: View) => (
  <Group
    model={model}
    host={host}
    title={host.texts.categories}
    filter="category"
    values={host.config.browse.categories}
  />
)
