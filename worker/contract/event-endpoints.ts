import { z } from 'zod'
import { erasure, eventBatchDocument, eventsAnswer, exportRequest } from './events.ts'
import {
  orderMessage,
  orderMessageAnswer,
  orderSecretAnswer,
  ordersRequest,
  ordersResponse,
} from './orders.ts'
import { paths } from './vocabulary.ts'

/** What is told about shoppers and orders, and how it is got out and erased again. */
export const eventEndpoints = [
  {
    method: 'post',
    path: paths.events,
    summary:
      'What happens on a page, as text/plain. An event is taken once however often its id comes; a bad one is rejected alone',
    auth: 'public_key',
    body: eventBatchDocument,
    answer: { status: 202, schema: eventsAnswer },
  },
  {
    method: 'post',
    path: `${paths.orderWebhook}/{shop}`,
    summary:
      "What the shop's own server says of an order; the header Aisle-Signature is sha256= and the HMAC-SHA256 of the body in hex",
    auth: 'none',
    body: orderMessage,
    answer: { status: 200, schema: orderMessageAnswer },
  },
  {
    method: 'post',
    path: `${paths.orders}/secret`,
    summary: 'Make the secret that messages about orders are signed with; the last one is void from then on',
    auth: 'secret_key',
    answer: { status: 201, schema: orderSecretAnswer },
  },
  {
    method: 'get',
    path: paths.orders,
    summary: 'What orders come to, by state and currency',
    auth: 'secret_key',
    query: ordersRequest,
    answer: { status: 200, schema: ordersResponse },
  },
  {
    method: 'get',
    path: paths.export,
    summary: "The shop's data as JSON Lines, in the form in which it can be imported",
    auth: 'secret_key',
    query: exportRequest,
    answer: { status: 200, schema: z.string() },
  },
  {
    method: 'delete',
    path: `${paths.visitors}/{id}`,
    summary: 'Erase a visitor and all that was derived from them',
    auth: 'secret_key',
    answer: { status: 200, schema: erasure },
  },
] as const
