import { ok } from '../../../worker/result.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createOpenAiEmbedder } from '../../../worker/adapters/embedder-openai/embedder.ts'
import type { EmbeddedKind, EmbedFailure } from '../../../worker/ports/embedder.ts'
import { meaningVector } from '../../support/meaning-vector.ts'
import {
  startScriptedEmbeddingServer,
  type ScriptedEmbeddingServer,
} from '../../support/scripted-embedding-server.ts'

const KEY = 'up-test-9f31c0ffee'
const texts = ['linen apron', 'oak board', 'steel kettle']

let server: ScriptedEmbeddingServer
let calls = 0

beforeAll(async () => {
  server = await startScriptedEmbeddingServer()
})
afterAll(async () => {
  await server.close()
})

interface Call {
  readonly input?: readonly string[]
  readonly kind?: EmbeddedKind
  readonly withinMs?: number
  readonly signal?: AbortSignal
  readonly model?: string
}

function ask(script: string, call: Call = {}) {
  const model = call.model ?? `script:${script}#${calls++}`
  const embedder = createOpenAiEmbedder({
    baseUrl: `${server.url}/`,
    apiKey: () => Promise.resolve(ok(KEY)),
    model,
  })
  const answer = embedder.embed(call.input ?? texts, call.kind ?? 'passage', {
    deadlineAt: Date.now() + (call.withinMs ?? 5000),
    signal: call.signal ?? new AbortController().signal,
  })
  return { model, answer, seen: () => server.requests.filter((request) => request.model === model) }
}

async function failureOf(script: string, call?: Call): Promise<EmbedFailure> {
  const answer = await ask(script, call).answer
  if (answer.ok) throw new Error('it was answered')
  return answer.error
}

async function vectorsOf(script: string, call?: Call): Promise<readonly Float32Array[]> {
  const answer = await ask(script, call).answer
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.vectors
}

const expected = texts.map((text) => meaningVector(text, 64))

describe('an answer', () => {
  it('is vectors in the order of the texts, with model, dimensions and tokens', async () => {
    const { answer, model } = ask('ok')
    const read = await answer
    expect(read).toMatchObject({ ok: true, value: { model, dims: 64, tokens: 9 } })
    expect(await vectorsOf('ok')).toEqual(expected)
  })

  it('may be base64, or in the order of its indices', async () => {
    expect(await vectorsOf('base64')).toEqual(expected)
    expect(await vectorsOf('shuffled')).toEqual(expected)
  })

  it('of more texts than a request takes is joined from several', async () => {
    const many = Array.from({ length: 230 }, (_, index) => `text ${index}`)
    const { answer, seen } = ask('ok', { input: many })
    const read = await answer
    expect(seen().map(({ input }) => input.length)).toEqual([100, 100, 30])
    expect(read).toMatchObject({ ok: true, value: { tokens: 690 } })
    expect(read.ok && read.value.vectors[229]).toEqual(meaningVector('text 229', 64))
  })
})

describe('a request', () => {
  it('asks the model of the kind, where there are two', async () => {
    const model = `script:ok#q${calls}|script:ok#p${calls++}`
    const [query, passage] = model.split('|')
    for (const kind of ['query', 'passage'] as const) {
      expect(await ask('', { model, kind }).answer).toMatchObject({ ok: true, value: { model } })
    }
    const asked = server.requests.slice(-2).map((request) => request.model)
    expect(asked).toEqual([query, passage])
  })

  it('holds the key in its header and nothing the strictest servers refuse', async () => {
    const { answer, seen } = ask('ok')
    await answer
    expect(seen()).toMatchObject([{ authorization: `Bearer ${KEY}`, fields: ['model', 'input'] }])
  })

  it('is sent again after Retry-After, once', async () => {
    const { answer, seen } = ask('busy=0.1,ok')
    expect(await answer).toMatchObject({ ok: true })
    expect(seen()).toHaveLength(2)
    const twice = ask('busy=0.1')
    expect(await twice.answer).toMatchObject({ ok: false, error: { status: 429, retryAfterMs: 100 } })
    expect(twice.seen()).toHaveLength(2)
  })

  it('is not sent again when the pause ends behind the deadline: the caller is told how long it is', async () => {
    const { answer, seen } = ask('busy=30,ok', { withinMs: 500 })
    expect(await answer).toEqual({
      ok: false,
      error: { kind: 'refused', status: 429, code: 'e429', retryAfterMs: 30_000 },
    })
    expect(seen()).toHaveLength(1)
  })
})

describe('what cannot be used is a failure', () => {
  it.each(['short', 'uneven', 'holes', 'zeros', 'prose'])('%s', async (script) => {
    expect(await failureOf(script)).toMatchObject({ kind: 'malformed' })
  })

  it('when dimensions change between two requests of one call', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `text ${index}`)
    expect(await failureOf('ok,dims=32', { input: many })).toMatchObject({ kind: 'malformed' })
  })

  it('when the server refuses, says the status and its short code, and never its words', async () => {
    expect(await failureOf('status=401')).toEqual({ kind: 'refused', status: 401, code: 'e401' })
    expect(await failureOf('redirect')).toMatchObject({ kind: 'refused', status: 307 })
  })

  it('when it is late, when the caller goes, when nobody listens', async () => {
    expect(await failureOf('slow=2000', { withinMs: 80 })).toEqual({ kind: 'timeout' })
    const gone = new AbortController()
    setTimeout(() => gone.abort(), 50)
    expect(await failureOf('slow=2000', { signal: gone.signal })).toEqual({ kind: 'aborted' })
    const nobody = createOpenAiEmbedder({
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'none',
      apiKey: () => Promise.resolve(ok(KEY)),
    })
    const answer = await nobody.embed(texts, 'query', {
      deadlineAt: Date.now() + 2000,
      signal: new AbortController().signal,
    })
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
  })

  it('and nothing of it reaches the log', async () => {
    const log = vi.spyOn(console, 'error')
    for (const script of ['status=500', 'prose', 'holes']) await failureOf(script)
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })
})
