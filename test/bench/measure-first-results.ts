import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { paths } from '../../worker/contract/vocabulary.ts'
import type { Metric } from '../eval/metric.ts'
import { percentile } from '../eval/relevance.ts'
import { createMeasuredShop, startMeasuringWorker } from '../support/measured-shop.ts'
import { generatedCatalogue } from './bench-catalogue.ts'
import { catalogueWords, seededRandom, type CatalogueWords } from './generate-catalogue.ts'
import type { AskedOfModel } from './peers/serve-scripted-model.ts'

/** What a model may do, by the scripts that play it. */
const behaviours = [
  { name: 'helpful', script: 'helpful' },
  { name: 'slow', script: 'helpful-after=600' },
  { name: 'dead', script: 'or-helpful=stall' },
  { name: 'one byte a second', script: 'or-helpful=drip' },
  { name: 'huge', script: 'or-helpful=huge' },
  { name: 'malformed', script: 'or-helpful=malformed' },
  { name: 'foreign ids', script: 'or-helpful=name-others' },
  { name: 'duplicates', script: 'or-helpful=duplicates' },
  { name: 'prose', script: 'or-helpful=prose' },
  { name: 'refusal', script: 'or-helpful=declined' },
] as const

const PRODUCTS = 10_000
const PAIRS_FIRST = 150
/** Streams that may be open at once: a shopper reads while others ask. */
const OPEN_MOST = 8

/**
 * A wish is asked when the stream before it has ended, or so much later: what is measured is the way of one, not how
 * many get through.
 */
const ENDED_MS = 100
/** For what is written down behind an answer. */
const WRITTEN_MS = 5

/** Time for the answers of one behaviour to end before the next begins: the deadline, and half a second. */
const SETTLE_MS = 2_000

export const FIRST_RESULTS_GOAL = 1.05

interface Streamed {
  /** Milliseconds from the request's leaving until the last byte of the event `results`. */
  readonly resultsMs: number
  readonly ended: Promise<string>
}

/** Asks as a shopper's page does, on a connection of its own; connecting is not counted. */
function stream(url: string): Promise<Streamed> {
  return new Promise((resolve, reject) => {
    let begun = performance.now()
    const call = request(url, { agent: false, headers: { accept: 'text/event-stream' } }, (response) => {
      let text = ''
      let isThere = false
      let end: (text: string) => void = () => {}
      const ended = new Promise<string>((resolveEnd) => (end = resolveEnd))
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        if (isThere || !text.includes('\n\n')) return
        isThere = true
        const resultsMs = performance.now() - begun
        if (text.startsWith('event: results\n')) resolve({ resultsMs, ended })
        else reject(new Error(`${response.statusCode}: ${text}`))
      })
      response.once('error', reject)
      response.once('end', () => end(text))
    })
    call.once('socket', (socket) => socket.once('connect', () => (begun = performance.now())))
    call.once('error', reject)
    call.end()
  })
}

/**
 * Every second wish begins so and is answered well, or the breaker would rest the model and nothing would be asked.
 * These are not counted.
 */
const HELPED = 'the'

/** Sentences whose words stand in descriptions rather than titles: a model is asked about each, and none comes twice. */
function wishes({ english }: CatalogueWords, count: number): string[] {
  const random = seededRandom(29)
  const within = (least: number, most: number) => english.at(least + Math.floor(random() * (most - least)))
  const made = new Set<string>()
  while (made.size < count) {
    const first = made.size % 2 === 0 ? HELPED : 'a'
    made.add(`${first} ${within(20, 40)} ${within(100, 500)} for ${within(100, 500)} ${within(100, 500)}`)
  }
  return [...made]
}

async function startModel() {
  const child = fork(fileURLToPath(new URL('./peers/serve-scripted-model.ts', import.meta.url)))
  const [url] = (await once(child, 'message')) as [string]
  return {
    url,
    async play(script: string): Promise<AskedOfModel> {
      const said = once(child, 'message') as Promise<[AskedOfModel]>
      child.send(script)
      const [asked] = await said
      return asked
    },
    close: () => child.disconnect(),
  }
}

/** A shop of ten thousand products, with or without a model: how to ask it. */
async function fillShop(worker: string, words: CatalogueWords, hasModel: boolean) {
  const shop = await createMeasuredShop(worker, { locale: 'en', currency: 'USD' })
  if (!hasModel) await shop.settings({ models: { rerank: false, expand: false } })
  for await (const file of generatedCatalogue(words, PRODUCTS).files) await shop.importFile('products', file)
  const key = shop.keys.public_key
  return (q: string) => stream(`${worker}${paths.search}?${new URLSearchParams({ key, q }).toString()}`)
}

const two = (value: number) => value.toFixed(2)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Time until the bytes of `results` are there with a model configured, beside the time without one: two shops of the
 * same products are asked the same wish in turn, whatever the model does meanwhile. Both live in one process, with
 * the same memory and compiled code: what answers set to work weighs on both alike, the way of one search is compared.
 * Streams are read to their end while the next wishes are asked.
 */
export async function measureFirstResults(pairs: number): Promise<Metric[]> {
  const words = catalogueWords()
  const queries = wishes(words, (behaviours.length + 1) * Math.max(pairs, PAIRS_FIRST) * 2)
  const model = await startModel()
  const worker = await startMeasuringWorker({ LLM_BASE_URL: model.url, LLM_MODEL: 'scripted' })
  const shops = [await fillShop(worker.url, words, false), await fillShop(worker.url, words, true)] as const
  let next = 0
  const open = new Set<Promise<string>>()
  const askPair = async (): Promise<readonly [without: number, withModel: number]> => {
    const query = queries[next] ?? ''
    const order = (next >> 1) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
    next += 1
    const took: [number, number] = [0, 0]
    for (const index of order) {
      const { resultsMs, ended } = await shops[index](query)
      took[index] = resultsMs
      open.add(ended)
      void ended.then(() => open.delete(ended))
      await Promise.race([ended, pause(ENDED_MS)])
      await pause(WRITTEN_MS)
    }
    if (open.size < OPEN_MOST) return took
    while (open.size >= OPEN_MOST) await Promise.race(open)
    // What ends a stream is work as well.
    await pause(ENDED_MS)
    return took
  }
  const run = async (count: number, isHelped: boolean) => {
    const times = []
    for (let pair = 0; pair < count; pair++) {
      if (isHelped) await askPair()
      else next += 1
      times.push(await askPair())
    }
    await Promise.all(open)
    await pause(SETTLE_MS)
    return times
  }
  try {
    await model.play('helpful')
    await run(PAIRS_FIRST, false)
    console.log(`\ntime to first results, ${pairs} pairs a behaviour, ${PRODUCTS} products, ms`)
    const metrics: Metric[] = []
    for (const { name, script } of behaviours) {
      await model.play(script)
      const times = await run(pairs, script.startsWith('or-helpful'))
      const { expansions, orders, open: left } = await model.play(script)
      const of = (index: 0 | 1, share: number) =>
        percentile(
          times.map((pair) => pair[index]),
          share,
        )
      const ratio = of(1, 0.5) / of(0, 0.5)
      console.log(
        name.padEnd(18),
        `p50 ${two(of(0, 0.5))} without, ${two(of(1, 0.5))} with: ${two(ratio)} times (goal ${FIRST_RESULTS_GOAL});`,
        `p99 ${two(of(0, 0.99))}, ${two(of(1, 0.99))};`,
        `model asked for words ${expansions}, for an order ${orders}, left open ${left}`,
      )
      const prefix = `first_results.${name.replaceAll(' ', '_')}`
      metrics.push(
        { name: `${prefix}.p50_ratio`, value: ratio, unit: 'ratio' },
        { name: `${prefix}.p99_ratio`, value: of(1, 0.99) / of(0, 0.99), unit: 'ratio' },
        { name: `${prefix}.p99_ms`, value: of(1, 0.99), unit: 'ms' },
        { name: `${prefix}.left_open`, value: left, unit: 'calls' },
      )
    }
    return metrics
  } finally {
    await worker.close()
    model.close()
  }
}
