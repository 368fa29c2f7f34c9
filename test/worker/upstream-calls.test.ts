import { env } from 'cloudflare:workers'
import { expect, inject, test, vi } from 'vitest'
import { compose } from '../../worker/compose.ts'
import type { Services } from '../../worker/ports/services.ts'
import { createShop, sendThrough, type Parameters, type Row } from './support/worker-shop.ts'

/** Calls to a model end when nobody waits for them any more: seen from the model's side, over real HTTP. */

const DEADLINE_MS = 5_000
/** A shopper who leaves ends a call well before the deadline would. */
const SOON_MS = 3_000

interface Seen {
  readonly startedAt: number
  readonly finishedAt?: number
  readonly disconnectedAt?: number
}

const goods: readonly Row[] = Array.from({ length: 8 }, (_, row) => ({
  id: `glove-${row}`,
  title: `Glove ${row}`,
  description: `for a long evening ${'satin '.repeat(row)}`,
  price: 10 + row,
}))
const WISH = 'long evening zorblex'

/** `look` runs before each look into the shop. */
async function shopWithModel(
  script: string,
  deadline = DEADLINE_MS,
  look: () => Promise<unknown> = async () => undefined,
) {
  const model = `script:${script}#upstream-${crypto.randomUUID()}`
  const base = inject('modelServer')
  const bindings = { ...env, LLM_BASE_URL: base, LLM_MODEL: model }
  const services = compose(bindings)
  const retriever: Services['retriever'] = {
    async search(...asked) {
      await look()
      return services.retriever.search(...asked)
    },
  }
  const shop = await createShop(
    { locale: 'en', currency: 'USD' },
    sendThrough({ ...services, retriever }, bindings),
  )
  await shop.settings({ models: { deadline_ms: deadline } })
  await shop.importRows('products', goods)
  const seen = async (): Promise<Seen[]> => {
    const url = new URL('/requests', base)
    url.searchParams.set('model', model)
    return (await fetch(url)).json()
  }
  /** Asks, reads the results, and gives back the way to leave. */
  const begin = async (parameters: Parameters = {}, query = WISH) => {
    const answer = await shop.searchRaw(query, parameters, { headers: { Accept: 'text/event-stream' } })
    const reader = answer.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: results')
    return async () => reader?.cancel()
  }
  return { shop, seen, begin, open: async () => (await seen()).filter(isOpen).length }
}

const isOpen = ({ finishedAt, disconnectedAt }: Seen) =>
  finishedAt === undefined && disconnectedAt === undefined
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Nothing is open, and nothing more is asked after it. */
async function expectClosed({ seen, open }: Awaited<ReturnType<typeof shopWithModel>>, calls: number) {
  await vi.waitFor(async () => expect(await open()).toBe(0), { timeout: SOON_MS })
  await pause(300)
  expect(await seen()).toHaveLength(calls)
  expect(await open()).toBe(0)
}

test.each(['stall', 'stall-midway', 'drip', 'huge'])(
  'a shopper who leaves while words are asked for takes that call along, and no order is asked for (%s)',
  async (script) => {
    const model = await shopWithModel(script)
    const leave = await model.begin()
    await vi.waitFor(async () => expect(await model.seen()).toHaveLength(1))
    await leave()
    await expectClosed(model, 1)
  },
)

test('a shopper who leaves while an order is asked for takes that call along', async () => {
  const model = await shopWithModel('words=satin+glove,stall')
  const leave = await model.begin()
  await vi.waitFor(async () => expect(await model.seen()).toHaveLength(2), { timeout: SOON_MS })
  await leave()
  await expectClosed(model, 2)
})

test('a shopper who leaves between the two calls is not asked for again', async () => {
  let leave: () => Promise<unknown> = async () => undefined
  let looks = 0
  // The second look stands between the two calls: the shopper leaves while it is under way.
  const model = await shopWithModel('words=satin+glove,reverse', DEADLINE_MS, async () => {
    looks += 1
    if (looks === 2) await leave()
  })
  leave = await model.begin()
  await vi.waitFor(() => expect(looks).toBe(2))
  await expectClosed(model, 1)
})

test('those who ask again and again and hang up leave nothing open', async () => {
  const model = await shopWithModel('stall')
  const leaves = []
  for (let turn = 0; turn < 6; turn++) leaves.push(await model.begin({}, `${WISH} ${'abcdef'[turn]}`))
  await vi.waitFor(async () => expect(await model.seen()).toHaveLength(6), { timeout: SOON_MS })
  await Promise.all(leaves.map((leave) => leave()))
  await expectClosed(model, 6)
})

test.each(['stall', 'stall-midway', 'drip', 'words=satin,stall', 'busy=1,stall'])(
  'the deadline ends every call (%s)',
  async (script) => {
    const model = await shopWithModel(script, 1_000)
    await model.shop.find(WISH)
    const events = await model.shop.searchStream(WISH)
    expect(events.at(-1)?.event).toBe('done')
    await vi.waitFor(async () => expect(await model.open()).toBe(0), { timeout: SOON_MS })
    expect((await model.seen()).length).toBeGreaterThan(0)
  },
)
