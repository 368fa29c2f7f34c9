import { EVENTS, type EventName } from '../contract/vocabulary.ts'

/** What a shopper does with a product that tells of interest; a list that was merely shown does not. */
const interests: ReadonlySet<EventName> = new Set<EventName>([
  'select_item',
  'view_item',
  'add_to_cart',
  'remove_from_cart',
  'purchase',
])

/** What has to be known of a session to tell what of it may be learnt from. */
export interface SessionInterest {
  /** Events of interest so far. */
  readonly itemEvents: number
  /** The product viewed last; null: none. */
  readonly lastView: string | null
}

/**
 * Whether one more event of a session is to be learnt from, and what is known of the session after it. The same product
 * viewed again is a page loaded again; who looks at more than fifty products in one session is no shopper. Pure.
 */
export function learnFrom(
  { itemEvents, lastView }: SessionInterest,
  { name, products }: { readonly name: EventName; readonly products: readonly string[] },
): { readonly learns: boolean; readonly next: SessionInterest } {
  const [first] = products
  if (first === undefined || !interests.has(name)) return { learns: false, next: { itemEvents, lastView } }
  const next = { itemEvents: itemEvents + 1, lastView: name === 'view_item' ? first : lastView }
  const isRepeat = name === 'view_item' && lastView === first && products.length === 1
  return { learns: !isRepeat && next.itemEvents <= EVENTS.learntItemsOfSession, next }
}
