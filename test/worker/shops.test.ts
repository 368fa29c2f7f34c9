import { describe, expect, test } from 'vitest'
import { endpoints } from '../../worker/contract/endpoint.ts'
import { configResponse, settingsResponse } from '../../worker/contract/shops.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { hashSecret } from '../../worker/shops/keys.ts'
import { address, call, createShop, errorOf, operator, sendTo, type TestShop } from './support/worker-shop.ts'

const newShop = { name: 'Test shop', locale: 'ko', currency: 'KRW', origins: [] }
const createWith = (headers: Record<string, string>) =>
  call(paths.shops, { method: 'POST', headers, body: JSON.stringify(newShop) })
const withKey = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } })

/** The same key with its last character changed: right shop, wrong secret. */
const spoiled = (key: string) => key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a')

describe('creating a shop', () => {
  test.each([
    ['no token', {}],
    ['a wrong token', { Authorization: 'Bearer operator-of-somebody-else' }],
    ['another scheme', { Authorization: `Basic ${operator.Authorization.slice(7)}` }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await createWith(headers)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect((await errorOf(answer)).code).toBe('unauthorized')
  })

  test('is refused to everybody where the server has no operator token', async () => {
    const request = new Request(address(paths.shops), { method: 'POST', headers: operator, body: '{}' })
    const answer = await sendTo({ OPERATOR_TOKEN: '' })(request)
    expect(answer.status).toBe(403)
    expect((await errorOf(answer)).message).toContain('OPERATOR_TOKEN')
  })

  test.each([
    ['name', { ...newShop, name: ' ' }],
    ['locale', { ...newShop, locale: 'de' }],
    ['currency', { ...newShop, currency: 'won' }],
    ['origins.0', { ...newShop, origins: ['https://shop.example/path'] }],
    ['markets', { ...newShop, markets: [] }],
    ['origins', { name: 'No origins', locale: 'ko', currency: 'KRW' }],
  ])('names the field %s when it cannot be used', async (field, body) => {
    const answer = await call(paths.shops, { method: 'POST', headers: operator, body: JSON.stringify(body) })
    expect(answer.status).toBe(400)
    expect(await errorOf(answer)).toMatchObject({ code: 'bad_request', field })
  })

  test('shows the secret once and stores only its hash', async () => {
    const shop = await createShop()
    const { secret_key, public_key } = shop.keys
    expect(secret_key).toContain(shop.id)
    expect(public_key).toContain(shop.id)
    const rows = await shop.inside((_, { storage }) => storage.sql.exec('SELECT * FROM shop').toArray())
    const stored = JSON.stringify(rows)
    expect(stored).toContain(await hashSecret(secret_key))
    expect(stored).not.toContain(secret_key.slice(-32))
    const settings = await (await shop.admin(paths.settings)).text()
    const config = await (await call(paths.config, { parameters: { key: public_key } })).text()
    expect(settings + config).not.toContain(secret_key.slice(-32))
  })
})

describe('keys', () => {
  test('of the wrong kind open nothing', async () => {
    const { keys } = await createShop()
    const asSecret = await call(paths.settings, withKey(keys.public_key))
    const asPublic = await call(paths.search, { parameters: { key: keys.secret_key, q: 'x' } })
    expect([asSecret.status, asPublic.status]).toEqual([401, 401])
    expect((await errorOf(asPublic)).field).toBe('key')
    expect((await errorOf(asSecret)).code).toBe('unauthorized')
  })

  test('with the right shop and a wrong secret open nothing', async () => {
    const { keys } = await createShop()
    const secret = await call(paths.settings, withKey(spoiled(keys.secret_key)))
    const open = await call(paths.search, { parameters: { key: spoiled(keys.public_key), q: 'x' } })
    expect([secret.status, open.status]).toEqual([401, 401])
  })

  test.each([
    '',
    'pk_',
    'sk_x_y',
    "pk_aaaaaaaaaaaa_' OR 1=1 --",
    'pk_aaaaaaaaaaaa_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ])('that nobody was given are refused: %j', async (key) => {
    expect((await call(paths.search, { parameters: { key, q: 'x' } })).status).toBe(401)
    expect((await call(paths.settings, withKey(key))).status).toBe(401)
  })

  test('of one shop never reach the data of another', async () => {
    const [mine, theirs] = await Promise.all([createShop({ name: 'Mine' }), createShop({ name: 'Theirs' })])
    const { import: id } = await theirs.importRows('products', [{ id: 'p1', title: '남의 찻잔', price: 1 }])
    const statuses = await Promise.all(
      [
        mine.admin(`${paths.imports}/${id}`),
        mine.admin(`${paths.imports}/${id}/accept`, { method: 'POST' }),
        mine.admin(`${paths.products}/p1`),
        mine.admin(`${paths.products}/p1`, { method: 'DELETE' }),
      ].map(async (answer) => (await answer).status),
    )
    expect(statuses).toEqual([404, 404, 404, 404])
    expect(await mine.find('찻잔')).toEqual([])
    expect(await theirs.find('찻잔')).toEqual(['p1'])
    expect(await (await mine.admin(paths.imports)).json()).toEqual({ imports: [] })
  })
})

describe('origins', () => {
  const ask = ({ keys }: TestShop, headers: Record<string, string>) =>
    call(paths.search, { parameters: { key: keys.public_key, q: '컵' }, headers })

  test('of the shop are answered by name, others are refused', async () => {
    const shop = await createShop({ origins: ['https://cups.example', 'http://localhost:8788'] })
    const own = await ask(shop, { Origin: 'https://cups.example' })
    expect(own.status).toBe(200)
    expect(own.headers.get('Access-Control-Allow-Origin')).toBe('https://cups.example')
    expect(own.headers.get('Vary')).toContain('Origin')

    for (const Origin of ['https://cups.example.evil.example', 'http://cups.example', 'null']) {
      const other = await ask(shop, { Origin })
      expect(other.status).toBe(403)
      expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect((await errorOf(other)).code).toBe('forbidden')
    }
  })

  test('may be absent: the key is public', async () => {
    const answer = await ask(await createShop(), {})
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  test('of the shop can read what is wrong with a request', async () => {
    const shop = await createShop({ origins: ['https://cups.example'] })
    const answer = await call(paths.search, {
      parameters: { key: shop.keys.public_key, limit: 0 },
      headers: { Origin: 'https://cups.example' },
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://cups.example')
  })

  test('that are changed count from the next request on', async () => {
    const shop = await createShop({ origins: ['https://old.example'] })
    await ask(shop, {})
    await shop.settings({ origins: ['https://new.example'] })
    expect((await ask(shop, { Origin: 'https://old.example' })).status).toBe(403)
    expect((await ask(shop, { Origin: 'https://new.example' })).status).toBe(200)
  })
})

describe('settings', () => {
  const read = async (shop: TestShop) =>
    settingsResponse.parse(await (await shop.admin(paths.settings)).json())

  test('are merged group by group, lists are replaced', async () => {
    const shop = await createShop({ origins: ['https://a.example', 'https://b.example'] })
    const before = await read(shop)
    await shop.settings({ models: { rerank: false }, origins: ['https://c.example'], ramp: 25 })
    expect(await read(shop)).toEqual({
      ...before,
      models: { ...before.models, rerank: false },
      origins: ['https://c.example'],
      ramp: 25,
    })
  })

  test.each([
    ['models.deadline_ms', { models: { deadline_ms: 5001 } }],
    ['search.sold_out', { search: { sold_out: 'first' } }],
    ['search.results_url', { search: { results_url: 'javascript:alert(1)' } }],
    ['search.results_url', { search: { results_url: '//elsewhere.example' } }],
    ['theme.accent', { theme: { accent: 'red;}' } }],
    ['limits.address_burst', { limits: { address_burst: 1.5 } }],
    ['markets', { markets: [] }],
    ['ramp', { ramp: 101 }],
    ['off', { off: 'yes' }],
    ['secret', { secret: 'unheard of' }],
  ])('name the field %s when it cannot be used, and stay as they were', async (field, patch) => {
    const shop = await createShop()
    const before = await read(shop)
    const answer = await shop.admin(paths.settings, { method: 'PATCH', body: JSON.stringify(patch) })
    expect(answer.status).toBe(400)
    expect(await errorOf(answer)).toMatchObject({ code: 'bad_request', field })
    expect(await read(shop)).toEqual(before)
  })

  test.each([
    ['what is not JSON', '{"ramp":'],
    ['what is not an object', '[1]'],
    ['null', 'null'],
  ])('refuse %s', async (_, body) => {
    const shop = await createShop()
    const answer = await shop.admin(paths.settings, { method: 'PATCH', body })
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).code).toBe('bad_request')
  })

  test('longer than a mebibyte are refused, declared or streamed', async () => {
    const shop = await createShop()
    const long = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    void writer
      .write(new TextEncoder().encode(long))
      .then(() => writer.close())
      .catch(() => undefined)
    for (const body of [long, readable]) {
      const answer = await shop.admin(paths.settings, { method: 'PATCH', body })
      expect(answer.status).toBe(413)
      expect((await errorOf(answer)).code).toBe('too_large')
    }
  })
})

describe('markets', () => {
  const markets = [
    { id: 'kr', locale: 'ko', currency: 'KRW' },
    { id: 'us', locale: 'en', currency: 'USD' },
  ] as const
  const config = (shop: TestShop, parameters: Record<string, string> = {}) =>
    call(paths.config, { parameters: { key: shop.keys.public_key, ...parameters } })

  test('are named by the request, the first by default', async () => {
    const shop = await createShop({ markets: [...markets] })
    const first = configResponse.strict().parse(await (await config(shop)).json())
    const named = configResponse.parse(await (await config(shop, { market: 'us' })).json())
    expect([first.market, first.currency, first.locale]).toEqual(['kr', 'KRW', 'ko'])
    expect([named.market, named.currency, named.locale]).toEqual(['us', 'USD', 'en'])
  })

  test('keep their own goods and currency', async () => {
    const shop = await createShop({ markets: [...markets] })
    await shop.importRows('products', [{ id: 'p1', title: '도자기 teacup', price: 30000 }])
    await shop.importRows('products', [{ id: 'p1', title: 'Ceramic teacup', price: 24.9 }], { market: 'us' })
    const [kr, us] = await Promise.all([shop.search('teacup'), shop.search('teacup', { market: 'us' })])
    expect(kr.hits).toMatchObject([{ title: '도자기 teacup', price: 30000, currency: 'KRW' }])
    expect(us.hits).toMatchObject([{ title: 'Ceramic teacup', price: 24.9, currency: 'USD' }])
    expect(us.facets.price).toEqual({ min: 24.9, max: 24.9 })
  })

  test('that the shop does not have are refused', async () => {
    const shop = await createShop({ markets: [...markets] })
    for (const answer of [
      await config(shop, { market: 'fr' }),
      await shop.searchRaw('x', { market: 'fr' }),
      await shop.admin(paths.imports, { method: 'POST', body: '{}', parameters: { market: 'fr' } }),
    ]) {
      expect(answer.status).toBe(400)
      expect((await errorOf(answer)).field).toBe('market')
    }
  })

  test('answer in a language the texts exist in', async () => {
    const shop = await createShop()
    const locales = await Promise.all(
      ['en-US', 'ja', 'fr', ''].map(async (locale) => {
        const answer = await config(shop, { locale })
        return configResponse.parse(await answer.json()).locale
      }),
    )
    expect(locales).toEqual(['en', 'ja', 'ko', 'ko'])
  })
})

describe('the surface', () => {
  test('says that it is healthy, and in depth only to the operator', async () => {
    expect(await (await call(paths.health)).json()).toEqual({ status: 'ok' })
    expect((await call(paths.health, { parameters: { deep: '' } })).status).toBe(401)
    const deep = await call(paths.health, { parameters: { deep: '' }, headers: operator })
    expect(await deep.json()).toMatchObject({ status: 'ok', retriever: 'embedded', model: 'none' })
  })

  test('describes every endpoint of the contract as OpenAPI 3.1', async () => {
    const document = await (
      await call(paths.openapi)
    ).json<{
      openapi: string
      paths: Record<string, Record<string, { responses: object; parameters: { name: string }[] }>>
    }>()
    expect(document.openapi).toMatch(/^3\.1\./)
    for (const { path, method, answer } of endpoints) {
      const operation = document.paths[path]?.[method]
      expect(Object.keys(operation?.responses ?? {})).toEqual([String(answer.status), 'default'])
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(operation?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
    }
    const described = Object.values(document.paths).flatMap((methods) => Object.keys(methods))
    expect(described).toHaveLength(endpoints.length)
  })

  test('answers every endpoint it describes', async () => {
    for (const { path, method } of endpoints) {
      const answer = await call(path.replaceAll(/\{\w+\}/g, '1'), { method: method.toUpperCase() })
      expect([path, answer.status]).not.toEqual([path, 404])
      await answer.body?.cancel()
    }
  })

  test('gives unknown addresses and methods the one error shape, each with its own request id', async () => {
    const answers = await Promise.all([
      call('/nothing'),
      call('/v1/search/more'),
      call(paths.search, { method: 'DELETE' }),
      call('/%00'),
      call('/%E0%A4%A'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    const errors = await Promise.all(answers.map(errorOf))
    expect(new Set(errors.map(({ request_id }) => request_id)).size).toBe(answers.length)
  })

  test('forbids browsers to guess a content type', async () => {
    const shop = await createShop()
    for (const answer of [await call('/nothing'), await call(paths.health), await shop.searchRaw('x')]) {
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      await answer.body?.cancel()
    }
  })
})
