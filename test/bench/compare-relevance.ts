import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { isAnswerable, readGrades, readQueries } from '../eval/judgements.ts'
import type { Metric } from '../eval/metric.ts'
import { bootstrapInterval, mean, ndcg } from '../eval/relevance.ts'
import { catalogueOfFiles } from './bench-catalogue.ts'
import type { ComparedSystem } from './systems/compared-system.ts'
import { onOneConnection } from './timed-get.ts'

/** The development sets, by the folders of the measuring data. */
const sets = [
  { name: 'electronics-en', locale: 'en', currency: 'USD' },
  { name: 'retail-en', locale: 'en', currency: 'USD' },
  { name: 'fashion-ko', locale: 'ko', currency: 'KRW' },
] as const

const DEPTH = 10

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** nDCG@10 of each judged query. */
async function scoresOf(
  system: ComparedSystem,
  folder: string,
  shop: { readonly locale: string; readonly currency: string },
): Promise<Map<string, number>> {
  const reviews = join(folder, 'reviews.jsonl')
  const files = {
    products: join(folder, 'products.jsonl'),
    reviews: (await exists(reviews)) ? reviews : null,
  }
  const loaded = await system.load(await catalogueOfFiles(files, shop))
  const grades = await readGrades(join(folder, 'qrels.tsv'))
  const queries = (await readQueries(join(folder, 'queries.jsonl'))).filter((query) =>
    isAnswerable(query, grades),
  )
  return onOneConnection(async (get) => {
    const scores = new Map<string, number>()
    for (const { id, text } of queries) {
      const { url, init } = loaded.request({ text, words: text }, DEPTH)
      scores.set(id, ndcg(loaded.idsOf((await get(url, init)).body), grades.get(id) ?? new Map()))
    }
    return scores
  })
}

const three = (value: number) => value.toFixed(3)

/**
 * nDCG@10 of each engine on each development set, by the text alone as the shopper types it, and how far the first
 * engine stands before it. Sets whose folder is missing are left out, and said so.
 */
export async function compareRelevance(
  folder: string,
  start: readonly (() => Promise<ComparedSystem>)[],
): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const { name, ...shop } of sets) {
    const path = join(folder, name)
    if (!(await exists(join(path, 'qrels.tsv')))) {
      console.log(`\n${name} is left out: ${path} is not there.`)
      continue
    }
    console.log(`\n${name.padEnd(22)} nDCG@10   first engine before it, 95 % over queries`)
    let first: ReadonlyMap<string, number> | null = null
    for (const begin of start) {
      const system = await begin()
      try {
        const scores = await scoresOf(system, path, shop)
        const value = mean([...scores.values()])
        metrics.push({ name: `eval.${system.metric}.${name}.ndcg10`, value, unit: 'ratio' })
        const before = [...(first ?? [])].map(([id, score]) => score - (scores.get(id) ?? 0))
        const [low, high] = bootstrapInterval(before)
        const lead = first ? `${three(mean(before))} (${three(low)} to ${three(high)})` : ''
        console.log(system.name.padEnd(22), three(value).padStart(7), ` ${lead}`)
        first ??= scores
      } catch (error) {
        console.log(`${system.name} is left out: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        await system.close()
      }
    }
  }
  return metrics
}
