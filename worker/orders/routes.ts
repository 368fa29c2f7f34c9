import { Hono } from 'hono'
import { ordersRequest } from '../contract/orders.ts'
import { paths } from '../contract/vocabulary.ts'
import type { AppEnv } from '../http/context.ts'
import { readBytes } from '../http/read-json.ts'
import { respondError, type PublicError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { validate } from '../http/validate.ts'
import { isShopId, newOrderSecret } from '../shops/keys.ts'
import { orderFigures } from './order-figures.ts'
import { takeMessage, type MessageFailure } from './take-message.ts'

const MESSAGE_MOST_BYTES = 64 * 1024

const publicError = (failure: MessageFailure): PublicError => {
  switch (failure.kind) {
    case 'not_signed':
      return { code: 'unauthorized', message: 'The signature is missing or wrong: nothing was changed.' }
    case 'not_json':
      return { code: 'bad_request', message: 'The body is not JSON.' }
    case 'invalid':
      return {
        code: 'bad_request',
        message: `${failure.field} is not accepted: nothing was changed.`,
        field: failure.field,
      }
    case 'other_currency':
      return {
        code: 'conflict',
        field: 'currency',
        message: 'An earlier message named another currency for this order: nothing was changed.',
      }
    case 'stale':
      return {
        code: 'bad_request',
        field: 'time',
        message: 'The message was signed more than five minutes ago, or by a wrong clock: sign it again.',
      }
  }
}

/** Where a shop's own server says what became of orders. */
export const orderWebhookRoutes = new Hono<AppEnv>().post('/:shop', async (c) => {
  const body = await readBytes(c, MESSAGE_MOST_BYTES)
  if (!body.ok) return respondError(c, body.error)
  const shop = c.req.param('shop')
  if (!isShopId(shop)) return respondError(c, publicError({ kind: 'not_signed' }))
  const taken = await takeMessage(c.var.services.orders, shop, {
    body: body.value,
    signature: c.req.header('Aisle-Signature'),
    arrivedAt: c.var.arrivedAt,
  })
  return taken.ok ? c.json(taken.value) : respondError(c, publicError(taken.error))
})

export const orderRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => {
    const days = validate(ordersRequest, c.req.query())
    if (!days.ok) return respondError(c, days.error)
    const { from, to } = days.value
    const { services, shop } = c.var
    const figures = await services.orders.figures(shop.id, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })
    return c.json(orderFigures(figures))
  })
  .post('/secret', async (c) => {
    const { services, shop } = c.var
    const secret = newOrderSecret()
    await services.orders.saveSecret(shop.id, secret)
    return c.json({ secret, path: `${paths.orderWebhook}/${shop.id}` }, 201)
  })
