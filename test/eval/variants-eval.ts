import { products } from '../demo/catalogue.ts'
import { isUnchanged } from '../support/judge-answer.ts'
import { startMeasuringWorker, type MeasuredShop } from '../support/measured-shop.ts'
import {
  readCorrectWords,
  readVariants,
  readVariantsCatalogue,
  type CorrectWord,
  type VariantQuery,
  type VariantSetName,
} from '../support/query-sets.ts'
import { createDemoShop, createVariantsShop } from './measured-shops.ts'
import type { Metric } from './metric.ts'
import { mean } from './relevance.ts'
import { placeOf, printSuccess, successWithin, type Outcome } from './success-table.ts'

/** Hits looked at. */
const DEPTH = 10

interface Asked {
  readonly pair: VariantQuery
  readonly ids: readonly string[]
  readonly place: number
}

async function askVariants(shop: MeasuredShop, pairs: readonly VariantQuery[]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const pair of pairs) {
    const { hits } = await shop.search(pair.query, { limit: String(DEPTH) })
    const ids = hits.map(({ id }) => id)
    asked.push({ pair, ids, place: placeOf(ids, pair.intended) })
  }
  return asked
}

const grouped = (asked: readonly Asked[], group: (pair: VariantQuery) => string): Outcome[] =>
  asked.map(({ pair, place }) => ({ group: group(pair), place }))

function printMissed(asked: readonly Asked[]): void {
  const missed = asked.filter(({ place }) => place >= DEPTH)
  console.log(`missed (${missed.length}): no right product within ${DEPTH}`)
  for (const { pair, ids } of missed) {
    console.log(`  ${pair.kind}: ${pair.query} (${pair.from}), first ${ids[0] ?? 'nothing'}`)
  }
  console.log()
}

type Shops = Readonly<Record<CorrectWord['catalogue'], MeasuredShop>>

const textsById = (rows: readonly { readonly id: string }[]) =>
  new Map(rows.map((row) => [row.id, JSON.stringify(row)]))

/** Share of correct words that are searched for as they stand. */
async function unchangedShare(shops: Shops): Promise<number> {
  const texts = {
    variants: textsById(readVariantsCatalogue()),
    ko: textsById(products('ko')),
    en: textsById(products('en')),
  }
  const changed: CorrectWord[] = []
  const words = readCorrectWords()
  for (const word of words) {
    const response = await shops[word.catalogue].search(word.query, { limit: '3' })
    if (!isUnchanged(response, word.query, (id) => texts[word.catalogue].get(id))) changed.push(word)
  }
  if (process.env['EVAL_QUERIES']) {
    console.log(`changed (${changed.length}): ${changed.map(({ query }) => query).join(', ')}\n`)
  }
  return mean(words.map((word) => (changed.includes(word) ? 0 : 1)))
}

/**
 * Asks what shoppers mistype of a shop whose goods are written in three languages, and counts how often what they
 * mean stands first or among the first ten; and how many correct words stay as they are.
 */
export async function evaluateVariants(sets: readonly VariantSetName[]): Promise<Metric[]> {
  const worker = await startMeasuringWorker()
  try {
    const shop = await createVariantsShop(worker.url)
    const metrics: Metric[] = []
    for (const set of sets) {
      const asked = await askVariants(shop, readVariants(set))
      const byKind = grouped(asked, ({ kind }) => kind)
      printSuccess(`set ${set}, kind`, byKind, [1, DEPTH])
      printSuccess(
        `set ${set}, language`,
        grouped(asked, ({ lang }) => lang),
        [1, DEPTH],
      )
      printSuccess(
        `set ${set}, made`,
        grouped(asked, ({ made }) => made),
        [1, DEPTH],
      )
      if (process.env['EVAL_QUERIES']) printMissed(asked)
      for (const depth of [1, DEPTH]) {
        metrics.push({
          name: `variants.${set}.success${depth}`,
          value: successWithin(byKind, depth),
          unit: 'ratio',
        })
      }
    }
    const [ko, en] = [await createDemoShop(worker.url, 'ko'), await createDemoShop(worker.url, 'en')]
    const unchanged = await unchangedShare({ variants: shop, ko, en })
    return [...metrics, { name: 'variants.correct_unchanged', value: unchanged, unit: 'ratio' }]
  } finally {
    await worker.close()
  }
}
