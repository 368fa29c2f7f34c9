import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context.ts'
import { respondError } from './respond.ts'
import { TokenBucket } from '../token-bucket.ts'

/** Addresses remembered at once by one isolate; beyond it all start afresh, which only errs on the friendly side. */
const ADDRESSES = 10_000

const buckets = new Map<string, TokenBucket>()

function bucketOf(address: string): TokenBucket {
  const held = buckets.get(address)
  if (held) return held
  if (buckets.size >= ADDRESSES) buckets.clear()
  const bucket = new TokenBucket()
  buckets.set(address, bucket)
  return bucket
}

/**
 * Bounds what one address may ask of one shop. Kept per isolate, so it is a brake on floods, not an account;
 * the shop's own limit is exact, because its object counts.
 */
export const addressLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { services, shop, arrivedAt } = c.var
  if (services.rateLimits) {
    const { address_searches_per_second, address_burst } = shop.settings.limits
    const address = `${shop.id} ${c.req.header('CF-Connecting-IP') ?? 'unknown'}`
    const wait = bucketOf(address).take(address_searches_per_second, address_burst, arrivedAt)
    if (wait > 0) {
      return respondError(c, {
        code: 'rate_limited',
        message: `Too many requests from this address: try again in ${wait} s.`,
        retryAfterSeconds: wait,
      })
    }
  }
  return next()
})
