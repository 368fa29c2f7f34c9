import { storefrontEvent } from '../contract/events.ts'
import type { EventName, EventRejection } from '../contract/vocabulary.ts'
import type { EventItem, ReadEvent } from '../ports/event-store.ts'
import { redact } from '../privacy/redact.ts'
import { err, ok, type Result } from '../result.ts'
import { momentOf, placeInTime } from './event-time.ts'

export interface EventProblem {
  readonly code: EventRejection
  /** The field to mend; empty where it is the event as a whole. */
  readonly field: string
}

export interface ReadingContext {
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
  /** What the page's clock is off by; see `clockOffset`. */
  readonly offset: number
  /** How late an event may come, in milliseconds. */
  readonly lateMs: number
}

/** These say nothing without a product. */
const needItems: ReadonlySet<EventName> = new Set<EventName>([
  'select_item',
  'view_item',
  'add_to_cart',
  'remove_from_cart',
])

const codes: Readonly<Record<string, EventRejection>> = {
  id: 'id_invalid',
  name: 'name_unknown',
  time: 'time_invalid',
  items: 'items_invalid',
}

type Item = NonNullable<ReturnType<typeof storefrontEvent.parse>['items']>[number]

function readItem(item: Item): EventItem | null {
  if (typeof item !== 'object') return { product: String(item) }
  const product = item.item_id ?? item.id
  if (product === null || product === undefined) return null
  return {
    product: String(product),
    ...(typeof item.quantity === 'number' ? { quantity: item.quantity } : {}),
    ...(typeof item.price === 'number' ? { price: item.price } : {}),
  }
}

const filled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== ''

/** One event of a page or of a file: every field checked, its time put right, personal data out of its words. Pure. */
export function readEvent(
  value: unknown,
  { arrivedAt, offset, lateMs }: ReadingContext,
): Result<ReadEvent, EventProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ code: 'not_an_event', field: '' })
  }
  const parsed = storefrontEvent.safeParse(value)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return err({ code: codes[field] ?? 'field_invalid', field })
  }
  const { id, name, time, items, search, request_id, value: worth, currency, transaction_id } = parsed.data
  const moment = momentOf(time)
  if (moment === undefined) return err({ code: 'time_invalid', field: 'time' })
  const at = placeInTime(moment, { offset, arrivedAt, lateMs })
  if (!at.ok) return err({ code: at.error, field: 'time' })
  const read = (items ?? []).map(readItem)
  const known = read.filter((item) => item !== null)
  if (known.length < read.length) return err({ code: 'items_invalid', field: 'items' })
  if (known.length === 0 && needItems.has(name)) return err({ code: 'items_missing', field: 'items' })
  return ok({
    id,
    name,
    at: at.value,
    items: known,
    ...(filled(search) ? { search: redact(search.trim()) } : {}),
    ...(filled(request_id) ? { requestId: request_id } : {}),
    ...(typeof worth === 'number' ? { value: worth } : {}),
    ...(filled(currency) ? { currency } : {}),
    ...(filled(transaction_id) ? { transactionId: transaction_id } : {}),
  })
}
