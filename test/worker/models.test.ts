import { env } from 'cloudflare:workers'
import { describe, expect, inject, it, test } from 'vitest'
import {
  modelProbe,
  modelsResponse,
  type ModelProbe,
  type ModelsRequest,
  type ModelsResponse,
} from '../../worker/contract/models.ts'
import { compose } from '../../worker/compose.ts'
import { vectorStatus } from '../../worker/contract/vectors.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { consumeJobs } from '../../worker/sync/consume-jobs.ts'
import { createShop, errorOf, sendThrough, sendTo, type TestShop } from './support/worker-shop.ts'

const SECRET = 'a secret of the tests that is long enough'
const NEWER = 'another secret of the tests made later'
const KEY = 'sk-live-4711-secret-wxyz'
const privateToo = { ENCRYPTION_KEY: SECRET, ALLOW_PRIVATE_ADDRESSES: '1' }

type Typed = Omit<Partial<ModelsRequest>, 'endpoints'> & { endpoints?: readonly object[] }

let models = 0
const modelOf = (script: string) => `script:${script}#m${models++}-${crypto.randomUUID()}`

interface Owned {
  readonly id: string
  readonly kind: string
  readonly base_url: string
  readonly model: string
  readonly overseas: boolean
  readonly third_party: boolean
  readonly key?: string
}

/** An endpoint of the shop's at the scripted server. */
const own = (script: string, more: object = {}): Owned => ({
  id: 'own',
  kind: 'openai',
  base_url: inject('modelServer'),
  model: modelOf(script),
  overseas: false,
  third_party: false,
  ...more,
})

const shopBehind = (variables: Record<string, string> = privateToo) =>
  createShop({ locale: 'en', currency: 'USD' }, sendTo(variables))

const put = (shop: TestShop, body: Typed) =>
  shop.admin(paths.models, { method: 'PUT', body: JSON.stringify({ endpoints: [], ...body }) })

async function save(shop: TestShop, body: Typed): Promise<ModelsResponse> {
  const answer = await put(shop, body)
  if (!answer.ok) throw new Error(await answer.text())
  return modelsResponse.strict().parse(await answer.json())
}

const read = async (shop: TestShop): Promise<ModelsResponse> =>
  modelsResponse.strict().parse(await (await shop.admin(paths.models)).json())

const refusalOf = async (shop: TestShop, body: Typed) => {
  const answer = await put(shop, body)
  const { message, field } = await errorOf(answer)
  return { status: answer.status, field, message }
}

async function probe(shop: TestShop, endpoint = 'own', within = 20_000): Promise<ModelProbe> {
  const answer = await shop.admin(`${paths.models}/probe`, {
    method: 'POST',
    body: JSON.stringify({ endpoint, within_ms: within }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return modelProbe.strict().parse(await answer.json())
}

async function seen(model: string): Promise<{ headers: Record<string, string> }[]> {
  const url = new URL('/requests', inject('modelServer'))
  url.searchParams.set('model', model)
  return (await fetch(url)).json()
}

const goods = Array.from({ length: 8 }, (_, row) => ({
  id: `lamp-${row}`,
  title: `Lamp ${row}`,
  price: 10 + row,
}))

describe('what a shop sets up', () => {
  it('is nothing at first, and says what the installation offers', async () => {
    const shop = await shopBehind({
      ...privateToo,
      LLM_BASE_URL: inject('modelServer'),
      LLM_MODEL: 'house-1',
    })
    const models = await read(shop)
    expect(models).toMatchObject({
      version: 0,
      endpoints: [],
      default: { owner: 'operator', model: 'house-1', daily_tokens: null },
      can_store_keys: true,
    })
    expect(models.in_use.rerank).toEqual({ endpoint: 'default', model: 'house-1', owner: 'operator' })
  })

  it('is kept, serves searches at once and overrides the environment', async () => {
    const house = modelOf('reverse')
    const shop = await shopBehind({ ...privateToo, LLM_BASE_URL: inject('modelServer'), LLM_MODEL: house })
    await shop.importRows('products', goods)
    const endpoint = own('reverse', { key: KEY })
    const saved = await save(shop, { endpoints: [endpoint] })
    expect(saved).toMatchObject({
      version: 1,
      endpoints: [{ id: 'own', key: '…wxyz', probe: null }],
      in_use: { rerank: { endpoint: 'own', owner: 'shop' }, embed: { endpoint: null } },
    })
    const events = await shop.searchStream('lamp')
    expect(events.map(({ event }) => event)).toEqual(['results', 'order', 'done'])
    const [call] = await seen(endpoint.model)
    expect(call?.headers['authorization']).toBe(`Bearer ${KEY}`)
    expect(await seen(house)).toEqual([])
  })

  it('goes back to the installation where the shop says so, and to nobody', async () => {
    const house = modelOf('reverse')
    const shop = await shopBehind({ ...privateToo, LLM_BASE_URL: inject('modelServer'), LLM_MODEL: house })
    await shop.importRows('products', goods)
    const endpoint = own('reverse')
    await save(shop, { endpoints: [endpoint], serves: { rerank: 'default' } })
    await shop.searchStream('lamp')
    expect(await seen(house)).toHaveLength(1)
    await save(shop, { endpoints: [endpoint], serves: { rerank: 'none' } })
    expect((await shop.searchStream('lamp')).map(({ event }) => event)).toEqual(['results', 'done'])
    expect(await seen(house)).toHaveLength(1)
    expect(await seen(endpoint.model)).toEqual([])
  })

  it('is refused when somebody else has changed it meanwhile', async () => {
    const shop = await shopBehind()
    await save(shop, { if_version: 0 })
    expect(await refusalOf(shop, { if_version: 0 })).toMatchObject({ status: 409, field: 'if_version' })
  })

  test.each<[string, Typed, string]>([
    ['two of one name', { endpoints: [own('reverse'), own('reverse')] }, 'endpoints.1.id'],
    ['a name that means something', { endpoints: [own('reverse', { id: 'default' })] }, 'endpoints.0.id'],
    ['a purpose nobody serves', { serves: { rerank: 'other' } }, 'serves.rerank'],
    [
      'the platform, which is not here',
      { endpoints: [own('reverse', { kind: 'workers-ai' })] },
      'endpoints.0.kind',
    ],
    [
      'a question in the address',
      { endpoints: [own('reverse', { base_url: 'http://a.example/v1?x=1' })] },
      'endpoints.0.base_url',
    ],
    [
      'a password in the address',
      { endpoints: [own('reverse', { base_url: 'http://a:b@a.example/v1' })] },
      'endpoints.0.base_url',
    ],
    [
      'one that is forbidden',
      {
        endpoints: [own('reverse', { overseas: true })],
        serves: { rerank: 'own' },
        processing: { overseas: false, third_party: true },
      },
      'serves.rerank',
    ],
  ])('is refused with its place: %s', async (_, body, field) => {
    const shop = await shopBehind()
    expect(await refusalOf(shop, body)).toMatchObject({ field })
    expect(await read(shop)).toMatchObject({ version: 0, endpoints: [] })
  })
})

describe('a key', () => {
  it('is answered by its end only, and lies in the shop sealed', async () => {
    const shop = await shopBehind()
    await save(shop, { endpoints: [own('reverse', { key: KEY })] })
    const answers = await Promise.all(
      [paths.models, paths.settings, `${paths.adminSearch}/explain?q=lamp`].map(async (path) =>
        (await shop.admin(path)).text(),
      ),
    )
    expect(answers.join()).not.toContain(KEY)
    expect(answers[0]).toContain('…wxyz')
    const rows = await shop.inside((_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT * FROM model_endpoint').toArray()),
    )
    expect(rows).not.toContain(KEY)
    expect(rows).toContain('"v1.')
  })

  it('of a few characters shows none of them', async () => {
    const shop = await shopBehind()
    expect((await save(shop, { endpoints: [own('reverse', { key: 'short-key' })] })).endpoints[0]?.key).toBe(
      '…',
    )
  })

  it('stays while nothing is said of it, goes when it is emptied', async () => {
    const shop = await shopBehind()
    const endpoint = own('reverse', { key: KEY })
    await save(shop, { endpoints: [endpoint] })
    const { key: _, ...silent } = { ...endpoint, model: modelOf('reverse') }
    expect((await save(shop, { endpoints: [silent] })).endpoints[0]?.key).toBe('…wxyz')
    await shop.importRows('products', goods)
    await shop.searchStream('lamp')
    expect((await seen(silent.model))[0]?.headers['authorization']).toBe(`Bearer ${KEY}`)
    expect((await save(shop, { endpoints: [{ ...silent, key: '' }] })).endpoints[0]?.key).toBeNull()
  })

  it('never follows to another address', async () => {
    const shop = await shopBehind()
    await save(shop, { endpoints: [own('reverse', { key: KEY })] })
    const elsewhere = own('reverse', { base_url: 'http://127.0.0.1:9/v1' })
    const { status, field, message } = await refusalOf(shop, { endpoints: [elsewhere] })
    expect([status, field]).toEqual([422, 'endpoints.0.key'])
    expect(message).toContain('type the key again')
  })

  it('cannot be stored without ENCRYPTION_KEY, which the refusal names', async () => {
    const shop = await shopBehind({ ALLOW_PRIVATE_ADDRESSES: '1' })
    expect((await read(shop)).can_store_keys).toBe(false)
    const { status, field, message } = await refusalOf(shop, { endpoints: [own('reverse', { key: KEY })] })
    expect([status, field]).toEqual([422, 'endpoints.0.key'])
    expect(message).toContain('ENCRYPTION_KEY')
    // An endpoint without a key can.
    await save(shop, { endpoints: [own('reverse')] })
  })

  it('is sealed anew under a new secret, and opens under neither other shop nor other secret', async () => {
    const shop = await shopBehind()
    const endpoint = own('server', { key: KEY })
    await save(shop, { endpoints: [endpoint] })
    const sealedKey = () =>
      shop.inside(
        (_, { storage }) =>
          storage.sql.exec<{ sealed_key: string }>('SELECT sealed_key FROM model_endpoint').one().sealed_key,
      )
    const before = await sealedKey()
    const { key: _, ...silent } = endpoint
    const through = (secret: string) => ({
      ...shop,
      ...reach(shop, { ...privateToo, ENCRYPTION_KEY: secret }),
    })
    const rotated = through(`${NEWER},${SECRET}`)
    await save(rotated, { endpoints: [silent] })
    expect(await sealedKey()).not.toBe(before)
    expect(await probe(through(NEWER))).toMatchObject({ verdict: 'works' })
    expect((await probe(through('a secret nobody has sealed anything with'))).findings).toMatchObject([
      { check: 'reachable', ok: false, code: 'key_unusable' },
    ])
  })
})

/** The same shop through a worker with another environment. */
function reach(shop: TestShop, variables: Record<string, string>): Pick<TestShop, 'admin'> {
  const send = sendTo(variables)
  return {
    admin: (path, init = {}) =>
      send(
        new Request(new URL(path, 'https://aisle.example'), {
          ...init,
          headers: { Authorization: `Bearer ${shop.keys.secret_key}` },
        }),
      ),
  }
}

describe('vectors', () => {
  it("come from the shop's own embedder where it names one, and stay in the shop where others are forbidden", async () => {
    const bindings = { ...env, ...privateToo }
    const services = compose(bindings)
    const shop = await createShop({ locale: 'en', currency: 'USD' }, sendThrough(services, bindings))
    await shop.importRows('products', goods)
    const model = `script:ok#${crypto.randomUUID()}`
    const endpoint = { ...own('server'), base_url: inject('embeddingServer'), model, key: KEY }
    const models = await save(shop, {
      endpoints: [endpoint],
      serves: { embed: 'own' },
      processing: { overseas: false, third_party: false },
    })
    expect(models.in_use).toMatchObject({ embed: { endpoint: 'own' }, rerank: { endpoint: null } })
    await consumeJobs(services, [{ body: { shop: shop.id, job: 'vectors' } }])
    const status = vectorStatus.parse(await (await shop.admin(paths.vectors)).json())
    expect(status).toMatchObject({ configured: model, model, done: goods.length })

    const checked = await shop.admin(`${paths.models}/probe`, { method: 'POST', body: '{"endpoint":"own"}' })
    expect(checked.status).toBe(422)
    expect((await errorOf(checked)).message).toContain('vectors only')
  })

  it('of a shop are not asked for of the installation once that is forbidden', async () => {
    const embedder = `script:ok#${crypto.randomUUID()}`
    const bindings = {
      ...env,
      ...privateToo,
      EMBED_BASE_URL: inject('embeddingServer'),
      EMBED_MODEL: embedder,
    }
    const services = compose(bindings)
    const shop = await createShop({ locale: 'en', currency: 'USD' }, sendThrough(services, bindings))
    await save(shop, { processing: { overseas: false, third_party: true } })
    await shop.importRows('products', goods)
    await consumeJobs(services, [{ body: { shop: shop.id, job: 'vectors' } }])
    const status = vectorStatus.parse(await (await shop.admin(paths.vectors)).json())
    expect(status).toMatchObject({ configured: null, done: 0 })
  })
})

describe('a shop that forbids processing abroad or by others', () => {
  test.each([
    [{ overseas: false, third_party: true }],
    [{ overseas: true, third_party: false }],
    [{ overseas: false, third_party: false }],
  ])('never has the installation asked: %o', async (processing) => {
    const house = modelOf('reverse')
    const embedder = `script:ok#${crypto.randomUUID()}`
    const shop = await shopBehind({
      ...privateToo,
      LLM_BASE_URL: inject('modelServer'),
      LLM_MODEL: house,
      EMBED_BASE_URL: inject('embeddingServer'),
      EMBED_MODEL: embedder,
    })
    await shop.importRows('products', goods)
    const models = await save(shop, { processing })
    expect(models.in_use).toMatchObject({
      rerank: { endpoint: null },
      embed: { endpoint: null },
    })
    expect(models.in_use.rerank.reason).toContain('forbidden')
    expect((await shop.searchStream('lamp')).map(({ event }) => event)).toEqual(['results', 'done'])
    expect(await seen(house)).toEqual([])
    const embedded = `${new URL(inject('embeddingServer')).origin}/requests?model=${encodeURIComponent(embedder)}`
    expect(await (await fetch(embedded)).json()).toEqual([])

    const endpoint = own('reverse')
    await save(shop, { endpoints: [endpoint], processing })
    expect((await shop.searchStream('lamp')).map(({ event }) => event)).toContain('order')
    expect(await seen(endpoint.model)).toHaveLength(1)
    expect(await seen(house)).toEqual([])
  })

  it('has no endpoint checked that it has declared so', async () => {
    const shop = await shopBehind()
    const endpoint = own('server', { third_party: true })
    await save(shop, { endpoints: [endpoint], processing: { overseas: true, third_party: false } })
    const answer = await shop.admin(`${paths.models}/probe`, { method: 'POST', body: '{"endpoint":"own"}' })
    expect(answer.status).toBe(422)
    expect(await seen(endpoint.model)).toEqual([])
  })
})

test('a model of the platform is probed through its binding, which takes a bare schema and no stream', async () => {
  const inputs: Readonly<Record<string, unknown>>[] = []
  const answerTo = (text: string) => {
    if (text.includes('lantern_signal')) return { lantern_signal: 'amber' }
    if (text.includes('소원')) return { r: [3, 1, 5] }
    return text.includes('down to 1') ? { r: Array.from({ length: 24 }, (_, at) => 24 - at) } : 'Spring.'
  }
  const ai = {
    run(_: string, input: Readonly<Record<string, unknown>>) {
      inputs.push(input)
      const response = answerTo(JSON.stringify(input))
      return Promise.resolve({ response, usage: { prompt_tokens: 200, completion_tokens: 60 } })
    },
  }
  const send = sendTo({ ...privateToo, AI_DAILY_TOKENS: '50000' }, { AI: ai })
  const shop = await createShop({ locale: 'en', currency: 'USD' }, send)
  const model = '@cf/meta/llama-3.2-3b-instruct'
  await save(shop, {
    endpoints: [{ id: 'lent', kind: 'workers-ai', model, overseas: true, third_party: true }],
  })
  expect(await probe(shop, 'lent')).toMatchObject({
    verdict: 'works',
    answered_by: model,
    calls: 3,
    tokens: 780,
    wire: { schema: 'bare', stream: false },
  })
  expect(inputs[0]).toMatchObject({ response_format: { type: 'json_schema' } })
  expect(inputs[0]).not.toHaveProperty('stream')
})

describe('the platform', () => {
  /** Plays the binding of a deployment. */
  const ai = {
    run: (model: string) =>
      Promise.resolve(
        model === '@cf/baai/bge-m3'
          ? { data: [[1, 0]] }
          : { response: '{"r":[8,7,6,5,4,3,2,1]}', usage: { prompt_tokens: 300, completion_tokens: 20 } },
      ),
  }
  const withAi = (variables: Record<string, string>) =>
    createShop({ locale: 'en', currency: 'USD' }, sendTo({ ...privateToo, ...variables }, { AI: ai }))

  it('is the default model where the operator allows some of it, and off where not', async () => {
    const allowed = await withAi({ AI_DAILY_TOKENS: '50000' })
    expect((await read(allowed)).default).toEqual({
      owner: 'platform',
      model: '@cf/google/gemma-4-26b-a4b-it',
      daily_tokens: 50_000,
    })
    await allowed.importRows('products', goods)
    expect((await allowed.searchStream('lamp')).map(({ event }) => event)).toContain('order')
    const silent = await withAi({})
    expect((await read(silent)).default).toBeNull()
    expect(env).not.toHaveProperty('AI')
  })

  it('lends other models by name, but not to a shop that forbids others', async () => {
    const shop = await withAi({ AI_DAILY_TOKENS: '50000' })
    const lent = {
      id: 'lent',
      kind: 'workers-ai',
      model: '@cf/meta/llama-3.2-3b-instruct',
      overseas: true,
      third_party: true,
    }
    expect((await save(shop, { endpoints: [lent] })).in_use.rerank).toEqual({
      endpoint: 'lent',
      model: lent.model,
      owner: 'platform',
    })
    const restricted = await save(shop, {
      endpoints: [lent],
      processing: { overseas: true, third_party: false },
    })
    expect(restricted.in_use.rerank.endpoint).toBeNull()
    expect(await refusalOf(shop, { endpoints: [{ ...lent, model: '@cf/zai-org/glm-5.3' }] })).toMatchObject({
      field: 'endpoints.0.model',
    })
  })
})
