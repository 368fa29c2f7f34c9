/** What the recommender learns from, by the event names of GA4. */

/** Rises with what it says about interest; a step keeps it in two bits. */
export const kinds = { view: 0, cart: 1, purchase: 2 } as const
export type EventKind = (typeof kinds)[keyof typeof kinds]

const named: Readonly<Record<string, EventKind>> = {
  view_item: kinds.view,
  add_to_cart: kinds.cart,
  purchase: kinds.purchase,
}

/** null: an event that says nothing about the product, or nothing for certain. */
export const kindOfEvent = (name: string): EventKind | null =>
  Object.hasOwn(named, name) ? (named[name] ?? null) : null

/** How many views an event counts for. */
export const kindWeight = (kind: EventKind): number => [1, 3, 5][kind] ?? 1
