import { orderMessage } from '../contract/orders.ts'
import { momentOf } from '../events/event-time.ts'
import type { OrderStore } from '../ports/order-store.ts'
import { err, ok, type Result } from '../result.ts'
import { MESSAGE_TOLERANCE_MS, isSigned } from './signature.ts'

export type MessageFailure =
  /** No such shop, no secret, no signature or a wrong one: a stranger is not told which. */
  | { readonly kind: 'not_signed' }
  | { readonly kind: 'not_json' }
  | { readonly kind: 'invalid'; readonly field: string }
  /** Signed long ago, or by a clock that is off. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'other_currency' }

/**
 * Takes a message of the shop's server. Its signature is over the body as it came and is checked before anything in it is
 * read; an old message is refused, a repeated one is harmless.
 */
export async function takeMessage(
  orders: OrderStore,
  shop: string,
  {
    body,
    signature,
    arrivedAt,
  }: {
    readonly body: Uint8Array<ArrayBuffer>
    readonly signature: string | undefined
    /** Milliseconds since the epoch. */
    readonly arrivedAt: number
  },
): Promise<Result<{ repeated: boolean }, MessageFailure>> {
  const secret = await orders.secret(shop)
  if (secret === null || !(await isSigned(secret, body, signature))) return err({ kind: 'not_signed' })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(body))
  } catch {
    return err({ kind: 'not_json' })
  }
  const parsed = orderMessage.safeParse(json)
  if (!parsed.success) return err({ kind: 'invalid', field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const { id, type, transaction_id, value, currency, time } = parsed.data
  const at = momentOf(time)
  if (at === undefined) return err({ kind: 'invalid', field: 'time' })
  if (Math.abs(arrivedAt - at) > MESSAGE_TOLERANCE_MS) return err({ kind: 'stale' })
  const heeded = await orders.heed(shop, { id, type, transactionId: transaction_id, value, currency, at })
  return heeded === 'other_currency' ? err({ kind: heeded }) : ok({ repeated: heeded === 'repeated' })
}
