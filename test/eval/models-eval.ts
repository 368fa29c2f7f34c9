import { readFile } from 'node:fs/promises'
import { mergeOrder } from '../../widget/features/search/merge-order.ts'
import {
  createMeasuredShop,
  startMeasuringWorker,
  type MeasuredShop,
  type StreamedSearch,
} from '../support/measured-shop.ts'
import { isAnswerable, readGrades, readQueries, type JudgedQuery } from './judgements.ts'
import type { Metric } from './metric.ts'
import {
  bootstrapInterval,
  condensedNdcg,
  judged,
  mean,
  ndcg,
  percentile,
  recall,
  type Grades,
} from './relevance.ts'

export interface ModelsEvalOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly queries: string
  readonly qrels: string
  readonly locale: string
  readonly currency: string
  /** How many products the model is shown, and when it is not asked; as the shop's own settings say unless named. */
  readonly cards: 'auto' | 24 | 48
  readonly gate: 'auto' | 'default' | 'off'
}

/** Settings of the shop are remembered for five seconds by whoever answers. */
const SETTINGS_REACH_MS = 5_500

/** The longest the API allows: what is compared is order, not whether this machine is quick enough. */
const DEADLINE_MS = 5_000

const LISTED = 50

/** Expansion is asked for before it is used together: its words are kept, as they are for a shop's shoppers. */
const variants = [
  { name: 'first stage', rerank: false, expand: false },
  { name: 're-ranked', rerank: true, expand: false },
  { name: 'expanded', rerank: false, expand: true },
  { name: 'both', rerank: true, expand: true },
] as const

interface Scored {
  readonly query: JudgedQuery
  readonly ndcg: number
  readonly condensed: number
  readonly judged: number
  readonly recall: number
  readonly firstMs: number
  readonly doneMs: number
  readonly isOrdered: boolean
  readonly isDegraded: boolean
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const orderedIds = ({ results, order }: StreamedSearch): string[] =>
  (order ? mergeOrder(results.hits, order) : results.hits).map(({ id }) => id)

async function score(shop: MeasuredShop, query: JudgedQuery, grades: Grades): Promise<Scored> {
  const found = await shop.stream(query.text, { limit: String(LISTED) })
  const ids = orderedIds(found)
  return {
    query,
    ndcg: ndcg(ids, grades),
    condensed: condensedNdcg(ids, grades),
    judged: judged(ids, grades),
    recall: recall(ids, grades),
    firstMs: found.firstMs,
    doneMs: found.doneMs,
    isOrdered: found.order !== null,
    isDegraded: found.degraded.length > 0,
  }
}

const three = (value: number) => value.toFixed(3)

function paired(rows: readonly Scored[], base: readonly Scored[]): string {
  const gains = rows.map((row, index) => row.ndcg - (base[index]?.ndcg ?? 0))
  const [low, high] = bootstrapInterval(gains)
  const better = gains.filter((gain) => gain > 0).length
  const worse = gains.filter((gain) => gain < 0).length
  return `${three(mean(gains))} (${three(low)} to ${three(high)}), better ${better}, worse ${worse}`
}

function print(name: string, rows: readonly Scored[], base: readonly Scored[]): void {
  const of = (value: (row: Scored) => number) => mean(rows.map(value))
  const ms = (value: (row: Scored) => number, share: number) => Math.round(percentile(rows.map(value), share))
  console.log(
    `\n${name}: nDCG@10 ${three(of((row) => row.ndcg))}, condensed ${three(of((row) => row.condensed))},`,
    `judged@10 ${three(of((row) => row.judged))}, recall@20 ${three(of((row) => row.recall))}`,
  )
  console.log(`  to the first stage ${paired(rows, base)}`)
  const kinds = [...new Set(rows.map(({ query }) => query.kind))]
  console.log(
    ' ',
    kinds
      .map((kind) => {
        const own = rows.filter(({ query }) => query.kind === kind)
        return `${kind} (${own.length}) ${three(mean(own.map((row) => row.ndcg)))}`
      })
      .join(', '),
  )
  console.log(
    `  results after ${ms((row) => row.firstMs, 0.5)} ms (p95 ${ms((row) => row.firstMs, 0.95)}),`,
    `done after ${ms((row) => row.doneMs, 0.5)} ms (p95 ${ms((row) => row.doneMs, 0.95)});`,
    `${rows.filter(({ isOrdered }) => isOrdered).length} of ${rows.length} re-ordered,`,
    `${rows.filter(({ isDegraded }) => isDegraded).length} for which the model was late or out of form`,
  )
}

/**
 * The four ways a model may take part, measured on one catalogue through the stream a shopper's page reads. Who made
 * the grades is the reader's to know: a model that graded says little about one of its own family that ranks.
 */
export async function evaluateModels(options: ModelsEvalOptions): Promise<Metric[]> {
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY } = process.env
  if (!LLM_BASE_URL || !LLM_MODEL) throw new Error('LLM_BASE_URL and LLM_MODEL name the model to measure')
  const worker = await startMeasuringWorker({ LLM_BASE_URL, LLM_MODEL, LLM_API_KEY })
  try {
    const shop = await createMeasuredShop(worker.url, options)
    await shop.importFile('products', await readFile(options.products))
    if (options.reviews !== undefined) await shop.importFile('reviews', await readFile(options.reviews))
    const grades = await readGrades(options.qrels)
    const queries = (await readQueries(options.queries)).flatMap((query) => {
      const of = grades.get(query.id)
      return of && isAnswerable(query, grades) ? [{ query, of }] : []
    })
    console.log(
      `${queries.length} judged queries, model ${LLM_MODEL}, cards ${options.cards}, gate ${options.gate}`,
    )
    const tables: Scored[][] = []
    for (const { name, rerank, expand } of variants) {
      await shop.settings({
        models: {
          rerank,
          expand,
          deadline_ms: DEADLINE_MS,
          rerank_cards: options.cards,
          rerank_gate: options.gate,
        },
      })
      await pause(SETTINGS_REACH_MS)
      const rows: Scored[] = []
      for (const { query, of } of queries) rows.push(await score(shop, query, of))
      print(name, rows, tables[0] ?? rows)
      tables.push(rows)
    }
    return variants.map(({ name }, index) => ({
      name: `eval.${name.replaceAll(/[- ]/g, '_')}.ndcg10`,
      value: mean((tables[index] ?? []).map((row) => row.ndcg)),
      unit: 'ratio',
    }))
  } finally {
    await worker.close()
  }
}
