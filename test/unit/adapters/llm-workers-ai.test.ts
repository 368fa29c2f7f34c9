import { describe, expect, it, test } from 'vitest'
import { createWorkersAiModel } from '../../../worker/adapters/llm-workers-ai/model.ts'
import {
  workersAiModel,
  workersAiModels,
  WORKERS_AI_DEFAULT,
} from '../../../worker/models/workers-ai-models.ts'
import type { CompletionRequest } from '../../../worker/ports/language-model.ts'

const schema = { type: 'object', properties: { r: { type: 'array' } } }
const request = (withinMs = 1_000, signal = new AbortController().signal): CompletionRequest => ({
  system: 'order',
  user: 'cards',
  schema,
  maxTokens: 40,
  temperature: 0,
  deadlineAt: Date.now() + withinMs,
  signal,
})

/** Plays the platform's binding; several answers are given one after the other. */
function bindingThat(...answers: ((signal: AbortSignal) => unknown)[]) {
  const seen: Record<string, unknown>[] = []
  const wire = workersAiModel(WORKERS_AI_DEFAULT)?.wire
  if (!wire) throw new Error('the default is not among the models')
  const model = createWorkersAiModel({
    model: WORKERS_AI_DEFAULT,
    wire,
    ai: {
      run(name, input, { signal }) {
        seen.push({ name, ...input })
        const answer = answers[Math.min(seen.length, answers.length) - 1]
        return Promise.resolve().then(() => answer?.(signal))
      },
    },
  })
  return { model, seen }
}

const throwing = (message: string) => () => {
  throw new Error(message)
}

describe('an answer', () => {
  test.each([
    ['of the older contract', { response: '{"r":[2,1]}', usage: { prompt_tokens: 9, completion_tokens: 5 } }],
    [
      'of the older contract, parsed',
      { response: { r: [2, 1] }, usage: { prompt_tokens: 9, completion_tokens: 5 } },
    ],
    [
      'of the newer contract',
      {
        choices: [{ message: { content: '{"r":[2,1]}', reasoning_content: '' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 9, completion_tokens: 5 },
      },
    ],
  ])('%s is read', async (_, answer) => {
    const { model } = bindingThat(() => answer)
    expect(await model.complete(request())).toMatchObject({
      ok: true,
      value: {
        text: '{"r":[2,1]}',
        model: WORKERS_AI_DEFAULT,
        tokens: { prompt: 9, completion: 5, by: 'server' },
        trace: { streamed: false, thought: false },
      },
    })
  })

  it('without a count is estimated', async () => {
    const { model } = bindingThat(() => ({ response: '{"r":[2,1]}' }))
    expect(await model.complete(request())).toMatchObject({ ok: true, value: { tokens: { by: 'estimate' } } })
  })

  it('is asked for with a bare schema, without a stream and without thoughts', async () => {
    const { model, seen } = bindingThat(() => ({ response: '{}' }))
    await model.complete(request())
    expect(seen).toMatchObject([
      {
        name: WORKERS_AI_DEFAULT,
        max_tokens: 40,
        chat_template_kwargs: { enable_thinking: false },
        response_format: { type: 'json_schema', json_schema: schema },
      },
    ])
    expect(seen[0]).not.toHaveProperty('stream')
  })

  it('is asked for once more without a schema that the model could not keep to', async () => {
    const { model, seen } = bindingThat(throwing("5024: JSON Mode couldn't be met"), () => ({
      response: '{"r":[1]}',
    }))
    expect(await model.complete(request())).toMatchObject({
      ok: true,
      value: { trace: { wire: { schema: 'none' } } },
    })
    expect(seen.map((input) => 'response_format' in input)).toEqual([true, false])
  })
})

describe('a failure', () => {
  test.each([
    ['3040: No more data centers to forward the request to', 429, '3040'],
    ['3036: You have used up your daily free allocation', 429, '3036'],
    ['InferenceUpstreamError: 3040: out of capacity', 429, '3040'],
    ['5007: No such model', 404, '5007'],
    ['5016: Model agreement', 403, '5016'],
    ['3006: Request is too large', 413, '3006'],
    ['5004: Invalid data', 400, '5004'],
  ])('%s', async (message, status, code) => {
    const { model } = bindingThat(throwing(message))
    expect(await model.complete(request())).toEqual({ ok: false, error: { kind: 'refused', status, code } })
  })

  test.each([
    ['nothing', undefined, { kind: 'malformed', detail: 'the answer has no text' }],
    ['a stream', new ReadableStream(), { kind: 'malformed', detail: 'the answer has no text' }],
    ['an empty text', { response: '' }, { kind: 'empty', because: 'silent', thought: false }],
    [
      'thoughts only',
      { choices: [{ message: { content: null, reasoning: 'hm' }, finish_reason: 'length' }] },
      { kind: 'empty', because: 'cut_short', thought: true },
    ],
  ])('%s', async (_, answer, error) => {
    const { model } = bindingThat(() => answer)
    expect(await model.complete(request())).toEqual({ ok: false, error })
  })

  it('is a broken connection when the binding throws anything else', async () => {
    const { model } = bindingThat(throwing('Binding AI needs to be run remotely'))
    expect(await model.complete(request())).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
  })

  it('is a deadline or a caller who left, though the binding heeds neither', async () => {
    const never = () => new Promise(() => undefined)
    expect(await bindingThat(never).model.complete(request(50))).toEqual({
      ok: false,
      error: { kind: 'timeout' },
    })
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 20)
    expect(await bindingThat(never).model.complete(request(1_000, caller.signal))).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    })
  })
})

test('every model on offer has a price and does not stream', () => {
  for (const { name, price, wire } of workersAiModels) {
    expect(name).toMatch(/^@cf\//)
    expect(price.input).toBeGreaterThan(0)
    expect(wire.stream).toBe(false)
  }
})
