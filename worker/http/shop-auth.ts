import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { hashSecret, sameKey, shopOfKey } from '../shops/keys.ts'
import type { AppEnv } from './context.ts'
import { respondError } from './respond.ts'

const bearer = (c: Context<AppEnv>): string =>
  /^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? ''

/** A call of the shop's own: `Authorization: Bearer sk_…`. */
export const shopAuth = createMiddleware<AppEnv>(async (c, next) => {
  const key = bearer(c)
  const id = shopOfKey(key, 'sk')
  const shop = id === null ? null : await c.var.services.shops.read(id)
  if (!shop || !(await sameKey(shop.secretHash, await hashSecret(key)))) {
    c.header('WWW-Authenticate', 'Bearer')
    return respondError(c, { code: 'unauthorized', message: 'The secret key is missing or wrong.' })
  }
  c.header('Cache-Control', 'no-store')
  c.set('shop', shop)
  return next()
})

/** A call of whoever runs this installation. */
export const operatorAuth = createMiddleware<AppEnv>(async (c, next) => {
  const { operatorToken } = c.var.services
  if (operatorToken === undefined) {
    return respondError(c, {
      code: 'forbidden',
      message: 'No OPERATOR_TOKEN is set on this server, so shops cannot be created.',
    })
  }
  if (!(await sameKey(operatorToken, bearer(c)))) {
    c.header('WWW-Authenticate', 'Bearer')
    return respondError(c, { code: 'unauthorized', message: 'The operator token is missing or wrong.' })
  }
  return next()
})
