import { readFile } from 'node:fs/promises'
import type { LedgerResponse } from '../../worker/contract/ledger.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import {
  createMeasuredShop,
  readJsonLines,
  startMeasuringWorker,
  type MeasuredShop,
} from '../support/measured-shop.ts'
import { startScriptedModelServer } from '../support/scripted-model-server.ts'
import type { Metric } from './metric.ts'

export interface ModelCostOptions {
  readonly products: string
  readonly reviews: string | undefined
  /** JSON Lines with `text`, or a JSON list with `query`. */
  readonly queries: string
  readonly locale: string
  readonly currency: string
  readonly searches: number
  /** US dollars per million tokens in and out. */
  readonly price: { readonly input: number; readonly output: number }
}

/** Shoppers who search at the same time. */
const SHOPPERS = 8

async function readTexts(file: string): Promise<string[]> {
  const texts = file.endsWith('.json')
    ? (JSON.parse(await readFile(file, 'utf8')) as { query: string }[]).map(({ query }) => query)
    : (await readJsonLines<{ text: string }>(file)).map(({ text }) => text)
  return [...new Set(texts)]
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Searches as shops see them: the query of rank r is asked for in proportion to 1/r. The ranks are drawn. */
function zipf(texts: readonly string[], count: number): string[] {
  const random = repeatable(7)
  const ranked = texts
    .map((text) => ({ text, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ text }) => text)
  let sum = 0
  const sums = ranked.map((_, rank) => (sum += 1 / (rank + 1)))
  return Array.from({ length: count }, () => {
    const drawn = random() * sum
    return ranked[sums.findIndex((upTo) => upTo > drawn)] ?? ''
  })
}

/** Whether a model's order came. */
async function search(url: string, shop: MeasuredShop, query: string): Promise<boolean> {
  const asked = new URLSearchParams({ key: shop.keys.public_key, q: query })
  const answer = await fetch(`${url}${paths.search}?${asked}`, { headers: { Accept: 'text/event-stream' } })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.text()).includes('event: order')
}

async function searchAll(url: string, shop: MeasuredShop, queries: readonly string[]): Promise<number> {
  const left = [...queries]
  let orders = 0
  const shopper = async () => {
    for (let query = left.pop(); query !== undefined; query = left.pop()) {
      if (await search(url, shop, query)) orders += 1
    }
  }
  await Promise.all(Array.from({ length: SHOPPERS }, shopper))
  return orders
}

/**
 * What a model costs a shop whose shoppers ask the same things again and again: searches drawn by Zipf's law from real
 * queries, through the product, with a model that answers at once. Tokens are the ledger's: estimated on the high side
 * where the connection is given up before the server has counted.
 */
export async function evaluateModelCost(options: ModelCostOptions): Promise<Metric[]> {
  const { products, reviews, locale, currency, searches, price } = options
  const texts = await readTexts(options.queries)
  const model = await startScriptedModelServer('order-or-echo')
  const worker = await startMeasuringWorker({ LLM_BASE_URL: model.url, LLM_MODEL: 'scripted' })
  try {
    const shop = await createMeasuredShop(worker.url, { locale, currency })
    await shop.importFile('products', await readFile(products))
    if (reviews !== undefined) await shop.importFile('reviews', await readFile(reviews))
    // A model that is slow because this machine is busy is not what is measured.
    await shop.settings({ models: { deadline_ms: 5_000 } })
    const queries = zipf(texts, searches)
    const orders = await searchAll(worker.url, shop, queries)
    const { totals } = await shop.ledger()
    const sum = (of: (day: LedgerResponse['totals'][number]) => number, purpose?: string) =>
      totals
        .filter((day) => purpose === undefined || day.purpose === purpose)
        .reduce((all, day) => all + of(day), 0)
    const calls = sum((day) => day.calls)
    if (calls !== model.requests.length)
      throw new Error(`the ledger has ${calls} calls of ${model.requests.length}`)
    const orderings = sum((day) => day.calls, 'rerank')
    const dollars =
      (sum(({ tokens }) => tokens.in) * price.input + sum(({ tokens }) => tokens.out) * price.output) / 1e6
    const perThousand = 1_000 / searches
    console.log(
      `${searches} searches of ${new Set(queries).size} different queries out of ${texts.length}; ${orders} got a model's order`,
    )
    return [
      { name: 'model.order_hit_rate', value: orders === 0 ? 0 : 1 - orderings / orders, unit: 'ratio' },
      { name: 'model.order_calls_per_1000', value: orderings * perThousand, unit: 'calls' },
      { name: 'model.expansion_calls_per_1000', value: (calls - orderings) * perThousand, unit: 'calls' },
      {
        name: 'model.tokens_in_per_1000',
        value: sum(({ tokens }) => tokens.in) * perThousand,
        unit: 'tokens',
      },
      {
        name: 'model.tokens_out_per_1000',
        value: sum(({ tokens }) => tokens.out) * perThousand,
        unit: 'tokens',
      },
      { name: 'model.cost_per_1000', value: dollars * perThousand, unit: 'usd' },
    ]
  } finally {
    await worker.close()
    await model.close()
  }
}
