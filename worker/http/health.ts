import { Hono } from 'hono'
import type { SearchIndex } from '../ports/search-index.ts'
import type { AppEnv } from './context.ts'
import { operatorAuth } from './shop-auth.ts'

/** Whether the search server answers and takes this installation's key. */
async function stateOf(index: SearchIndex): Promise<string> {
  const asked = await index.tasks([])
  return asked.ok ? 'ok' : asked.error.kind
}

/** Says that requests can be served; with `?deep` and the operator token also what is configured. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/', async (c, next) => {
    if (c.req.query('deep') === undefined) return c.json({ status: 'ok' })
    return operatorAuth(c, next)
  })
  .get('/', async (c) => {
    const { models, rateLimits, searchIndex } = c.var.services
    return c.json({
      status: 'ok',
      retriever: searchIndex ? 'meilisearch' : 'embedded',
      ...(searchIndex ? { meilisearch: await stateOf(searchIndex) } : {}),
      model: models.offered === null ? 'none' : 'configured',
      rate_limits: rateLimits ? 'on' : 'off',
    })
  })
