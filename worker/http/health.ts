import { Hono } from 'hono'
import type { AppEnv } from './context.ts'
import { operatorAuth } from './shop-auth.ts'

/** Says that requests can be served; with `?deep` and the operator token also what is configured. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/', async (c, next) => {
    if (c.req.query('deep') === undefined) return c.json({ status: 'ok' })
    return operatorAuth(c, next)
  })
  .get('/', (c) => {
    const { model, rateLimits } = c.var.services
    return c.json({
      status: 'ok',
      retriever: 'embedded',
      model: model === null ? 'none' : 'configured',
      rate_limits: rateLimits ? 'on' : 'off',
    })
  })
