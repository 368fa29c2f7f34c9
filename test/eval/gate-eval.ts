import { readFile } from 'node:fs/promises'
import { paths } from '../../worker/contract/vocabulary.ts'
import { createMeasuredShop, readJsonLines, startMeasuringWorker } from '../support/measured-shop.ts'
import { readQueries } from './judgements.ts'
import { knownItemQueries, type CatalogueRow } from './known-item-queries.ts'
import type { Metric } from './metric.ts'

export interface GateEvalOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly queries: string
  readonly locale: string
  readonly currency: string
}

interface Asked {
  readonly kind: string
  readonly query: string
}

interface Judged extends Asked {
  /** Why no better order would be asked for; null: it would be. */
  readonly skipped: string | null
}

/** Whole titles asked for, evenly over the catalogue. */
const TITLES = 200

/** What a query may have at most. */
const CHARACTERS_MOST = 300

function wholeTitles(rows: readonly CatalogueRow[]): Asked[] {
  const step = Math.max(1, Math.floor(rows.length / TITLES))
  return rows
    .filter(({ title }, index) => index % step === 0 && title.length <= CHARACTERS_MOST)
    .map(({ title }) => ({ kind: 'whole title', query: title }))
}

/**
 * Which queries a shop would not ask a model about, by what the first answer says: typed titles and numbers ought to be
 * among them, wishes not. No model is asked.
 */
export async function evaluateGate(options: GateEvalOptions): Promise<Metric[]> {
  const rows = await readJsonLines<CatalogueRow>(options.products)
  const wishes = (await readQueries(options.queries)).map(({ kind, text }) => ({
    kind: `judged: ${kind}`,
    query: text,
  }))
  const asked: Asked[] = [...wholeTitles(rows), ...knownItemQueries(rows), ...wishes]
  const worker = await startMeasuringWorker()
  try {
    const shop = await createMeasuredShop(worker.url, options)
    await shop.importFile('products', await readFile(options.products))
    if (options.reviews !== undefined) await shop.importFile('reviews', await readFile(options.reviews))
    const judge = async ({ kind, query }: Asked): Promise<Judged> => {
      const url = `${worker.url}${paths.adminSearch}/explain?${new URLSearchParams({ q: query })}`
      const headers = { Authorization: `Bearer ${shop.keys.secret_key}` }
      const answer = await fetch(url, { headers })
      if (!answer.ok) throw new Error(`${answer.status} for "${query}"`)
      const { explanation } = (await answer.json()) as { explanation: { rerank_skipped: string | null } }
      return { kind, query, skipped: explanation.rerank_skipped }
    }
    const judged: Judged[] = []
    for (const one of asked) judged.push(await judge(one))
    const metrics: Metric[] = []
    console.log(`${'kind'.padEnd(22)}${'n'.padStart(5)}  known item  dominant`)
    for (const kind of new Set(judged.map((one) => one.kind))) {
      const of = judged.filter((one) => one.kind === kind)
      const share = (why: string) => of.filter(({ skipped }) => skipped === why).length / of.length
      console.log(
        kind.padEnd(22) + String(of.length).padStart(5),
        share('known_item').toFixed(3).padStart(11),
        share('dominant').toFixed(3).padStart(9),
      )
      const value = of.filter(({ skipped }) => skipped !== null).length / of.length
      metrics.push({ name: `gate.${kind.replaceAll(/\W+/g, '_')}.skipped`, value, unit: 'ratio' })
    }
    for (const { kind, query, skipped } of judged) {
      if (kind.startsWith('judged') && skipped !== null) console.log(`${skipped}: ${query} (${kind})`)
    }
    return metrics
  } finally {
    await worker.close()
  }
}
