import { Hono, type Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { searchRequest, type SearchRequest, type SearchResponse } from '../contract/search.ts'
import { brandsRequest, queryLists, suggestRequest } from '../contract/typing.ts'
import { addressLimit } from '../http/rate-limit.ts'
import type { AppEnv } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { respondError, type PublicError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { storefrontAuth } from '../http/storefront-auth.ts'
import { validate } from '../http/validate.ts'
import { isDeclaredBot } from '../metering/declared-bots.ts'
import type { Result } from '../result.ts'
import { publicError } from './failures.ts'
import { improveOrder } from './improve-order.ts'
import { judgeGate } from './rerank/gate.ts'
import { gatedBy } from './rerank/rerank-results.ts'
import { gateFor } from './rerank/shop-gate.ts'
import { logEntry, searchProducts, type Searched } from './search-products.ts'
import { suggestQueries } from './suggest-queries.ts'

const filterName = /^filter\[(?<name>.+)\]$/u

/** Query parameters as the contract's request: `filter[…]` gathered into one object, the rest as they are. */
function readRequest(c: Context<AppEnv>): Result<SearchRequest, PublicError> {
  // A map, because a filter may be called `constructor`.
  const filters = new Map<string, string[]>()
  const plain = new Map<string, string>()
  for (const [name, values] of Object.entries(c.req.queries())) {
    const filter = filterName.exec(name)?.groups?.['name']
    if (filter === undefined) plain.set(name, values[0] ?? '')
    else filters.set(filter, [...(filters.get(filter) ?? []), ...values])
  }
  return validate(searchRequest, {
    ...Object.fromEntries(plain),
    filters: Object.fromEntries(filters),
  })
}

type Mode = SearchResponse['mode']

/** Leaves the search in the shop's log, off the shopper's path; `mode` may still be on its way. */
const keepLog = (c: Context<AppEnv>, searched: Searched, mode: Mode | Promise<Mode>) => {
  const { services, shop, arrivedAt } = c.var
  const write = async () =>
    services.shops.logSearch(shop.id, logEntry(searched, await mode, Date.now(), arrivedAt))
  c.executionCtx.waitUntil(write())
}

/** Results at once, then at most one better order, then `done`: nothing waits for a model. */
function streamResults(c: Context<AppEnv>, searched: Searched) {
  const { services, shop, requestId, arrivedAt } = c.var
  const abort = new AbortController()
  let finish = (_mode: Mode): void => {}
  const finished = new Promise<Mode>((resolve) => (finish = resolve))
  // Promised before the first byte: a shopper who leaves while a model thinks has searched all the same.
  if (!searched.isTyping) keepLog(c, searched, finished)
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => abort.abort())
    // The stream may learn of a shopper who has left only when it next writes; where it runs deployed, the request
    // knows at once.
    c.req.raw.signal.addEventListener('abort', () => abort.abort(), { once: true })
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    let { mode } = searched.response
    try {
      await send('results', searched.response)
      const { order, degraded } = isDeclaredBot((name) => c.req.header(name))
        ? {}
        : await improveOrder(services, shop, searched, {
            arrivedAt,
            signal: abort.signal,
            caller: { visitor: searched.visitor, address: c.req.header('CF-Connecting-IP') ?? 'unknown' },
            requestId,
            later: (work) => c.executionCtx.waitUntil(work),
          })
      if (order) {
        await send('order', order)
        mode = 'reranked'
      }
      const lost = [...(searched.response.degraded ?? []), ...(degraded ? [degraded] : [])]
      await send('done', {
        mode,
        took_ms: Date.now() - arrivedAt,
        ...(lost.length > 0 ? { degraded: lost } : {}),
      })
    } finally {
      finish(mode)
    }
  })
}

export const searchRoutes = new Hono<AppEnv>().get('/', storefrontAuth, addressLimit, async (c) => {
  const request = readRequest(c)
  if (!request.ok) return respondError(c, request.error)
  const { services, shop, requestId, arrivedAt } = c.var
  const streams = (c.req.header('Accept') ?? '').includes('text/event-stream')
  const searched = await searchProducts(services, shop, request.value, {
    requestId,
    arrivedAt,
    streams,
    isBot: isDeclaredBot((name) => c.req.header(name)),
    later: (work) => c.executionCtx.waitUntil(work),
  })
  if (!searched.ok) return respondError(c, publicError(searched.error))
  c.header('Cache-Control', 'no-store')
  if (streams) return streamResults(c, searched.value)
  if (!searched.value.isTyping) keepLog(c, searched.value, searched.value.response.mode)
  return c.json(searched.value.response)
})

export const suggestRoutes = new Hono<AppEnv>().get('/', storefrontAuth, addressLimit, async (c) => {
  const request = validate(suggestRequest, c.req.query())
  if (!request.ok) return respondError(c, request.error)
  const { services, shop, arrivedAt } = c.var
  const suggested = await suggestQueries(services, shop, request.value, arrivedAt)
  if (!suggested.ok) return respondError(c, publicError(suggested.error))
  c.header('Cache-Control', 'no-store')
  return c.json(suggested.value)
})

/** The brands of the first market: their names are the same in the others. */
const brandsOf = async ({ var: { services, shop } }: Context<AppEnv>) => ({
  brands: await services.shops.brands(shop.id, shop.settings.markets[0]?.id ?? ''),
})

export const brandRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await brandsOf(c)))
  .put('/', async (c) => {
    const body = await readJson(c, brandsRequest)
    if (!body.ok) return respondError(c, body.error)
    await c.var.services.shops.saveBrands(c.var.shop.id, body.value.brands)
    return c.json(await brandsOf(c))
  })

export const blockRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await c.var.services.shops.queryLists(c.var.shop.id)))
  .put('/', async (c) => {
    const body = await readJson(c, queryLists)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop } = c.var
    await services.shops.saveQueryLists(shop.id, body.value)
    return c.json(await services.shops.queryLists(shop.id))
  })

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

export const explainRoutes = new Hono<AppEnv>().get('/explain', shopAuth, async (c) => {
  const request = readRequest(c)
  if (!request.ok) return respondError(c, request.error)
  const { services, shop, requestId, arrivedAt } = c.var
  const searched = await searchProducts(services, shop, request.value, {
    requestId,
    arrivedAt,
    streams: false,
    explain: true,
    later: (work) => c.executionCtx.waitUntil(work),
  })
  if (!searched.ok) return respondError(c, publicError(searched.error))
  const { response, found } = searched.value
  const skipped = judgeGate(gatedBy(searched.value), gateFor(services, shop)) ?? null
  return c.json({ ...response, explanation: { ...asObject(found.explanation), rerank_skipped: skipped } })
})
