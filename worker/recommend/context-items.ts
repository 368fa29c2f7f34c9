/** A product that a shopper has looked at. `at`: milliseconds since the epoch. */
export interface SeenItem {
  readonly item: number
  readonly at: number
}

/** A product of the context with how far back it is: 0 is the newest, each other product before it one further. */
export interface ContextItem {
  readonly item: number
  readonly distance: number
  /** 1 for the newest, less for what was days before it: a context may reach over several sessions. */
  readonly freshness: number
}

/** What was looked at this long before the newest counts a third of what it would. */
const FRESH_MS = 3 * 24 * 3600 * 1000

/** The last distinct items (`seen` oldest first), newest first. */
export function contextOf(seen: readonly SeenItem[], most: number): ContextItem[] {
  const newest = seen.at(-1)?.at ?? 0
  const context = new Map<number, ContextItem>()
  for (let index = seen.length - 1; index >= 0 && context.size < most; index--) {
    const one = seen[index]
    if (!one || context.has(one.item)) continue
    const freshness = Math.exp(-Math.max(0, newest - one.at) / FRESH_MS)
    context.set(one.item, { item: one.item, distance: context.size, freshness })
  }
  return [...context.values()]
}
