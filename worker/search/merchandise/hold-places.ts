export interface Held<T> {
  readonly item: T
  /** 1 is the first. */
  readonly position: number
}

/**
 * A list with some items held in their places and the rest in its order around them. An item is there once, whether
 * the list had it or not; one whose place lies past the end comes last. Of two for one place the second comes behind
 * the first. Pure.
 */
export function holdPlaces<T>(items: readonly T[], held: readonly Held<T>[]): T[] {
  if (held.length === 0) return [...items]
  const isHeld = new Set(held.map(({ item }) => item))
  const rest = items.filter((item) => !isHeld.has(item))
  const waiting = held.toSorted((left, right) => left.position - right.position)
  const placed: T[] = []
  let next = 0
  for (const { item, position } of waiting) {
    while (placed.length < position - 1 && next < rest.length) {
      const free = rest[next]
      next += 1
      if (free !== undefined) placed.push(free)
    }
    placed.push(item)
  }
  return [...placed, ...rest.slice(next)]
}
