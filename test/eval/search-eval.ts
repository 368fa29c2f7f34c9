import { readFile } from 'node:fs/promises'
import type { SearchResponse } from '../../worker/contract/search.ts'
import {
  createMeasuredShop,
  readJsonLines,
  startMeasuringWorker,
  type MeasuredShop,
} from '../support/measured-shop.ts'
import { isAnswerable, readGrades, readQueries, type JudgedQuery } from './judgements.ts'
import { condensedNdcg, judged, mean, ndcg, percentile, recall, type Grades } from './relevance.ts'
import { UNBRAKED } from './enrichment-prompts.ts'
import type { Metric } from './metric.ts'
import { LIMITS } from '../../worker/contract/vocabulary.ts'
import { bootstrapInterval } from './relevance.ts'

export interface SearchEvalOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly queries: string
  readonly qrels: string
  readonly locale: string
  readonly currency: string
  /** A Meilisearch server to search over; the shop's own index when absent. */
  readonly meilisearch: { readonly url: string; readonly key: string | undefined } | undefined
  /** Measure before and after the environment's model has read the products. */
  readonly enrich: boolean
}

interface Scored {
  readonly query: JudgedQuery
  readonly ids: readonly string[]
  readonly ndcg: number
  readonly condensed: number
  readonly recall: number
  readonly judged: number
  readonly ms: number
  readonly mode: SearchResponse['mode']
  readonly isDegraded: boolean
  readonly priceViolations: number
  readonly exclusionViolations: number
}

const LISTED = 50

type Mode = 'keyword' | 'meilisearch' | 'hybrid' | 'enriched'

/** Settings are remembered for five seconds by whoever answers. */
const SETTINGS_REACH_MS = 5_500

/** The last products are indexed anew shortly after the model has read them. */
const INDEXED_MS = 3_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The environment's embedder, as `npm start` reads it. */
const embedder = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('EMBED_')))

/** The environment's model, for products only: searches are answered without it. */
const reader = () => ({
  ...UNBRAKED,
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(?:LLM|ENRICH)_/.test(name))),
})

/** Products among the first 20 whose known price lies outside what the query allows. */
function priceViolations(response: SearchResponse, { max_price, min_price }: JudgedQuery): number {
  return response.hits.slice(0, 20).filter((hit) => {
    const price = hit.sale_price ?? hit.price
    if (price === null) return false
    return (max_price !== undefined && price > max_price) || (min_price !== undefined && price < min_price)
  }).length
}

interface ProductRow {
  readonly id: string
  readonly title: string
  readonly product_type?: string
  readonly attributes?: Readonly<Record<string, unknown>>
}

type Statements = ReadonlyMap<string, string>

/** What each product states, as the file has it: title, category and attributes, not its description. */
async function readStatements(file: string): Promise<Statements> {
  const rows = await readJsonLines<ProductRow>(file)
  return new Map(
    rows.map(({ id, title, product_type, attributes }) => [
      id,
      [title, product_type ?? '', ...Object.values(attributes ?? {}).map(String)].join(' | ').toLowerCase(),
    ]),
  )
}

/** Products among the first 20 that state a word the query excludes. */
function exclusionViolations(
  response: SearchResponse,
  { excludes }: JudgedQuery,
  statements: Statements,
): number {
  const words = excludes ?? []
  return response.hits
    .slice(0, 20)
    .filter(({ id }) => words.some((word) => new RegExp(`\\b${word}\\b`).test(statements.get(id) ?? '')))
    .length
}

async function scoreQuery(
  shop: MeasuredShop,
  query: JudgedQuery,
  grades: Grades,
  statements: Statements,
): Promise<Scored> {
  const begun = performance.now()
  const response = await shop.search(query.text, { limit: String(LISTED) })
  const ms = performance.now() - begun
  // Figures of another engine than the one asked for would be worth nothing.
  if (response.degraded?.includes('meilisearch')) throw new Error(`degraded: meilisearch on "${query.text}"`)
  const ids = response.hits.map(({ id }) => id)
  return {
    query,
    ids,
    ndcg: ndcg(ids, grades),
    condensed: condensedNdcg(ids, grades),
    recall: recall(ids, grades),
    judged: judged(ids, grades),
    ms,
    mode: response.mode,
    isDegraded: (response.degraded ?? []).length > 0,
    priceViolations: priceViolations(response, query),
    exclusionViolations: exclusionViolations(response, query, statements),
  }
}

const three = (value: number) => value.toFixed(3)

function printTable(scored: readonly Scored[]): void {
  const kinds = ['all', ...new Set(scored.map(({ query }) => query.kind))]
  console.log('kind'.padEnd(12), '  n', ' nDCG@10', 'condensed', 'recall@20', 'judged@10')
  for (const kind of kinds) {
    const rows = scored.filter(({ query }) => kind === 'all' || query.kind === kind)
    const of = (value: (row: Scored) => number) => three(mean(rows.map(value))).padStart(9)
    console.log(
      kind.padEnd(12),
      String(rows.length).padStart(3),
      of((row) => row.ndcg),
      of((row) => row.condensed),
      of((row) => row.recall),
      of((row) => row.judged),
    )
  }
}

/** How hard wishes fared: nothing that breaks one may stand in the first 20, and the lists must not be short for it. */
function printLimits(scored: readonly Scored[]): void {
  const limited = scored.filter(
    ({ query }) =>
      query.max_price !== undefined || query.min_price !== undefined || query.excludes !== undefined,
  )
  if (limited.length === 0) return
  const sum = (value: (row: Scored) => number) => limited.reduce((total, row) => total + value(row), 0)
  const lengths = limited.map(({ ids }) => ids.length)
  console.log(
    `limits: ${limited.length} queries; in the first 20: ${sum((row) => row.priceViolations)} outside the price,`,
    `${sum((row) => row.exclusionViolations)} stating what was excluded; lists ${Math.min(...lengths)} to`,
    `${Math.max(...lengths)} long (of ${LISTED} asked); recall@20 ${three(mean(limited.map((row) => row.recall)))}`,
  )
}

function printMode(mode: Mode, scored: readonly Scored[]): void {
  console.log(`\n${mode}`)
  printTable(scored)
  const values = scored.map((row) => row.ndcg)
  const [low, high] = bootstrapInterval(values)
  console.log(`nDCG@10 ${three(mean(values))}, 95 % over queries ${three(low)} to ${three(high)}`)
  printLimits(scored)
  if (!process.env['EVAL_QUERIES']) return
  for (const { query, ndcg: value, mode: by } of scored) console.log(three(value), by, query.kind, query.text)
}

/** Query by query, so that what makes one query harder than another does not count. */
function printGain(what: string, before: readonly Scored[], after: readonly Scored[]): void {
  const differences = after.map((row, index) => row.ndcg - (before[index]?.ndcg ?? 0))
  const [low, high] = bootstrapInterval(differences)
  console.log(
    `\n${what}: ${three(mean(differences))}, 95 % over queries ${three(low)} to ${three(high)};`,
    `better ${differences.filter((value) => value > 0).length}, worse ${differences.filter((value) => value < 0).length}`,
  )
}

function printVectorsUsed(hybrid: readonly Scored[]): void {
  const count = (test: (row: Scored) => boolean) => hybrid.filter(test).length
  console.log(
    `${count(({ mode }) => mode === 'hybrid')} of ${hybrid.length} answers used vectors,`,
    `${count(({ isDegraded }) => isDegraded)} went without for want of one`,
  )
}

function metricsOf(mode: Mode, scored: readonly Scored[]): Metric[] {
  const of = (value: (row: Scored) => number) => mean(scored.map(value))
  const times = scored.map(({ ms }) => ms)
  return [
    { name: `eval.${mode}.ndcg10`, value: of((row) => row.ndcg), unit: 'ratio' },
    { name: `eval.${mode}.ndcg10_condensed`, value: of((row) => row.condensed), unit: 'ratio' },
    { name: `eval.${mode}.recall20`, value: of((row) => row.recall), unit: 'ratio' },
    { name: `eval.${mode}.judged10`, value: of((row) => row.judged), unit: 'ratio' },
    { name: `eval.${mode}.p50_ms`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `eval.${mode}.p95_ms`, value: percentile(times, 0.95), unit: 'ms' },
  ]
}

/** Waits for the back-fill that the import has begun; null without an embedder. */
async function waitForVectors(shop: MeasuredShop): Promise<Metric[] | null> {
  const begun = performance.now()
  const status = await shop.vectors()
  if (!status) return null
  const seconds = (performance.now() - begun) / 1000
  const rate = status.done / seconds
  console.log(
    `vectors: ${status.done} of ${status.total} by ${status.model ?? ''} (${status.dims ?? 0} dimensions),`,
    `${status.failed} refused, ${rate.toFixed(1)} a second over ${seconds.toFixed(0)} s`,
  )
  return [{ name: 'eval.hybrid.backfill_per_s', value: rate, unit: 'products/s' }]
}

const firstTime = (asked: readonly Scored[]): Metric => ({
  name: 'eval.hybrid.first_p50_ms',
  value: percentile(
    asked.map(({ ms }) => ms),
    0.5,
  ),
  unit: 'ms',
})

/** Imports a catalogue through the API, asks every judged query through `/v1/search` and prints the measures. */
export async function evaluateSearch(options: SearchEvalOptions): Promise<Metric[]> {
  const { meilisearch } = options
  const engine = meilisearch ? 'meilisearch' : 'keyword'
  const worker = await startMeasuringWorker({
    ...embedder(),
    ...(options.enrich ? reader() : {}),
    MEILI_URL: meilisearch?.url,
    MEILI_KEY: meilisearch?.key,
    // Measured is what it finds, not how long this machine lets it wait.
    MEILI_BUDGET_MS: meilisearch ? '5000' : undefined,
  })
  try {
    const shop = await createMeasuredShop(worker.url, options)
    const products = await shop.importFile('products', await readFile(options.products))
    console.log(
      `products: read ${products.read}, accepted ${products.accepted}, rejected ${products.rejected}`,
    )
    if (options.reviews !== undefined) {
      const reviews = await shop.importFile('reviews', await readFile(options.reviews))
      console.log(`reviews: read ${reviews.read}, accepted ${reviews.accepted}, rejected ${reviews.rejected}`)
    }
    if (meilisearch) console.log(`in Meilisearch after another ${Math.round(await shop.drained())} ms`)
    const queries = await readQueries(options.queries)
    const grades = await readGrades(options.qrels)
    const statements = await readStatements(options.products)
    const backfill = await waitForVectors(shop)
    const answerable = queries.flatMap((query) => {
      const of = grades.get(query.id)
      return of && isAnswerable(query, grades) ? [{ query, grades: of }] : []
    })
    const askAll = async (): Promise<Scored[]> => {
      const scored: Scored[] = []
      for (const { query, grades: of } of answerable) {
        scored.push(await scoreQuery(shop, query, of, statements))
      }
      return scored
    }

    await shop.settings({ models: { embed_deadline_ms: 0, rerank: false } })
    await pause(SETTINGS_REACH_MS)
    for (const query of queries.slice(0, 20)) await shop.search(query.text)
    const keyword = await askAll()
    printMode(engine, keyword)
    if (options.enrich) {
      const status = await shop.enriched()
      console.log(
        `\nread by ${status.configured ?? ''}: ${status.done} of ${status.total} products, ${status.failed} without`,
        `an answer; ${status.tags} tags, ${status.wishes} wishes`,
      )
      await pause(INDEXED_MS)
      const enriched = await askAll()
      printMode('enriched', enriched)
      printGain('with tags and wishes of the model minus without', keyword, enriched)
      return [...metricsOf(engine, keyword), ...metricsOf('enriched', enriched)]
    }
    if (!backfill) return metricsOf(engine, keyword)

    // With time to spare: what is measured is the model and the ranking, not how fast this machine runs the model.
    await shop.settings({ models: { embed_deadline_ms: LIMITS.embedDeadlineMsMax } })
    await pause(SETTINGS_REACH_MS)
    const asked = await askAll()
    const hybrid = await askAll()
    printMode('hybrid', hybrid)
    printGain('hybrid minus keyword', keyword, hybrid)
    printVectorsUsed(hybrid)
    return [...metricsOf(engine, keyword), ...metricsOf('hybrid', hybrid), ...backfill, firstTime(asked)]
  } finally {
    await worker.close()
  }
}
