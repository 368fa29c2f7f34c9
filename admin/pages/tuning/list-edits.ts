/** Changes of a list whose entries have ids. Each leaves what it does not speak of, so that it can be made on a newer list. */

interface Entry {
  readonly id: string
}

export const without =
  <T extends Entry>(id: string) =>
  (list: readonly T[]): readonly T[] =>
    list.filter((entry) => entry.id !== id)

/** Puts an entry at an index; when the list has it already, it stays as it is. */
export const insertedAt =
  <T extends Entry>(index: number, entry: T) =>
  (list: readonly T[]): readonly T[] =>
    list.some(({ id }) => id === entry.id) ? list : [...list.slice(0, index), entry, ...list.slice(index)]

/** Exchanges the entry of the same id; adds it at the end when there is none. */
export const replaced =
  <T extends Entry>(entry: T) =>
  (list: readonly T[]): readonly T[] =>
    list.some(({ id }) => id === entry.id)
      ? list.map((other) => (other.id === entry.id ? entry : other))
      : [...list, entry]

/** Moves an entry by so many places, as far as there are any. */
export const movedBy =
  <T extends Entry>(id: string, by: number) =>
  (list: readonly T[]): readonly T[] => {
    const from = list.findIndex((entry) => entry.id === id)
    const entry = list[from]
    if (!entry) return list
    const rest = list.filter((other) => other !== entry)
    const to = Math.min(rest.length, Math.max(0, from + by))
    return [...rest.slice(0, to), entry, ...rest.slice(to)]
  }

/** An id for a new entry, before the server has seen it. */
export const newEntryId = (): string => crypto.randomUUID().replaceAll('-', '')
