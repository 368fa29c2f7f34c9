import { Hono } from 'hono'
import { eventBatch, exportRequest } from '../contract/events.ts'
import { EVENTS } from '../contract/vocabulary.ts'
import { countryOf } from '../http/country-of.ts'
import type { AppEnv } from '../http/context.ts'
import { eventLimit } from '../http/rate-limit.ts'
import { readJson } from '../http/read-json.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { storefrontAuth } from '../http/storefront-auth.ts'
import { validate } from '../http/validate.ts'
import { isDeclaredBot } from '../metering/declared-bots.ts'
import { exportLines } from './export-lines.ts'
import { ingestEvents } from './ingest-events.ts'

export const eventRoutes = new Hono<AppEnv>().post('/', storefrontAuth, eventLimit, async (c) => {
  const batch = await readJson(c, eventBatch, EVENTS.batchBytes)
  if (!batch.ok) return respondError(c, batch.error)
  const { services, shop, arrivedAt } = c.var
  const answer = await ingestEvents(services.events, shop, batch.value, {
    arrivedAt,
    country: countryOf(c.req.header('CF-IPCountry')),
    isBot: isDeclaredBot((name) => c.req.header(name)),
  })
  c.header('Cache-Control', 'no-store')
  return c.json(answer, 202)
})

/** A shop's own data to take along, as JSON Lines. */
export const exportRoutes = new Hono<AppEnv>().get('/', shopAuth, (c) => {
  const request = validate(exportRequest, c.req.query())
  if (!request.ok) return respondError(c, request.error)
  const { services, shop } = c.var
  c.header('Content-Type', 'application/jsonl; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${request.value.kind}.jsonl"`)
  return c.body(exportLines(services.events, shop.id, request.value.visitor))
})

export const visitorRoutes = new Hono<AppEnv>().delete('/:id', shopAuth, async (c) => {
  const { services, shop } = c.var
  return c.json(await services.events.eraseVisitor(shop.id, c.req.param('id')))
})
