import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { requestFields } from '../../../worker/adapters/model-wire/request-fields.ts'
import {
  dialects,
  firstWire,
  guessDialect,
  withoutObjected,
  type Objection,
} from '../../../worker/models/dialects.ts'

test.each([
  ['https://api.openai.com/v1', 'openai'],
  ['https://api.upstage.ai/v1', 'solar'],
  ['http://127.0.0.1:11434/v1', 'ollama'],
  ['https://llm.shop.example/v1', 'compatible'],
  ['https://api.openai.com.evil.example/v1', 'compatible'],
  ['not an address', 'compatible'],
])('%s speaks %s', (address, dialect) => expect(guessDialect(address)).toBe(dialect))

test.each([
  ['https://api.upstage.ai/v1', 'solar-pro4', { thinking: 'none', temperature: true }],
  ['https://api.upstage.ai/v1', 'solar-pro3', { thinking: 'effort_low' }],
  ['https://api.openai.com/v1', 'gpt-5-mini', { thinking: 'effort_minimal', temperature: false }],
  ['https://api.openai.com/v1', 'gpt-5.2', { thinking: 'effort_none' }],
  ['https://api.openai.com/v1', 'gpt-4.1-mini', { thinking: 'none', token_limit: 'max_completion_tokens' }],
  ['http://localhost:11434/v1', 'qwen3:8b', { thinking: 'effort_none', token_limit: 'max_tokens' }],
  // Nothing is sent to an unknown server that it might stumble over.
  ['https://llm.shop.example/v1', 'gpt-oss-20b', { thinking: 'none', temperature: true }],
])('%s with %s is first asked so', (address, model, wire) =>
  expect(firstWire('compatible', address, model)).toMatchObject(wire),
)

test('a dialect that is named beats the guess', () => {
  expect(firstWire('vllm', 'https://llm.shop.example/v1', 'qwen3')).toMatchObject({ thinking: 'template' })
})

const request = {
  system: 's',
  user: 'u',
  schema: { type: 'object' },
  maxTokens: 40,
  temperature: 0,
  deadlineAt: 0,
  signal: new AbortController().signal,
} as const

describe('the fields of a request', () => {
  test.each([
    [
      'strict',
      { type: 'json_schema', json_schema: { name: 'answer', schema: request.schema, strict: true } },
    ],
    ['bare', { type: 'json_schema', json_schema: request.schema }],
    ['object_schema', { type: 'json_object', schema: request.schema }],
    ['object', { type: 'json_object' }],
    ['none', undefined],
  ] as const)('ask for the form: %s', (schema, format) => {
    expect(requestFields(request, { ...dialects.compatible, schema })['response_format']).toEqual(format)
  })

  test.each([
    ['none', {}],
    ['template', { chat_template_kwargs: { enable_thinking: false } }],
    ['effort_none', { reasoning_effort: 'none' }],
    ['effort_minimal', { reasoning_effort: 'minimal' }],
    ['effort_low', { reasoning_effort: 'low' }],
  ] as const)('switch thinking off: %s', (thinking, fields) => {
    const {
      messages: _,
      max_tokens,
      temperature,
      response_format: __,
      ...rest
    } = requestFields(request, {
      ...dialects.compatible,
      thinking,
    })
    expect([max_tokens, temperature]).toEqual([40, 0])
    expect(rest).toEqual(fields)
  })

  it('bound the tokens by the name the server knows, and leave the temperature out where it is refused', () => {
    const fields = requestFields(request, { ...dialects.openai, temperature: false })
    expect(fields).toMatchObject({ max_completion_tokens: 40 })
    expect(fields).not.toHaveProperty('max_tokens')
    expect(fields).not.toHaveProperty('temperature')
  })
})

describe('what a server objects to', () => {
  const objection = fc.constantFrom<Objection>('format', 'token_limit', 'temperature', 'thinking', 'usage')

  it('is left out, and nothing else is touched', () => {
    expect(withoutObjected(dialects.vllm, ['thinking'])).toEqual({ ...dialects.vllm, thinking: 'none' })
    expect(withoutObjected(dialects.openai, ['token_limit'])).toEqual({
      ...dialects.openai,
      token_limit: 'max_tokens',
    })
    expect(withoutObjected(dialects.openai, [])).toBeNull()
  })

  it('leaves nothing to change in the end, but for the name of the token limit', () => {
    fc.assert(
      fc.property(fc.array(objection), (objections) => {
        const once = withoutObjected(dialects.ollama, objections) ?? dialects.ollama
        const others = objections.filter((one) => one !== 'token_limit')
        expect(withoutObjected(once, others)).toBeNull()
      }),
    )
  })
})
