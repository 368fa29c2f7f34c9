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
import { startPatientModel, type PatientModel } from './patient-model.ts'
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
  /** A model slower than a shopper waits is given the time it takes; what it takes is reported. */
  readonly patient: boolean
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

/** Words, then an order, each late once; one more for a model that rests after that. */
const TRIES_MOST = 4

/** A model that failed three times in a row rests for a second. */
const REST_MS = 1_100

/** Asks again once a late answer is there; the last answer counts. */
async function ask(shop: MeasuredShop, text: string, patient: PatientModel | null): Promise<StreamedSearch> {
  for (let turn = 1; ; turn++) {
    const found = await shop.stream(text, { limit: String(LISTED) })
    if (!patient || found.degraded.length === 0 || turn === TRIES_MOST) return found
    // What is not late will not be better the next time.
    if (!(await patient.idle())) return found
    await pause(REST_MS)
  }
}

async function score(
  shop: MeasuredShop,
  query: JudgedQuery,
  grades: Grades,
  patient: PatientModel | null,
): Promise<Scored> {
  const found = await ask(shop, query.text, patient)
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

interface Spent {
  readonly calls: number
  readonly in: number
  readonly out: number
  readonly failed: number
  readonly dropped: number
}

/** What a purpose has cost so far, over all days. */
async function spentFor(shop: MeasuredShop, purpose: 'expand' | 'rerank'): Promise<Spent> {
  const rows = (await shop.ledger()).totals.filter((row) => row.purpose === purpose)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    calls: sum((row) => row.calls),
    in: sum((row) => row.tokens.in),
    out: sum((row) => row.tokens.out),
    failed: sum((row) => row.failed),
    dropped: sum((row) => row.dropped),
  }
}

const noun = { expand: 'words', rerank: 'order' } as const

/** Tokens of the ledger, an answer: counted by the server where it counts, else estimated on the high side. */
function printSpent(purpose: 'expand' | 'rerank', before: Spent, after: Spent): void {
  const calls = after.calls - before.calls
  if (calls === 0) return
  const each = (of: (spent: Spent) => number) => Math.round((of(after) - of(before)) / calls)
  console.log(
    `  ${noun[purpose]}: ${calls} calls of ${each((spent) => spent.in)} tokens in and ${each((spent) => spent.out)} out;`,
    `${after.failed - before.failed} failed, ${after.dropped - before.dropped} whose answer could not be used`,
  )
}

/**
 * The four ways a model may take part, measured on one catalogue through the stream a shopper's page reads. Who made
 * the grades is the reader's to know: a model that graded says little about one of its own family that ranks.
 */
export async function evaluateModels(options: ModelsEvalOptions): Promise<Metric[]> {
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY } = process.env
  if (!LLM_BASE_URL || !LLM_MODEL) throw new Error('LLM_BASE_URL and LLM_MODEL name the model to measure')
  const patient = options.patient ? await startPatientModel(LLM_BASE_URL) : null
  const worker = await startMeasuringWorker({
    LLM_BASE_URL: patient?.url ?? LLM_BASE_URL,
    LLM_MODEL,
    LLM_API_KEY,
    LLM_DIALECT: process.env['LLM_DIALECT'],
  })
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
      const before = { expand: await spentFor(shop, 'expand'), rerank: await spentFor(shop, 'rerank') }
      const rows: Scored[] = []
      for (const { query, of } of queries) rows.push(await score(shop, query, of, patient))
      print(name, rows, tables[0] ?? rows)
      for (const purpose of ['expand', 'rerank'] as const)
        printSpent(purpose, before[purpose], await spentFor(shop, purpose))
      tables.push(rows)
    }
    if (patient) {
      const ms = (share: number) => Math.round(percentile(patient.took, share))
      console.log(
        `\nan answer took ${ms(0.5)} ms (p95 ${ms(0.95)}); deadlines were waited for until it was there`,
      )
    }
    return variants.map(({ name }, index) => ({
      name: `eval.${name.replaceAll(/[- ]/g, '_')}.ndcg10`,
      value: mean((tables[index] ?? []).map((row) => row.ndcg)),
      unit: 'ratio',
    }))
  } finally {
    await worker.close()
    await patient?.close()
  }
}
