export interface CategoryCount {
  /** The whole path, broadest first. */
  readonly value: string
  /** Its last part. */
  readonly title: string
  /** Products in it and in what is under it. */
  readonly count: number
}

const SEPARATOR = ' > '

/** Every category on the given paths with the products of its branches, most first. Pure. */
export function categoryCounts(
  paths: readonly { readonly text: string; readonly documents: number }[],
): CategoryCount[] {
  const counts = new Map<string, number>()
  for (const { text, documents } of paths) {
    const parts = text.split(SEPARATOR)
    parts.forEach((_, index) => {
      const value = parts.slice(0, index + 1).join(SEPARATOR)
      counts.set(value, (counts.get(value) ?? 0) + documents)
    })
  }
  return Array.from(counts, ([value, count]) => ({
    value,
    title: value.split(SEPARATOR).at(-1) ?? value,
    count,
  })).sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
}
