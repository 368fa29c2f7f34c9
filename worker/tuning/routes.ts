import { Hono, type Context } from 'hono'
import { rulesPreviewRequest, rulesRequest, synonymsRequest } from '../contract/tuning.ts'
import { TUNING } from '../contract/vocabulary.ts'
import type { z } from 'zod'
import type { AppEnv } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { respondError, type PublicError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import type { StaleList } from '../ports/shop-store.ts'
import { err, type Result } from '../result.ts'
import { publicError } from '../search/failures.ts'
import { newId } from '../shops/keys.ts'
import { previewRules } from './preview-rules.ts'
import { unknownMarket } from './unknown-market.ts'
import { withIds } from './with-ids.ts'

/** Reads a list. What cannot be used is named by its place in the list, and nothing is saved. */
async function readList<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<Result<z.output<Schema>, PublicError>> {
  const body = await readJson(c, schema, TUNING.listBytes)
  if (body.ok || body.error.code !== 'bad_request' || body.error.field === undefined) return body
  return err({ ...body.error, code: 'unprocessable', message: `${body.error.message} Nothing was saved.` })
}

const stale = (what: string, { version }: StaleList): PublicError => ({
  code: 'conflict',
  field: 'if_version',
  message: `The ${what} were changed meanwhile and are now version ${version}. Nothing was saved: load them again, then repeat your change.`,
})

export const synonymRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await c.var.services.shops.synonyms(c.var.shop.id)))
  .put('/', async (c) => {
    const body = await readList(c, synonymsRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop } = c.var
    const { synonyms, if_version: ifVersion } = body.value
    const saved = await services.shops.saveSynonyms(shop.id, withIds(synonyms, newId), ifVersion)
    return saved.ok ? c.json(saved.value) : respondError(c, stale('synonyms', saved.error))
  })

export const ruleRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await c.var.services.shops.rules(c.var.shop.id)))
  .put('/', async (c) => {
    const body = await readList(c, rulesRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop } = c.var
    const { rules, if_version: ifVersion } = body.value
    const misplaced = unknownMarket(rules, shop.settings.markets)
    if (misplaced) {
      return respondError(c, { code: 'unprocessable', ...misplaced })
    }
    const saved = await services.shops.saveRules(shop.id, withIds(rules, newId), ifVersion)
    return saved.ok ? c.json(saved.value) : respondError(c, stale('rules', saved.error))
  })
  .post('/preview', async (c) => {
    const body = await readList(c, rulesPreviewRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop, requestId, arrivedAt } = c.var
    const preview = await previewRules(services, shop, body.value, {
      requestId,
      arrivedAt,
      later: (work) => c.executionCtx.waitUntil(work),
      newId,
    })
    return preview.ok ? c.json(preview.value) : respondError(c, publicError(preview.error))
  })
