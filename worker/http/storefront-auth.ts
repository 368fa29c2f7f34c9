import { createMiddleware } from 'hono/factory'
import { shopOfKey } from '../shops/keys.ts'
import type { AppEnv } from './context.ts'
import { respondError } from './respond.ts'

/**
 * A storefront call: the public key names the shop, and a page that calls must be one of the shop's.
 * No Origin at all is accepted: the key is public and rate limits apply.
 */
export const storefrontAuth = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.query('key') ?? ''
  const id = shopOfKey(key, 'pk')
  const shop = id === null ? null : await c.var.services.shops.read(id)
  // Compared as it is: the public key is no secret, every page of the shop shows it.
  if (shop?.publicKey !== key) {
    return respondError(c, {
      code: 'unauthorized',
      field: 'key',
      message: 'The public key is missing or unknown: copy it from the admin panel into the script tag.',
    })
  }
  const origin = c.req.header('Origin')
  c.header('Vary', 'Origin', { append: true })
  if (origin !== undefined) {
    if (!shop.settings.origins.includes(origin)) {
      return respondError(c, {
        code: 'forbidden',
        message: `This page's address is not one of the shop's: add ${origin} to its origins.`,
      })
    }
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', 'Retry-After')
  }
  c.set('shop', shop)
  return next()
})
