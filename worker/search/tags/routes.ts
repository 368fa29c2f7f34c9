import { Hono, type Context } from 'hono'
import { productTagsRequest, tagDeskRequest, tagsRequest } from '../../contract/tags.ts'
import type { AppEnv } from '../../http/context.ts'
import { addressLimit } from '../../http/rate-limit.ts'
import { readJson } from '../../http/read-json.ts'
import { respondError, type PublicError } from '../../http/respond.ts'
import { shopAuth } from '../../http/shop-auth.ts'
import { storefrontAuth } from '../../http/storefront-auth.ts'
import { validate } from '../../http/validate.ts'
import { publicError } from '../failures.ts'
import { productTagsOf, unknownTag, type TagFailure } from './correct-tags.ts'
import { listTagDesk, listTags } from './list-tags.ts'

/** Tags change with the catalogue only: a page may keep the list for this long, in seconds. */
const KEPT_SECONDS = 60

export const tagRoutes = new Hono<AppEnv>().get('/', storefrontAuth, addressLimit, async (c) => {
  const request = validate(tagsRequest, c.req.query())
  if (!request.ok) return respondError(c, request.error)
  const listed = await listTags(c.var.services, c.var.shop, request.value)
  if (!listed.ok) return respondError(c, publicError(listed.error))
  c.header('Cache-Control', `private, max-age=${KEPT_SECONDS}`)
  return c.json(listed.value)
})

function tagError(failure: TagFailure): PublicError {
  switch (failure.kind) {
    case 'product_missing':
      return { code: 'not_found', message: 'There is no product of this id.' }
    case 'tag_unknown':
      return {
        code: 'unprocessable',
        field: failure.field,
        message: `There is no tag "${failure.tag}": take one of GET /v1/admin/tags, such as mood:cozy.`,
      }
    case 'tag_twice':
      return {
        code: 'unprocessable',
        field: 'removed',
        message: `"${failure.tag}" is both added and removed: leave it in one of the lists.`,
      }
  }
}

export const tagDeskRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await listTagDesk(c.var.services, c.var.shop)))
  .put('/', async (c) => {
    const body = await readJson(c, tagDeskRequest)
    if (!body.ok) return respondError(c, body.error)
    const unknown = unknownTag('hidden', body.value.hidden)
    if (unknown) return respondError(c, tagError(unknown))
    await c.var.services.shops.saveHiddenTags(c.var.shop.id, body.value.hidden)
    return c.json(await listTagDesk(c.var.services, c.var.shop))
  })

/** The product's id, of a path that ends in `/tags`. */
const productOf = (c: Context<AppEnv>): string => c.req.param('id') ?? ''

export const productTagRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => {
    const shown = await productTagsOf(c.var.services, c.var.shop, productOf(c))
    return shown.ok ? c.json(shown.value) : respondError(c, tagError(shown.error))
  })
  .put('/', async (c) => {
    const body = await readJson(c, productTagsRequest)
    if (!body.ok) return respondError(c, body.error)
    const shown = await productTagsOf(c.var.services, c.var.shop, productOf(c), body.value)
    return shown.ok ? c.json(shown.value) : respondError(c, tagError(shown.error))
  })
