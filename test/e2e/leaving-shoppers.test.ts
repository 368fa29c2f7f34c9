import { request } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { LocalWorker } from '../../worker/bin/local-worker.ts'
import { createMeasuredShop, startMeasuringWorker, type MeasuredShop } from '../support/measured-shop.ts'
import { startScriptedModelServer, type ScriptedModelServer } from '../support/scripted-model-server.ts'

/**
 * Shoppers who close the connection, over real HTTP on both sides: what the worker learns of it there differs from what
 * a test inside the runtime shows.
 */
let model: ScriptedModelServer
let worker: LocalWorker
let shop: MeasuredShop

const DEADLINE_MS = 1_500
const SOON = { timeout: 2_000 }

beforeAll(async () => {
  model = await startScriptedModelServer('stall')
  worker = await startMeasuringWorker({ LLM_BASE_URL: model.url, LLM_MODEL: 'scripted' })
  shop = await createMeasuredShop(worker.url, { locale: 'en', currency: 'USD' })
  await shop.settings({ models: { deadline_ms: DEADLINE_MS } })
  const rows = Array.from({ length: 12 }, (_, row) => ({
    id: `glove-${row}`,
    title: `Glove ${row}`,
    description: `for a long evening ${'satin '.repeat(row)}`,
    price: 10 + row,
  }))
  await shop.importFile('products', rows.map((row) => JSON.stringify(row)).join('\n'))
  // The worker has remembered the shop as it was before.
  await new Promise((resolve) => setTimeout(resolve, 5_500))
})

afterAll(async () => {
  await worker?.close()
  await model?.close()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const open = () =>
  model.requests.filter(
    ({ finishedAt, disconnectedAt }) => finishedAt === undefined && disconnectedAt === undefined,
  )

/** Asks, reads the results and gives back the way to hang up. */
function ask(q: string, parameters: Record<string, string> = {}): Promise<() => void> {
  const asked = new URLSearchParams({ key: shop.keys.public_key, q, ...parameters })
  return new Promise((resolve, reject) => {
    const call = request(
      `${worker.url}${paths.search}?${asked}`,
      { agent: false, headers: { accept: 'text/event-stream' } },
      (response) => {
        response.once('data', () => resolve(() => call.destroy()))
        response.on('error', () => undefined)
      },
    )
    call.once('error', reject)
    call.end()
  })
}

/** Between words and order nothing is open either: what counts is the end. Words and an order at the most were asked for. */
async function expectClosed(before: number) {
  await pause(DEADLINE_MS)
  await vi.waitFor(() => expect(open()).toEqual([]), SOON)
  expect(model.requests.length).toBeLessThanOrEqual(before + 2)
}

test.each([
  ['words are', [], 'zorblex'],
  ['an order is', ['words=satin+glove'], 'blixtar'],
])(
  'a shopper who leaves while %s asked for leaves nothing open past the deadline',
  async (_, answers, word) => {
    model.queue.push(...answers)
    const before = model.requests.length
    const leave = await ask(`long evening ${word}`)
    await vi.waitFor(() => expect(open()).toHaveLength(1), SOON)
    leave()
    await expectClosed(before)
  },
)

test('what is asked again and again leaves nothing open past the deadline', async () => {
  const begun = model.requests.length
  for (let turn = 0; turn < 4; turn++) {
    const before = model.requests.length
    const leave = await ask(`long evening vextro ${'abcd'[turn]}`)
    await pause(100)
    leave()
    await expectClosed(before)
  }
  // Not every time: a model that was late three times in a row rests.
  expect(model.requests.length).toBeGreaterThan(begun)
})
