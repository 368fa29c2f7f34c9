import { Group } from '../browse.tsx'
import type { View } from '../view.ts'

/** What the shop's products state most: colours, sizes and whatever else it has. */
export const Attributes = ({ model, host }: View) => {
  const { attributes } = host.config.browse
  return [...new Set(attributes.map(({ name }) => name))].map((name) => (
    <Group
      key={name}
      model={model}
      host={host}
      title={name}
      filter={`attr.${name}`}
      values={attributes.filter((other) => other.name === name)}
    />
  ))
}
