import { describe, expect, inject, it, test } from 'vitest'
import { modelProbe, modelsResponse, type ModelProbe } from '../../worker/contract/models.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { createShop, errorOf, sendTo, type TestShop } from './support/worker-shop.ts'

const variables = {
  ENCRYPTION_KEY: 'a secret of the tests that is long enough',
  ALLOW_PRIVATE_ADDRESSES: '1',
}
const KEY = 'sk-live-4711-secret-wxyz'

let models = 0

/** A shop with one endpoint at the scripted server, which answers by this script. */
async function shopWith(script: string, more: object = {}): Promise<{ shop: TestShop; model: string }> {
  const shop = await createShop({ locale: 'ko', currency: 'KRW' }, sendTo(variables))
  const model = `script:${script}#p${models++}-${crypto.randomUUID()}`
  const endpoint = {
    id: 'own',
    kind: 'openai',
    base_url: inject('modelServer'),
    model,
    key: KEY,
    overseas: false,
    third_party: false,
    ...more,
  }
  const saved = await shop.admin(paths.models, {
    method: 'PUT',
    body: JSON.stringify({ endpoints: [endpoint] }),
  })
  if (!saved.ok) throw new Error(await saved.text())
  await saved.body?.cancel()
  return { shop, model }
}

const ask = (shop: TestShop, withinMs: number) =>
  shop.admin(`${paths.models}/probe`, {
    method: 'POST',
    body: JSON.stringify({ endpoint: 'own', within_ms: withinMs }),
  })

async function probe(
  script: string,
  { withinMs = 20_000, ...more }: { withinMs?: number; base_url?: string } = {},
) {
  const { shop, model } = await shopWith(script, more)
  const begun = Date.now()
  const answer = await ask(shop, withinMs)
  const text = await answer.text()
  expect(text).not.toContain(KEY)
  const found = modelProbe.strict().parse(JSON.parse(text))
  return { found, shop, model, tookMs: Date.now() - begun }
}

const faults = ({ findings }: ModelProbe) =>
  findings.filter(({ ok }) => !ok).map(({ check, code }) => `${check}: ${code}`)

interface Seen {
  readonly body: Record<string, unknown>
}

async function asked(model: string): Promise<Seen['body'][]> {
  const url = new URL('/requests', inject('modelServer'))
  url.searchParams.set('model', model)
  return (await (await fetch(url)).json<Seen[]>()).map(({ body }) => body)
}

test('a good server works in three calls, is measured, and the finding is kept', async () => {
  const { found, shop, model } = await probe('server')
  expect(faults(found)).toEqual([])
  expect(found).toMatchObject({
    verdict: 'works',
    answered_by: 'played-1',
    calls: 3,
    tokens: 450,
    wire: { schema: 'strict', thinking: 'none', stream: true, usage: true },
  })
  expect(found.findings.map(({ check }) => check)).toEqual([
    'reachable',
    'schema',
    'json',
    'streaming',
    'thinking',
    'speed',
    'usage',
    'korean',
  ])
  expect(found.first_byte_ms).toBeGreaterThanOrEqual(0)
  expect(found.tokens_per_second).toBeGreaterThan(0)
  expect(await asked(model)).toHaveLength(3)
  const kept = modelsResponse.parse(await (await shop.admin(paths.models)).json())
  expect(kept.endpoints[0]?.probe).toEqual(found)
})

describe('habits of servers', () => {
  test.each<[string, Partial<ModelProbe['wire'] & object>, string[]]>([
    ['noschema', { schema: 'object' }, ['schema: json_mode']],
    ['nojsonschema', { schema: 'object_schema' }, []],
    ['nojsonschema+fault', { schema: 'object_schema' }, []],
    ['noformat', { schema: 'none' }, ['schema: words_only']],
    ['whole', { stream: false }, ['streaming: whole']],
    ['nousage', { schema: 'strict' }, ['usage: estimated']],
    ['thinks', { thinking: 'template' }, []],
    ['thinkstags', { thinking: 'template' }, []],
    ['thinksalways', { schema: 'strict' }, ['thinking: thinks']],
    ['thinks+noswitch', { schema: 'strict' }, ['thinking: thinks']],
    ['burns', { thinking: 'effort_low' }, []],
    ['newlimit', { token_limit: 'max_completion_tokens' }, []],
    ['nokorean', { schema: 'strict' }, ['korean: misunderstood']],
    ['slowlist1800', { schema: 'strict' }, ['speed: slower_than_deadline']],
    [
      'noschema+whole+nousage',
      { schema: 'object', stream: false },
      ['schema: json_mode', 'streaming: whole', 'usage: estimated'],
    ],
  ])('%s', async (habits, wire, faulty) => {
    const { found } = await probe(`server=${habits}`)
    expect(found.wire).toMatchObject(wire)
    expect(faults(found)).toEqual(faulty)
    expect(found.verdict).toBe(faulty.length === 0 ? 'works' : 'limited')
    expect(found.calls).toBeLessThanOrEqual(12)
    // Whatever is a fault says what to do about it.
    for (const { ok, message } of found.findings) expect(ok || message.length > 40).toBe(true)
  })

  it('are what searches go by from then on', async () => {
    const { shop, model } = await probe('server=thinks+newlimit')
    const before = (await asked(model)).length
    await shop.importRows(
      'products',
      Array.from({ length: 8 }, (_, row) => ({ id: `l${row}`, title: `Lamp ${row}`, price: 1000 })),
    )
    await shop.searchStream('lamp')
    const [body, ...more] = (await asked(model)).slice(before)
    expect(body).toMatchObject({ chat_template_kwargs: { enable_thinking: false } })
    expect(body).toHaveProperty('max_completion_tokens')
    expect(more).toEqual([])
  })
})

describe('what cannot be used', () => {
  test.each([
    ['server=prose', 'json: no_json'],
    ['prose', 'json: no_json'],
    ['unauthorized', 'reachable: key_refused'],
    ['missing', 'reachable: model_missing'],
    ['unknown', 'reachable: model_missing'],
    ['redirect', 'reachable: redirected'],
    ['html', 'reachable: page'],
    ['malformed-plain', 'reachable: not_this_api'],
    ['busy=3600', 'reachable: busy'],
    ['broken', 'reachable: server_error'],
    ['hang-up', 'reachable: unreachable'],
    ['huge', 'reachable: too_much'],
    ['silent', 'json: no_json'],
    ['truncated-thinking', 'json: thinks_only'],
  ])('%s is told as %s', async (script, fault) => {
    const { found } = await probe(script)
    expect(faults(found)).toEqual([fault])
    expect(found).toMatchObject({ verdict: 'fails', wire: null })
    expect(found.findings.find(({ ok }) => !ok)?.message).toMatch(/\.$/)
    expect(JSON.stringify(found)).not.toMatch(/Incorrect API key|elsewhere|doctype/)
  })

  it('an address without an API', async () => {
    const { found } = await probe('server', { base_url: `${inject('modelServer')}/nothing` })
    expect(faults(found)).toEqual(['reachable: not_found'])
  })

  it('a server that does not answer ends with the time allowed', async () => {
    const { found, tookMs } = await probe('stall', { withinMs: 1_500 })
    expect(faults(found)).toEqual(['reachable: too_slow'])
    expect(tookMs).toBeLessThan(4_000)
  })

  it('a slow server is told what was not measured', async () => {
    const { found, tookMs } = await probe('server=slow900', { withinMs: 2_000 })
    expect(faults(found)).toContain('korean: not_measured')
    expect(found.verdict).toBe('limited')
    expect(tookMs).toBeLessThan(4_000)
  })
})

describe('addresses of a private network', () => {
  const guarded = { ENCRYPTION_KEY: variables.ENCRYPTION_KEY }

  /** The same shop behind a worker that looks names up at the scripted name server and allows nothing private. */
  const strict = (more: Record<string, string> = {}) =>
    sendTo({ ...guarded, DNS_URL: new URL('/dns-query', inject('modelServer')).href, ...more })

  const typed = (baseUrl: string) => ({
    endpoints: [
      { id: 'own', kind: 'openai', base_url: baseUrl, model: 'm', overseas: false, third_party: false },
    ],
  })

  test.each([
    ['http://127.0.0.1:8080/v1', 'Only https'],
    ['https://127.0.0.1/v1', 'private network'],
    ['https://2130706433/v1', 'private network'],
    ['https://[::1]/v1', 'private network'],
    ['https://169.254.169.254/latest/meta-data', 'private network'],
    ['https://localhost/v1', 'private network'],
    ['https://db.internal/v1', 'private network'],
    ['https://api.example.com:6379/v1', 'ports 443 and 8443'],
    ['https://a:b@api.example.com/v1', 'user name or password'],
    ['https://inside.rebound.example/v1', 'private network'],
    ['https://nowhere.example/v1', 'no such host'],
    ['https://broken.example/v1', 'could not be looked up'],
  ])('%s is not saved', async (baseUrl, sentence) => {
    const shop = await createShop({}, strict())
    const answer = await shop.admin(paths.models, { method: 'PUT', body: JSON.stringify(typed(baseUrl)) })
    expect(answer.status).toBe(422)
    const { field, message } = await errorOf(answer)
    expect(field).toBe('endpoints.0.base_url')
    expect(message).toContain(sentence)
  })

  it('one whose name is public is saved; once it turns inward it is neither checked nor called', async () => {
    const host = `https://turning-${crypto.randomUUID()}.example/v1`
    const shop = await createShop({}, strict())
    const saved = await shop.admin(paths.models, { method: 'PUT', body: JSON.stringify(typed(host)) })
    expect(saved.status).toBe(200)
    await saved.body?.cancel()
    // A worker started later has no verdict of its own, and is told another address.
    const later = { ...shop, admin: shopBehind(shop, strict()) }
    const found = modelProbe.parse(await (await ask(later, 2_000)).json())
    expect(found).toMatchObject({ verdict: 'fails', calls: 0, findings: [{ code: 'address_private' }] })
  })

  it('is not called though it was saved while private ones were allowed', async () => {
    const { shop, model } = await shopWith('server')
    const later = { ...shop, admin: shopBehind(shop, strict()) }
    const found = modelProbe.parse(await (await ask(later, 2_000)).json())
    expect(found.findings).toMatchObject([{ check: 'reachable', ok: false, code: 'address_not_https' }])
    expect(await asked(model)).toEqual([])
  })
})

function shopBehind(shop: TestShop, send: (request: Request) => Promise<Response>): TestShop['admin'] {
  return (path, init = {}) =>
    send(
      new Request(new URL(path, 'https://aisle.example'), {
        ...init,
        headers: { Authorization: `Bearer ${shop.keys.secret_key}` },
      }),
    )
}

test('checks of one shop are counted where limits are on', async () => {
  const { shop } = await shopWith('unauthorized')
  const limited = { ...shop, admin: shopBehind(shop, sendTo({ ...variables, RATE_LIMITS: 'on' })) }
  const statuses = []
  for (let call = 0; call < 7; call++) {
    const answer = await ask(limited, 1_000)
    statuses.push(answer.status)
    await answer.body?.cancel()
  }
  expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
  expect(statuses).toContain(429)
})
