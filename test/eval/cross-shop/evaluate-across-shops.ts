import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../../worker/contract/vocabulary.ts'
import { knowledgeWeights } from '../../../worker/search/rank/knowledge-part.ts'
import { readJsonLines } from '../../support/measured-shop.ts'
import { openSqliteShop, type SqliteShop } from './sqlite-shop.ts'
import { isAnswerable, readGrades, readQueries, type JudgedQuery } from '../judgements.ts'
import type { Metric } from '../metric.ts'
import { bootstrapInterval, condensedNdcg, judged, mean, ndcg, type Grades } from '../relevance.ts'

/** The development sets, by their folder. */
const sets: readonly { readonly name: string; readonly locale: Locale; readonly currency: string }[] = [
  { name: 'fashion-ko', locale: 'ko', currency: 'KRW' },
  { name: 'retail-en', locale: 'en', currency: 'USD' },
  { name: 'electronics-en', locale: 'en', currency: 'USD' },
]

type Weights = typeof knowledgeWeights
type Change = Partial<Weights>

const withoutKnowledge: Change = { worth: 0, kind: 0 }

/** Settings tried for the validation: every combination of these around the ones in use. */
const tried: Readonly<Partial<Record<keyof Weights, readonly number[]>>> = {
  worth: [1.5, 2.5, 4],
  worthBesideKind: [0.2, 0.4, 0.7],
  kind: [0.15, 0.25, 0.5],
  coverageGate: [0.25, 0.5, 1],
}

interface JudgedSet {
  readonly name: string
  readonly shop: SqliteShop
  readonly queries: readonly JudgedQuery[]
  readonly grades: ReadonlyMap<string, Grades>
}

async function open(folder: string, { name, locale, currency }: (typeof sets)[number]): Promise<JudgedSet> {
  const file = (part: string) => join(folder, name, part)
  const reviews = existsSync(file('reviews.jsonl')) ? await readJsonLines<Row>(file('reviews.jsonl')) : []
  const products = await readJsonLines<Row>(file('products.jsonl'))
  const grades = await readGrades(file('qrels.tsv'))
  const queries = await readQueries(file('queries.jsonl'))
  return {
    name,
    shop: openSqliteShop({ products, reviews, locale, currency }),
    queries: queries.filter((query) => isAnswerable(query, grades)),
    grades,
  }
}

type Row = Readonly<Record<string, unknown>>

interface Scored {
  readonly ndcg: readonly number[]
  readonly condensed: number
  readonly judged: number
}

/** All queries of a set under changed settings; the settings are put back. */
function score({ shop, queries, grades }: JudgedSet, change: Change): Scored {
  const before = { ...knowledgeWeights }
  Object.assign(knowledgeWeights, change)
  try {
    const lists = queries.map(({ id, text }) => ({
      ids: shop.search(text, 50).hits.map((hit) => hit.id),
      of: grades.get(id) ?? new Map<string, number>(),
    }))
    return {
      ndcg: lists.map(({ ids, of }) => ndcg(ids, of)),
      condensed: mean(lists.map(({ ids, of }) => condensedNdcg(ids, of))),
      judged: mean(lists.map(({ ids, of }) => judged(ids, of))),
    }
  } finally {
    Object.assign(knowledgeWeights, before)
  }
}

const combinations = (): Change[] =>
  Object.entries(tried).reduce<Change[]>(
    (changes, [name, values]) =>
      changes.flatMap((change) => values.map((value) => ({ ...change, [name]: value }))),
    [{}],
  )

const three = (value: number) => value.toFixed(3)

function paired(left: Scored, right: Scored): string {
  const gains = right.ndcg.map((value, index) => value - (left.ndcg[index] ?? 0))
  const [low, high] = bootstrapInterval(gains)
  return `${three(mean(gains))} (${three(low)} to ${three(high)})`
}

function printSteps(set: JudgedSet): void {
  const steps: readonly (readonly [string, Change])[] = [
    ['words, rules, repair, feedback', withoutKnowledge],
    ['and kinds of goods', { worth: 0 }],
    ['and concepts', {}],
  ]
  let before: Scored | null = null
  for (const [name, change] of steps) {
    const now = score(set, change)
    const gain = before ? paired(before, now) : ''
    console.log(
      set.name.padEnd(16),
      name.padEnd(32),
      three(mean(now.ndcg)),
      three(now.condensed),
      three(now.judged),
      gain,
    )
    before = now
  }
}

/**
 * Cross-shop validation: settings are chosen on two sets and measured on the third, all three ways. What is gained on
 * the set that had no say is what an unseen shop may expect.
 */
export async function evaluateAcrossShops(folder: string): Promise<Metric[]> {
  const opened: JudgedSet[] = []
  for (const set of sets) opened.push(await open(folder, set))
  console.log('set'.padEnd(16), 'step'.padEnd(32), 'nDCG@10', 'condensed', 'judged@10', 'paired gain, 95 %')
  for (const set of opened) printSteps(set)
  const changes = combinations()
  const scores = opened.map((set) => changes.map((change) => score(set, change)))
  console.log(`\n${changes.length} settings; chosen on two sets, measured on the third:`)
  return opened.map((held, at) => {
    const others = scores.filter((_, index) => index !== at)
    const worth = changes.map((_, index) => mean(others.map((of) => mean(of[index]?.ndcg ?? []))))
    const best = worth.indexOf(Math.max(...worth))
    const chosen = scores[at]?.[best] ?? { ndcg: [], condensed: 0, judged: 0 }
    const without = score(held, withoutKnowledge)
    console.log(
      held.name.padEnd(16),
      JSON.stringify(changes[best]).padEnd(70),
      `${three(mean(without.ndcg))} -> ${three(mean(chosen.ndcg))}`,
      `condensed ${three(chosen.condensed)} judged ${three(chosen.judged)}`,
      paired(without, chosen),
    )
    return { name: `eval.heldout.${held.name}.ndcg10`, value: mean(chosen.ndcg), unit: 'ratio' }
  })
}
