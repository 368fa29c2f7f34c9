import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'

/** How far the search server is, and building its indexes anew. */
export const syncRoutes = new Hono<AppEnv>()
  .get('/sync', shopAuth, async (c) => c.json(await c.var.services.sync.status(c.var.shop.id)))
  .post('/reindex', shopAuth, async (c) => {
    if (await c.var.services.sync.reindex(c.var.shop.id)) {
      return c.json(await c.var.services.sync.status(c.var.shop.id), 202)
    }
    return respondError(c, {
      code: 'conflict',
      message: 'No Meilisearch is set up on this server (MEILI_URL): the shop searches its own index.',
    })
  })
