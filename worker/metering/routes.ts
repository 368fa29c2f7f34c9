import { Hono } from 'hono'
import { ledgerRequest } from '../contract/ledger.ts'
import type { AppEnv } from '../http/context.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { validate } from '../http/validate.ts'

/** What calls to models were made for a shop and what they came to. */
export const ledgerRoutes = new Hono<AppEnv>().get('/', shopAuth, async (c) => {
  const request = validate(ledgerRequest, c.req.query())
  if (!request.ok) return respondError(c, request.error)
  const { services, shop } = c.var
  return c.json(await services.ledger.list(shop.id, request.value))
})
