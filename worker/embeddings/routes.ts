import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { shopAuth } from '../http/shop-auth.ts'

export const vectorRoutes = new Hono<AppEnv>().get('/', shopAuth, async (c) => {
  const { services, shop } = c.var
  const status = await services.vectors.vectorStatus(shop.id)
  return c.json({ configured: services.embeddingsFor(shop)?.embedder.model ?? null, ...status })
})
