import { Hono } from 'hono'
import { z } from 'zod'
import { importRequest } from '../contract/catalogue.ts'
import type { AppEnv } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { respondError, type PublicError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { validate } from '../http/validate.ts'
import type { DecisionFailure, ImportDecision } from '../ports/shop-store.ts'
import { marketOf } from '../shops/market-of.ts'
import { newId } from '../shops/keys.ts'
import { receiveUpload, type UploadFailure } from './receive-upload.ts'

const missing = (what: string): PublicError => ({
  code: 'not_found',
  message: `There is no ${what} of that id.`,
})

function uploadError(failure: UploadFailure): PublicError {
  switch (failure.kind) {
    case 'too_large':
      return {
        code: 'too_large',
        message: `The file is over ${failure.limitBytes / 1024 / 1024} MB: split it, or leave out columns. Nothing was changed.`,
      }
    case 'empty':
      return { code: 'bad_request', message: 'The file is empty: nothing was changed.' }
    case 'broken_off':
      return { code: 'bad_request', message: 'The upload broke off: nothing was changed, send it again.' }
  }
}

function decisionError(failure: DecisionFailure): PublicError {
  switch (failure.kind) {
    case 'import_missing':
      return missing('import')
    case 'not_held':
      return {
        code: 'conflict',
        message: `This import is not held (it is ${failure.status}): nothing was changed.`,
      }
  }
}

const decisions: readonly string[] = ['accept', 'discard'] satisfies ImportDecision[]
const isDecision = (text: string): text is ImportDecision => decisions.includes(text)

export const importRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json({ imports: await c.var.services.shops.listImports(c.var.shop.id) }))
  .post('/', async (c) => {
    const request = validate(importRequest, c.req.query())
    if (!request.ok) return respondError(c, request.error)
    if (request.value.kind === 'events' && request.value.mode === 'replace') {
      return respondError(c, {
        code: 'bad_request',
        field: 'mode',
        message: 'Events are only ever added: what is known of shoppers cannot be replaced by a file.',
      })
    }
    const { services, shop } = c.var
    const market = marketOf(shop, c.req.query('market'))
    if (!market) {
      return respondError(c, {
        code: 'bad_request',
        field: 'market',
        message: 'This shop has no such market.',
      })
    }
    const upload = await receiveUpload(
      services.shops,
      shop.id,
      { id: newId(), market: market.id, ...request.value },
      c.req.raw.body,
    )
    return upload.ok ? c.json({ import: upload.value }, 202) : respondError(c, uploadError(upload.error))
  })
  .get('/:id', async (c) => {
    const status = await c.var.services.shops.importStatus(c.var.shop.id, c.req.param('id'))
    return status ? c.json(status) : respondError(c, missing('import'))
  })
  .post('/:id/:decision', async (c) => {
    const decision = c.req.param('decision')
    if (!isDecision(decision)) return respondError(c, missing('action'))
    const decided = await c.var.services.shops.decideImport(c.var.shop.id, c.req.param('id'), decision)
    return decided.ok ? c.json(decided.value) : respondError(c, decisionError(decided.error))
  })

export const productRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/:id', async (c) => {
    const product = await c.var.services.shops.product(c.var.shop.id, c.req.param('id'))
    return product ? c.json(product) : respondError(c, missing('product'))
  })
  .put('/:id', async (c) => {
    const body = await readJson(c, z.record(z.string(), z.unknown()))
    if (!body.ok) return respondError(c, body.error)
    const put = await c.var.services.shops.putProduct(c.var.shop.id, { ...body.value, id: c.req.param('id') })
    if (put.ok) return c.json(put.value)
    const [first] = put.error
    return respondError(c, {
      code: 'unprocessable',
      message: first?.message ?? 'The product cannot be used.',
      ...(first ? { field: first.field } : {}),
    })
  })
  .delete('/:id', async (c) => {
    const removed = await c.var.services.shops.removeProduct(c.var.shop.id, c.req.param('id'))
    return removed ? c.body(null, 204) : respondError(c, missing('product'))
  })

export const catalogueRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json({ catalogues: await c.var.services.shops.catalogues(c.var.shop.id) }))
  .post('/:id/restore', async (c) => {
    const id = Number(c.req.param('id'))
    const restored = Number.isInteger(id) && (await c.var.services.shops.restoreCatalogue(c.var.shop.id, id))
    return restored ? c.body(null, 204) : respondError(c, missing('catalogue to restore'))
  })
