import { z } from 'zod'
import { EVENTS, LIMITS, consents, eventNames, eventRejections } from './vocabulary.ts'

/** Milliseconds since the epoch, or ISO 8601 with a zone. */
const moment = z.union([z.number(), z.string().max(40)])

/** A product's id, or an item as GA4 has it. Unknown fields are left aside. */
const item = z.union([
  z.string().min(1).max(200),
  z.number().int().nonnegative(),
  z.looseObject({
    item_id: z.union([z.string().min(1).max(200), z.number().int().nonnegative()]).nullish(),
    id: z.union([z.string().min(1).max(200), z.number().int().nonnegative()]).nullish(),
    quantity: z.number().positive().max(100_000).nullish(),
    /** Of one, in major units. */
    price: z.number().nonnegative().nullish(),
  }),
])

/** One thing that happened on a page. Each is judged alone: a bad one does not spoil its batch. */
export const storefrontEvent = z.looseObject({
  /** Made by the page, unique in the shop: the same id again is the same event. */
  id: z.string().min(1).max(EVENTS.idCharacters),
  name: z.enum(eventNames),
  time: moment,
  items: z.array(item).max(EVENTS.itemsOfEvent).nullish(),
  /** The words searched for, where a search led here. Personal data is taken out before they are kept. */
  search: z.string().max(LIMITS.queryCharacters).nullish(),
  /** Of the search or the block that led here. */
  request_id: z.string().max(100).nullish(),
  /** Major units of `currency`. */
  value: z.number().nonnegative().nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  transaction_id: z.string().min(1).max(100).nullish(),
})

export const eventBatch = z.object({
  /** Kept only where consent or the basis of the shopper's region allows it. */
  visitor: z.string().max(100).nullish(),
  session: z.string().min(1).max(100),
  consent: z.enum(consents).default('not_asked'),
  /** When the page's own clock sent this: tells a wrong clock from events that waited. */
  sent_at: moment.optional(),
  market: z.string().max(50).optional(),
  events: z.array(z.unknown()),
})
export type EventBatch = z.infer<typeof eventBatch>

/** The same as documented: what a caller should send. */
export const eventBatchDocument = eventBatch.extend({
  events: z.array(storefrontEvent).max(EVENTS.perBatch),
})

export const eventsAnswer = z.object({
  /** Taken now or before: accepted and rejected are all. */
  accepted: z.number().int(),
  rejected: z.array(z.object({ index: z.number().int(), code: z.enum(eventRejections) })),
})
export type EventsAnswer = z.infer<typeof eventsAnswer>

/** What erasing a visitor has removed. */
export const erasure = z.object({
  events: z.number().int(),
  sessions: z.number().int(),
  /** Orders stay as the shop's records, but lead to nobody any more. */
  orders: z.number().int(),
})
export type Erasure = z.infer<typeof erasure>

export const exportRequest = z.object({
  kind: z.enum(['events']).default('events'),
  /** Only what is of this visitor. */
  visitor: z.string().min(1).max(100).optional(),
})
export type ExportRequest = z.infer<typeof exportRequest>
