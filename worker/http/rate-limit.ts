import type { Context } from 'hono'
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

/** Batches of events that one address may send: many shoppers may stand behind it. */
const BATCHES_PER_SECOND = 10
const BATCHES_BURST = 200

/**
 * Bounds what one address may ask of one shop. Kept per isolate, so it is a brake on floods, not an account;
 * the shop's own limit is exact, because its object counts.
 */
export const addressLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { address_searches_per_second, address_burst } = c.var.shop.settings.limits
  return takeTurn(c, '', address_searches_per_second, address_burst) ?? next()
})

/** The same for batches of events, which are counted apart: what a page tells must not keep it from searching. */
export const eventLimit = createMiddleware<AppEnv>(
  async (c, next) => takeTurn(c, 'events ', BATCHES_PER_SECOND, BATCHES_BURST) ?? next(),
)

/** The refusal of an address that asks too often; null: it may go on. */
function takeTurn(c: Context<AppEnv>, what: string, perSecond: number, burst: number): Response | null {
  const { services, shop, arrivedAt } = c.var
  if (!services.rateLimits) return null
  const address = `${what}${shop.id} ${c.req.header('CF-Connecting-IP') ?? 'unknown'}`
  const wait = bucketOf(address).take(perSecond, burst, arrivedAt)
  if (wait === 0) return null
  return respondError(c, {
    code: 'rate_limited',
    message: `Too many requests from this address: try again in ${wait} s.`,
    retryAfterSeconds: wait,
  })
}
