import type { Locale } from '../../../worker/contract/vocabulary.ts'
import { knowledgeWeights } from '../../../worker/search/rank/knowledge-part.ts'
import { weights } from '../../../worker/search/rank/score.ts'
import { readJsonLines } from '../../support/measured-shop.ts'
import { isAnswerable, readGrades, readQueries, type JudgedQuery } from '../judgements.ts'
import type { Metric } from '../metric.ts'
import { bootstrapInterval, condensedNdcg, judged, mean, ndcg, type Grades } from '../relevance.ts'
import { enrichShop, foldIn } from './enrich-shop.ts'
import { openSqliteShop, type SqliteShop } from './sqlite-shop.ts'

/** What each part of the knowledge on the product's side is worth: kinds, tags by rule and reviews, a model's tags, its wishes. */

export interface KnowledgeOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly queries: string
  readonly qrels: string
  readonly locale: Locale
  readonly currency: string
}

interface World {
  readonly shop: SqliteShop
  readonly queries: readonly JudgedQuery[]
  readonly grades: ReadonlyMap<string, Grades>
}

interface Row {
  readonly name: string
  readonly ndcg: readonly number[]
  readonly condensed: number
  readonly judged: number
}

/** Worths of a wish tried around the one in use. */
const wishWeights = [0.25, 0.5, 1, 1.5, 2, 3]

function score({ shop, queries, grades }: World, name: string): Row {
  const lists = queries.map(({ id, text }) => ({
    ids: shop.search(text, 50).hits.map((hit) => hit.id),
    of: grades.get(id) ?? new Map<string, number>(),
  }))
  return {
    name,
    ndcg: lists.map(({ ids, of }) => ndcg(ids, of)),
    condensed: mean(lists.map(({ ids, of }) => condensedNdcg(ids, of))),
    judged: mean(lists.map(({ ids, of }) => judged(ids, of))),
  }
}

/** Measures with changed settings and puts them back. */
function scoreWith<Settings extends object>(
  world: World,
  name: string,
  settings: Settings,
  change: Partial<Settings>,
): Row {
  const before = { ...settings }
  Object.assign(settings, change)
  try {
    return score(world, name)
  } finally {
    Object.assign(settings, before)
  }
}

const three = (value: number) => value.toFixed(3)

function print({ name, ...row }: Row, against: Row | undefined): void {
  const gains = against ? row.ndcg.map((value, at) => value - (against.ndcg[at] ?? 0)) : []
  const [low, high] = bootstrapInterval(gains)
  console.log(
    name.padEnd(44),
    three(mean(row.ndcg)),
    three(row.condensed),
    three(row.judged),
    against ? `${three(mean(gains))} (${three(low)} to ${three(high)}) on ${against.name}` : '',
  )
}

/** The shop with only some of what a model wrote. */
function scoreWithout({ shop, ...world }: World, name: string, column: 'tags' | 'wishes'): Row {
  const { sql } = shop
  sql.exec('CREATE TABLE held_enrichment AS SELECT * FROM product_enrichment')
  sql.exec(`UPDATE product_enrichment SET ${column} = '[]'`)
  sql.exec('INSERT OR IGNORE INTO stale_evidence SELECT DISTINCT id FROM product_enrichment')
  foldIn(shop)
  const row = score({ shop, ...world }, name)
  sql.exec('DELETE FROM product_enrichment')
  sql.exec('INSERT INTO product_enrichment SELECT * FROM held_enrichment')
  sql.exec('DROP TABLE held_enrichment')
  sql.exec('INSERT OR IGNORE INTO stale_evidence SELECT DISTINCT id FROM product_enrichment')
  foldIn(shop)
  return row
}

/** The model of the environment, as `npm start` reads it. */
function endpoint() {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = process.env
  return baseUrl && model ? { baseUrl, model, ...(apiKey ? { apiKey } : {}) } : undefined
}

/**
 * nDCG@10 step by step, paired by query: words alone, with kinds of goods, with tags by rule and reviews, and with what
 * the environment's model has written about the products, through the shop's own job.
 */
export async function evaluateProductKnowledge(options: KnowledgeOptions): Promise<Metric[]> {
  const { locale, currency } = options
  const grades = await readGrades(options.qrels)
  const world: World = {
    shop: openSqliteShop({
      products: await readJsonLines<Readonly<Record<string, unknown>>>(options.products),
      reviews: options.reviews === undefined ? [] : await readJsonLines(options.reviews),
      locale,
      currency,
    }),
    queries: (await readQueries(options.queries)).filter((query) => isAnswerable(query, grades)),
    grades,
  }
  console.log('step'.padEnd(44), 'nDCG@10', 'condensed', 'judged@10', 'paired gain, 95 %')
  const words = scoreWith(world, 'words', knowledgeWeights, { worth: 0, kind: 0 })
  const kinds = scoreWith(world, 'kinds', knowledgeWeights, { worth: 0 })
  const rules = score(world, 'rules')
  print(words, undefined)
  print(kinds, words)
  print(rules, words)
  const rows = [words, kinds, rules]
  const model = endpoint()
  if (model) {
    const status = await enrichShop(world.shop, model)
    console.log(
      `${status.done} of ${status.total} products read, ${status.failed} without an answer;`,
      `${status.tags} tags, ${status.wishes} wishes`,
    )
    const both = score(world, 'model')
    const tags = scoreWithout(world, 'model_tags', 'wishes')
    const wishes = scoreWithout(world, 'model_wishes', 'tags')
    for (const row of [tags, wishes, both]) print(row, rules)
    for (const wish of wishWeights)
      print(scoreWith(world, `model, a wish worth ${wish}`, weights, { wish }), rules)
    rows.push(tags, wishes, both)
  }
  return rows.map(({ name, ndcg: values }) => ({
    name: `eval.knowledge.${name}.ndcg10`,
    value: mean(values),
    unit: 'ratio',
  }))
}
