import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { LedgerResponse } from '../../worker/contract/ledger.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { LocalWorker } from '../../worker/bin/local-worker.ts'
import { createMeasuredShop, startMeasuringWorker, type MeasuredShop } from '../support/measured-shop.ts'
import { startScriptedModelServer, type ScriptedModelServer } from '../support/scripted-model-server.ts'

/**
 * Shoppers of one worker over real HTTP: each request has a context of its own there, which ends with its connection and
 * must not take another's work along.
 */
let model: ScriptedModelServer
let worker: LocalWorker
let shop: MeasuredShop

beforeAll(async () => {
  model = await startScriptedModelServer('reverse')
  worker = await startMeasuringWorker({ LLM_BASE_URL: model.url, LLM_MODEL: 'scripted' })
  shop = await createMeasuredShop(worker.url, { locale: 'en', currency: 'USD' })
  const rows = Array.from({ length: 30 }, (_, row) => ({
    id: `lamp-${row}`,
    title: `Lamp ${row}`,
    price: 10 + row,
  }))
  await shop.importFile('products', rows.map((row) => JSON.stringify(row)).join('\n'))
  await shop.settings({ models: { deadline_ms: 5_000, expand: false } })
})

afterAll(async () => {
  await worker?.close()
  await model?.close()
})

/** Longer than anything takes here, even on a busy machine. */
const PATIENCE = { timeout: 8_000 }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A search as a stream. `results` resolves when they have come, `text` with everything. */
async function search(query: string) {
  const gone = new AbortController()
  const asked = new URLSearchParams({ key: shop.keys.public_key, q: query })
  const answer = await fetch(`${worker.url}${paths.search}?${asked}`, {
    headers: { Accept: 'text/event-stream' },
    signal: gone.signal,
  })
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  const first = decoder.decode((await reader?.read())?.value)
  expect(first).toContain('event: results')
  const rest = async (): Promise<string> => {
    let text = first
    for (;;) {
      const piece = await reader?.read()
      if (!piece?.value) return text
      text += decoder.decode(piece.value, { stream: true })
    }
  }
  return { leave: () => gone.abort(), text: rest() }
}

const callsOf = (words: string) =>
  model.requests.filter(({ body }) => JSON.stringify(body.messages).includes(`⟦${words}⟧`))

/** Words of their own, so that no test meets another's answers. */
let turn = 0
const newQuery = () => `lamp ${'abcdefghij'[turn++]}${'uvwxyz'[turn % 6]}`

test('shoppers who ask for the same at once share one call', async () => {
  const query = newQuery()
  model.queue.push('reverse-after=600')
  const all = await Promise.all(Array.from({ length: 30 }, () => search(query)))
  for (const text of await Promise.all(all.map((one) => one.text))) {
    expect(text).toMatch(/event: order[^]*event: done/)
  }
  expect(callsOf(query)).toHaveLength(1)
  // Afterwards it is remembered.
  expect(await (await search(query)).text).toContain('event: order')
  expect(callsOf(query)).toHaveLength(1)
})

test('the one whose request carries the call may leave: the others get the answer', async () => {
  const query = newQuery()
  model.queue.push('reverse-after=1500')
  const first = await search(query)
  first.text.catch(() => undefined)
  await vi.waitFor(() => expect(callsOf(query)).toHaveLength(1), PATIENCE)
  const others = await Promise.all([1, 2, 3].map(() => search(query)))
  await pause(200)
  first.leave()
  for (const text of await Promise.all(others.map((one) => one.text))) expect(text).toContain('event: order')
  expect(callsOf(query)).toMatchObject([{ finishedAt: expect.any(Number) as number }])
})

test('when all have left, the model’s connection is closed at the deadline at the latest', async () => {
  const query = newQuery()
  await shop.settings({ models: { deadline_ms: 1_500 } })
  model.queue.push('stall-midway')
  const all = [await search(query), await search(query)]
  for (const one of all) one.text.catch(() => undefined)
  await vi.waitFor(() => expect(callsOf(query)).toHaveLength(1), PATIENCE)
  for (const one of all) one.leave()
  await vi.waitFor(() => expect(callsOf(query)[0]).toHaveProperty('disconnectedAt'), PATIENCE)
  const { startedAt = 0, disconnectedAt = 0 } = callsOf(query)[0] ?? {}
  expect(disconnectedAt - startedAt).toBeLessThan(2_500)
})

test('a stalled model is left at the deadline by everyone who waits', async () => {
  const query = newQuery()
  await shop.settings({ models: { deadline_ms: 800 } })
  model.queue.push('stall')
  const all = await Promise.all(Array.from({ length: 5 }, () => search(query)))
  for (const text of await Promise.all(all.map((one) => one.text))) {
    expect(text).toContain('"degraded":["model"]')
  }
  await vi.waitFor(() => expect(callsOf(query)[0]).toHaveProperty('disconnectedAt'), PATIENCE)
  expect(callsOf(query)).toHaveLength(1)
})

test('every call is in the ledger, settled', async () => {
  const ledger = async (): Promise<LedgerResponse> => {
    const headers = { Authorization: `Bearer ${shop.keys.secret_key}` }
    return (await fetch(worker.url + paths.ledger, { headers })).json() as Promise<LedgerResponse>
  }
  await vi.waitFor(async () => {
    const { calls } = await ledger()
    expect(calls.map(({ verdict }) => verdict)).toEqual([
      'failed:timeout',
      expect.stringMatching(/^failed:(?:timeout|aborted)$/),
      'used',
      'used',
    ])
  }, PATIENCE)
  expect(model.requests).toHaveLength(4)
})
