import { Hono } from 'hono'
import { modelsRequest, probeRequest } from '../contract/models.ts'
import type { AppEnv } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { TokenBucket } from '../token-bucket.ts'
import { mayProcess, servesVectorsOnly } from './choose-model.ts'
import { describeGate } from './describe-gate.ts'
import { describeModels } from './describe-models.ts'
import { probeEndpoint } from './probe/probe-endpoint.ts'
import { readModelSetup } from './read-model-setup.ts'

/** A probe calls an address of the shop's choice a dozen times: one now and then, for each isolate. */
const PROBES_A_SECOND = 0.1
const PROBES_AT_ONCE = 5
const SHOPS_MOST = 1_000
const probes = new Map<string, TokenBucket>()

function probesOf(shop: string): TokenBucket {
  const held = probes.get(shop)
  if (held) return held
  if (probes.size >= SHOPS_MOST) probes.clear()
  const bucket = new TokenBucket()
  probes.set(shop, bucket)
  return bucket
}

export const modelRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', (c) => {
    const { services, shop } = c.var
    return c.json(describeModels(shop.models, services.models, describeGate(services, shop)))
  })
  .put('/', async (c) => {
    const body = await readJson(c, modelsRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop } = c.var
    const setup = await readModelSetup(shop, body.value, services.models)
    if (!setup.ok) return respondError(c, { code: 'unprocessable', ...setup.error })
    const saved = await services.shops.saveModels(shop.id, setup.value, body.value.if_version)
    if (!saved.ok) {
      return respondError(c, {
        code: 'conflict',
        field: 'if_version',
        message: `The models were changed meanwhile and are now version ${saved.error.version}. Nothing was saved: load them again, then repeat your change.`,
      })
    }
    const gate = describeGate(services, { ...shop, models: saved.value })
    return c.json(describeModels(saved.value, services.models, gate))
  })
  .post('/probe', async (c) => {
    const body = await readJson(c, probeRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop, arrivedAt } = c.var
    const endpoint = shop.models.endpoints.find(({ id }) => id === body.value.endpoint)
    if (!endpoint) {
      return respondError(c, {
        code: 'not_found',
        field: 'endpoint',
        message: `There is no endpoint "${body.value.endpoint}": save it first.`,
      })
    }
    if (servesVectorsOnly(endpoint.id, shop.models.serves)) {
      return respondError(c, {
        code: 'unprocessable',
        field: 'endpoint',
        message:
          'This endpoint serves vectors only, which this check does not ask for: GET /v1/admin/search/vectors says how that goes.',
      })
    }
    if (!mayProcess(endpoint, shop.models)) {
      return respondError(c, {
        code: 'unprocessable',
        field: 'endpoint',
        message: 'This endpoint is abroad or run by others, which processing forbids. It was not called.',
      })
    }
    const wait = services.rateLimits ? probesOf(shop.id).take(PROBES_A_SECOND, PROBES_AT_ONCE, arrivedAt) : 0
    if (wait > 0) {
      return respondError(c, {
        code: 'rate_limited',
        message: `Endpoints were checked often just now: try again in ${wait} s.`,
        retryAfterSeconds: wait,
      })
    }
    const probe = await probeEndpoint(services, shop, endpoint, body.value.within_ms, c.req.raw.signal)
    return c.json(probe)
  })
