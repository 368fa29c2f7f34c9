import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { createOpenAiModel } from '../../../worker/adapters/llm-openai/model.ts'
import { firstWire } from '../../../worker/models/dialects.ts'
import { ok } from '../../../worker/result.ts'
import type { CompletionRequest, ModelFailure } from '../../../worker/ports/language-model.ts'
import { rerankPrompt } from '../../../worker/search/rerank/prompt.ts'
import { startScriptedModelServer, type ScriptedModelServer } from '../../support/scripted-model-server.ts'

const KEY = 'sk-test-9f31c0ffee'
const wire = firstWire('compatible', '', 'any')
const withKey = (key: string) => ({ wire, apiKey: () => Promise.resolve(ok(key)) })

const cards = ['linen apron', 'oak board', 'steel kettle', 'clay teapot', 'wool throw'].map(
  (title, index) => ({
    id: `p${index}`,
    title,
    price: '$20',
    category: 'Kitchen',
    text: 'made to last',
  }),
)

let server: ScriptedModelServer
let calls = 0

beforeAll(async () => {
  server = await startScriptedModelServer()
})
afterAll(async () => {
  await server.close()
})

interface Call {
  readonly withinMs?: number
  readonly signal?: AbortSignal
  readonly baseUrl?: string
  readonly untilEnd?: boolean
}

/** Asks a model of its own, so that no test sees another's requests. */
function ask(script: string, { withinMs = 5000, signal, baseUrl, untilEnd = false }: Call = {}) {
  const model = `script:${script}#${calls++}`
  const client = createOpenAiModel({ baseUrl: baseUrl ?? server.url, model, ...withKey(KEY) })
  const request = (): CompletionRequest => ({
    ...rerankPrompt('teapot for two', [], cards),
    temperature: 0,
    deadlineAt: Date.now() + withinMs,
    signal: signal ?? new AbortController().signal,
    untilEnd,
  })
  return {
    answer: client.complete(request()),
    again: () => client.complete(request()),
    seen: () => server.requests.filter(({ body }) => body.model === model),
  }
}

const failureOf = async (script: string, call?: Call): Promise<ModelFailure | undefined> => {
  const result = await ask(script, call).answer
  return result.ok ? undefined : result.error
}

const textOf = async (script: string): Promise<string | undefined> => {
  const result = await ask(script).answer
  return result.ok ? result.value.text : undefined
}

describe('an answer', () => {
  it('is asked for with the prompt, the key and a strict schema, and read from a stream', async () => {
    const { answer, seen } = ask('reverse')
    expect(await answer).toMatchObject({
      ok: true,
      value: {
        text: '{"r":[5,4,3,2,1]}',
        model: 'scripted-1',
        trace: { streamed: true, thought: false, wire },
      },
    })
    const prompt = rerankPrompt('teapot for two', [], cards)
    expect(seen()).toMatchObject([
      {
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: {
          stream: true,
          temperature: 0,
          max_tokens: prompt.maxTokens,
          messages: [
            { role: 'system', content: prompt.system },
            { role: 'user', content: prompt.user },
          ],
          response_format: { type: 'json_schema', json_schema: { schema: prompt.schema, strict: true } },
        },
      },
    ])
  })

  it('carries no authorization when the endpoint has no key', async () => {
    const model = `script:reverse#${calls++}`
    const client = createOpenAiModel({ baseUrl: `${server.url}/`, model, wire })
    const signal = new AbortController().signal
    const request = {
      ...rerankPrompt('x', [], cards),
      temperature: 0,
      deadlineAt: Date.now() + 5000,
      signal,
    } as const
    expect(await client.complete(request)).toMatchObject({ ok: true })
    const seen = server.requests.find(({ body }) => body.model === model)
    expect(seen?.headers).not.toHaveProperty('authorization')
  })

  it.each(['plain', 'plain-as-stream'])(
    'is read from a server that ignores the wish for a stream (%s)',
    async (name) => {
      expect(await ask(name).answer).toMatchObject({
        ok: true,
        value: {
          text: '{"r":[5,4,3,2,1]}',
          model: 'scripted-1',
          tokens: { prompt: 700, completion: 23, by: 'server' },
          trace: { streamed: false },
        },
      })
    },
  )

  it.each(['think', 'think-unopened', 'reasoning', 'fenced'])(
    'leaves the reasoning and the wrapping out (%s)',
    async (name) => {
      expect(await textOf(name)).toBe('{"r":[5,4,3,2,1]}')
    },
  )

  it.each([
    ['prose', 'Of the 5 products [see above] I pick [3, 1, 2], which fit {best}.'],
    ['invented', '{"r":[99,"sku-7",-1,0,2,1.5,1]}'],
    ['duplicates', '{"r":[2,2,1,2,1]}'],
    ['nothing', '{"r":[]}'],
    ['truncated', '{"r":[3,1,2'],
    ['declined-in-words', "I'm sorry, but I can't help with ranking these."],
  ])('is handed on as it was written (%s)', async (name, text) => {
    expect(await textOf(name)).toBe(text)
  })

  it('is complete when its JSON closes, and the connection is given up then', async () => {
    const { answer, seen } = ask('lingering')
    expect(await answer).toMatchObject({ ok: true, value: { text: '{"r":[5,4,3,2,1]}' } })
    await vi.waitFor(() => expect(seen()[0]?.disconnectedAt).toBeDefined())
  })
})

describe('the count of tokens', () => {
  it("is the server's own when the answer is read to its end", async () => {
    const { answer, seen } = ask('reverse', { untilEnd: true })
    expect(await answer).toMatchObject({
      ok: true,
      value: { text: '{"r":[5,4,3,2,1]}', tokens: { prompt: 700, completion: 23, by: 'server' } },
    })
    expect(seen()[0]?.body).toMatchObject({ stream_options: { include_usage: true } })
  })

  it('is an estimate on the high side when nobody waits for the end', async () => {
    const result = await ask('lingering').answer
    expect(result).toMatchObject({ ok: true, value: { tokens: { by: 'estimate' } } })
    const tokens = result.ok ? result.value.tokens : { prompt: 0, completion: 0 }
    expect(tokens.completion).toBeGreaterThanOrEqual(6)
    expect(tokens.prompt).toBeGreaterThan(100)
  })

  it('is no reason to lose an answer that is whole', async () => {
    expect(await ask('lingering', { untilEnd: true, withinMs: 400 }).answer).toMatchObject({
      ok: true,
      value: { text: '{"r":[5,4,3,2,1]}', tokens: { by: 'estimate' } },
    })
  })
})

describe('a server that does not take a field', () => {
  it.each([
    ['server=newlimit', { token_limit: 'max_completion_tokens' }],
    ['server=nojsonschema', { schema: 'none' }],
    ['server=nojsonschema+fault', { schema: 'none' }],
    ['server=nojsonschema+newlimit', { schema: 'none', token_limit: 'max_completion_tokens' }],
  ])('is asked without it, now and later (%s)', async (script, learnt) => {
    const { answer, again, seen } = ask(script)
    expect(await answer).toMatchObject({ ok: true, value: { trace: { wire: learnt } } })
    const before = seen().length
    await again()
    expect(seen()).toHaveLength(before + 1)
  })
})

test('a probe is told that the form is refused, and is not asked another way', async () => {
  const model = `script:server=nojsonschema#${calls++}`
  const client = createOpenAiModel({ baseUrl: server.url, model, keepsForm: true, ...withKey(KEY) })
  const answer = await client.complete({
    ...rerankPrompt('x', [], cards),
    temperature: 0,
    deadlineAt: Date.now() + 5000,
    signal: new AbortController().signal,
  })
  expect(answer).toEqual({
    ok: false,
    error: { kind: 'refused', status: 400, code: 'invalid_request_error', aboutFormat: true },
  })
  expect(server.requests.filter(({ body }) => body.model === model)).toHaveLength(1)
})

describe('a failure', () => {
  it.each<[string, ModelFailure]>([
    ['broken', { kind: 'refused', status: 500, code: 'server_error' }],
    ['unknown', { kind: 'refused', status: 400, code: 'model_not_found' }],
    ['busy-silent', { kind: 'refused', status: 429, code: 'rate_limit_exceeded' }],
    ['redirect', { kind: 'refused', status: 307 }],
    ['malformed', { kind: 'malformed', detail: 'an event of the stream is no answer' }],
    ['error-midway', { kind: 'malformed', detail: 'an event of the stream is no answer' }],
    ['malformed-plain', { kind: 'malformed', detail: 'the body is no answer' }],
    ['html', { kind: 'malformed', detail: 'a page for people', isPage: true }],
    ['silent', { kind: 'empty', because: 'silent', thought: false }],
    ['declined', { kind: 'empty', because: 'declined', thought: false }],
    ['declined-plain', { kind: 'empty', because: 'declined', thought: false }],
    ['truncated-thinking', { kind: 'empty', because: 'cut_short', thought: true }],
    ['huge', { kind: 'too_large', limitBytes: 65_536 }],
    ['huge-plain', { kind: 'too_large', limitBytes: 65_536 }],
  ])('is named after its cause (%s)', async (name, failure) => {
    const { answer, seen } = ask(name)
    expect(await answer).toEqual({ ok: false, error: failure })
    expect(seen()).toHaveLength(1)
  })

  it.each(['hang-up', 'hang-up-midway'])(
    'is an unreachable model when the connection breaks (%s)',
    async (name) => {
      expect(await failureOf(name)).toMatchObject({ kind: 'unreachable' })
    },
  )

  it('is an unreachable model when nobody listens', async () => {
    const closed = await startScriptedModelServer()
    await closed.close()
    expect(await failureOf('reverse', { baseUrl: closed.url })).toEqual({
      kind: 'unreachable',
      detail: 'ECONNREFUSED',
    })
  })

  it.each(['unauthorized', 'broken', 'hang-up', 'malformed', 'busy=60'])(
    'never holds the key, even where the server repeats it (%s)',
    async (name) => {
      const failure = await failureOf(name)
      expect(failure).toBeDefined()
      expect(JSON.stringify(failure)).not.toContain(KEY)
    },
  )

  it('never holds a key that cannot be sent as a header', async () => {
    const client = createOpenAiModel({ baseUrl: server.url, model: 'any', ...withKey(`${KEY}\n${KEY}`) })
    const signal = new AbortController().signal
    const request = {
      ...rerankPrompt('x', [], cards),
      temperature: 0,
      deadlineAt: Date.now() + 5000,
      signal,
    } as const
    const result = await client.complete(request)
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
    expect(JSON.stringify(result)).not.toContain(KEY)
  })
})

describe('the deadline', () => {
  it.each(['stall', 'stall-midway', 'drip'])('ends the wait and the connection (%s)', async (name) => {
    const { answer, seen } = ask(name, { withinMs: 300 })
    expect(await answer).toEqual({ ok: false, error: { kind: 'timeout' } })
    await vi.waitFor(() => expect(seen()[0]?.disconnectedAt).toBeDefined())
  })

  it('sends nothing once it has passed', async () => {
    const { answer, seen } = ask('reverse', { withinMs: -1 })
    expect(await answer).toEqual({ ok: false, error: { kind: 'timeout' } })
    expect(seen()).toEqual([])
  })
})

describe('a caller who leaves', () => {
  it.each(['stall', 'stall-midway', 'drip'])('closes the connection upstream (%s)', async (name) => {
    const caller = new AbortController()
    const { answer, seen } = ask(name, { signal: caller.signal })
    await vi.waitFor(() => expect(seen()).toHaveLength(1))
    expect(seen()[0]?.disconnectedAt).toBeUndefined()
    caller.abort()
    expect(await answer).toEqual({ ok: false, error: { kind: 'aborted' } })
    await vi.waitFor(() => expect(seen()[0]?.disconnectedAt).toBeDefined())
  })

  it('ends a pause before a second attempt', async () => {
    const caller = new AbortController()
    const { answer, seen } = ask('busy=4,reverse', { signal: caller.signal })
    await vi.waitFor(() => expect(seen()[0]?.finishedAt).toBeDefined())
    caller.abort()
    expect(await answer).toEqual({ ok: false, error: { kind: 'aborted' } })
    expect(seen()).toHaveLength(1)
  })

  it('before the call costs no request', async () => {
    const { answer, seen } = ask('reverse', { signal: AbortSignal.abort() })
    expect(await answer).toEqual({ ok: false, error: { kind: 'aborted' } })
    expect(seen()).toEqual([])
  })
})

describe('a second attempt', () => {
  it.each(['no-format', 'no-format-422'])(
    'goes without the schema the server refused, and so do later calls (%s)',
    async (name) => {
      const { answer, again, seen } = ask(name)
      expect(await answer).toMatchObject({ ok: true, value: { text: '{"r":[5,4,3,2,1]}' } })
      expect(seen().map(({ body }) => 'response_format' in body)).toEqual([true, false])
      expect(await again()).toMatchObject({ ok: true })
      expect(seen().map(({ body }) => 'response_format' in body)).toEqual([true, false, false])
    },
  )

  it.each(['busy=1,reverse', 'unavailable=1,reverse', 'busy=0,no-format,no-format'])(
    'waits as long as the server asks when that fits before the deadline (%s)',
    async (name) => {
      const { answer, seen } = ask(name)
      expect(await answer).toMatchObject({ ok: true, value: { text: '{"r":[5,4,3,2,1]}' } })
      const [first, second] = seen()
      const asked = Number(name.slice(name.indexOf('=') + 1, name.indexOf(',')))
      expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(asked * 1000 - 5)
    },
  )

  it('is not made when the server asks to wait past the deadline', async () => {
    const { answer, seen } = ask('busy=2,reverse', { withinMs: 1500 })
    expect(await answer).toEqual({
      ok: false,
      error: { kind: 'refused', status: 429, code: 'rate_limit_exceeded' },
    })
    expect(seen()).toHaveLength(1)
  })

  it('is the last one', async () => {
    const { answer, seen } = ask('busy=0')
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'refused', status: 429 } })
    expect(seen()).toHaveLength(2)
  })
})
