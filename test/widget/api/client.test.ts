import { afterEach, expect, test, vi } from 'vitest'
import { createSearchClient, searchAddress } from '../../../widget/api/client.ts'
import type { Answers, Question } from '../../../widget/api/client.ts'
import { buildAnswer } from '../support/build-answer.ts'

const question: Question = {
  q: 'lamp',
  filters: {},
  sort: 'relevance',
  without: [],
  exact: false,
  typing: '',
}

afterEach(() => vi.unstubAllGlobals())

function answerWith(response: () => Response | Promise<Response>) {
  const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve().then(response),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

async function ask(signal = new AbortController().signal) {
  const results = vi.fn<Answers['results']>()
  const order = vi.fn<NonNullable<Answers['order']>>()
  const client = createSearchClient('https://edge.example', { key: 'pk_1' })
  const outcome = await client.ask(question, 0, signal, { results, order })
  return { outcome, results, order }
}

const stream = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } })
const resultsEvent = `event: results\ndata: ${JSON.stringify(buildAnswer())}\n\n`

test('names only what differs from a plain search', () => {
  expect(searchAddress('https://e.example', { key: 'pk_1' }, question, 0)).toBe(
    'https://e.example/v1/search?key=pk_1&q=lamp',
  )
})

test('repeats a filter for each of its values and joins the wishes taken back', () => {
  const address = new URL(
    searchAddress(
      'https://e.example',
      { key: 'pk_1' },
      {
        q: '담요',
        filters: { brand: ['A & B', 'C'], 'attr.소재': ['면'] },
        sort: 'price_asc',
        without: ['price:..5', 'x'],
        exact: true,
        typing: '1',
      },
      40,
    ),
  )
  expect([...address.searchParams]).toEqual([
    ['key', 'pk_1'],
    ['q', '담요'],
    ['filter[brand]', 'A & B'],
    ['filter[brand]', 'C'],
    ['filter[attr.소재]', '면'],
    ['sort', 'price_asc'],
    ['without', 'price:..5,x'],
    ['exact', '1'],
    ['typing', '1'],
    ['offset', '40'],
  ])
})

test('asks without cookies and with no header that would need a preflight', async () => {
  const fetched = answerWith(() => stream(resultsEvent))
  await ask()
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    headers: { accept: 'text/event-stream' },
  })
})

test('hands over results, then the better order', async () => {
  answerWith(() => stream(`${resultsEvent}event: order\ndata: {"ids":["p2"],"reasons":{},"added":[]}\n\n`))
  const { outcome, results, order } = await ask()
  expect(outcome).toBe('answered')
  expect(results).toHaveBeenCalledWith(buildAnswer())
  expect(order).toHaveBeenCalledWith({ ids: ['p2'], reasons: {}, added: [] })
})

test('reads a plain JSON answer too, as a proxy that cannot stream may give', async () => {
  answerWith(() => Response.json(buildAnswer()))
  expect((await ask()).results).toHaveBeenCalledWith(buildAnswer())
})

test('has answered even when the stream breaks after the results', async () => {
  answerWith(() => stream(`${resultsEvent}event: order\ndata: {"ids"`))
  const { outcome, order } = await ask()
  expect(outcome).toBe('answered')
  expect(order).not.toHaveBeenCalled()
})

test.each([
  ['the service is down', () => new Response('', { status: 503 }), 'failed'],
  ['the network is gone', () => Promise.reject(new TypeError()), 'failed'],
  ['the stream ends without results', () => stream('event: done\ndata: {}\n\n'), 'failed'],
  ['the answer is not one', () => Response.json({ hello: 'captive portal' }), 'failed'],
  ['the request is at fault', () => new Response('', { status: 400 }), 'refused'],
])('tells what happened when %s', async (_when, response, outcome) => {
  answerWith(response)
  expect((await ask()).outcome).toBe(outcome)
})

test('calls a question that was given up aborted, not failed', async () => {
  const given = new AbortController()
  vi.stubGlobal(
    'fetch',
    (_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      ),
  )
  const asked = ask(given.signal)
  given.abort()
  expect((await asked).outcome).toBe('aborted')
})

test('gives up on an answer that never comes', async () => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'fetch',
    (_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      ),
  )
  const asked = ask()
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect((await asked).outcome).toBe('failed')
})
