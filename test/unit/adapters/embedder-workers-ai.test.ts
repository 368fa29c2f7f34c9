import { expect, test } from 'vitest'
import {
  createWorkersAiEmbedder,
  type AiBinding,
} from '../../../worker/adapters/embedder-workers-ai/embedder.ts'

const limits = () => ({ deadlineAt: Date.now() + 1000, signal: new AbortController().signal })

/** Plays the platform's binding. */
function bindingThat(run: (text: string[], signal: AbortSignal) => Promise<unknown>) {
  const seen: { model: string; text: string[] }[] = []
  const ai: AiBinding = {
    run(model, { text }, { signal }) {
      seen.push({ model, text })
      return run(text, signal)
    },
  }
  return { seen, embedder: createWorkersAiEmbedder(ai) }
}

const vectorsOf = (text: string[]) => text.map((one) => [one.length, 1, -1])

test('asks bge-m3 for a hundred texts at a time and joins the vectors', async () => {
  const { seen, embedder } = bindingThat((text) =>
    Promise.resolve({ shape: [text.length, 3], data: vectorsOf(text), pooling: 'cls' }),
  )
  const texts = Array.from({ length: 130 }, (_, index) => 'x'.repeat(index + 1))
  const answer = await embedder.embed(texts, 'passage', limits())
  expect(seen.map(({ model, text }) => [model, text.length])).toEqual([
    ['@cf/baai/bge-m3', 100],
    ['@cf/baai/bge-m3', 30],
  ])
  expect(answer).toMatchObject({ ok: true, value: { model: '@cf/baai/bge-m3', dims: 3 } })
  expect(answer.ok && answer.value.vectors.map(([length]) => length)).toEqual(
    texts.map(({ length }) => length),
  )
})

test.each([
  ['no data', {}],
  ['a vector too few', { data: [] }],
  ['no numbers', { data: [[null, 1]] }],
])('%s is malformed', async (_, body) => {
  const { embedder } = bindingThat(() => Promise.resolve(body))
  expect(await embedder.embed(['cup'], 'query', limits())).toMatchObject({
    ok: false,
    error: { kind: 'malformed' },
  })
})

test('out of capacity passes, another refusal does not', async () => {
  const refusing = (message: string) =>
    bindingThat(() => Promise.reject(new Error(message))).embedder.embed(['cup'], 'query', limits())
  expect(await refusing('3040: Capacity temporarily exceeded')).toMatchObject({ error: { status: 429 } })
  expect(await refusing('5006: bad input: the text')).toEqual({
    ok: false,
    error: { kind: 'refused', status: 400, code: '5006' },
  })
  expect(await refusing('Binding AI needs to be run remotely')).toEqual({
    ok: false,
    error: { kind: 'unreachable', detail: 'Error' },
  })
})

test('ends at the deadline', async () => {
  const { embedder } = bindingThat(
    (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  )
  const begun = Date.now()
  const answer = await embedder.embed(['cup'], 'query', { ...limits(), deadlineAt: begun + 50 })
  expect(answer).toEqual({ ok: false, error: { kind: 'timeout' } })
  expect(Date.now() - begun).toBeLessThan(900)
})
