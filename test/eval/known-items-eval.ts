import { readFile } from 'node:fs/promises'
import {
  createMeasuredShop,
  readJsonLines,
  startMeasuringWorker,
  type MeasuredShop,
} from '../support/measured-shop.ts'
import { FieldedBm25 } from './fielded-bm25.ts'
import { knownItemKinds, knownItemQueries, type CatalogueRow, type KnownItem } from './known-item-queries.ts'
import type { Metric } from './metric.ts'
import { bootstrapInterval, mean } from './relevance.ts'

export interface KnownItemsOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly locale: string
  readonly currency: string
}

interface Compared {
  readonly item: KnownItem
  readonly ours: readonly string[]
  readonly bm25: readonly string[]
}

/** Results looked at. */
const DEPTH = 3

/** 1 when a right product stands within the first `depth`. */
const success = ({ answers }: KnownItem, ids: readonly string[], depth: number): number =>
  ids.slice(0, depth).some((id) => answers.has(id)) ? 1 : 0

const ours = (depth: number) => (row: Compared) => success(row.item, row.ours, depth)
const bm25 = (depth: number) => (row: Compared) => success(row.item, row.bm25, depth)

const three = (value: number) => value.toFixed(3)
const signed = (value: number) => `${value < 0 ? '' : '+'}${three(value)}`

/** Ours, the reference, and their difference query by query with its 95 % interval. */
function cells(rows: readonly Compared[], depth: number): string {
  const differences = rows.map((row) => ours(depth)(row) - bm25(depth)(row))
  const [low, high] = bootstrapInterval(differences)
  return `${three(mean(rows.map(ours(depth))))}  ${three(mean(rows.map(bm25(depth))))}  ${signed(mean(differences))} (${signed(low)} to ${signed(high)})`
}

function printTable(rows: readonly Compared[]): void {
  const columns = (at: number) => `@${at} ours   BM25  difference, 95 %`.padEnd(40)
  console.log(`${'kind'.padEnd(18)}${'n'.padStart(5)}  ${columns(1)}  ${columns(DEPTH)}`)
  for (const kind of ['all', ...knownItemKinds]) {
    const of = rows.filter(({ item }) => kind === 'all' || item.kind === kind)
    if (of.length === 0) {
      console.log(`${kind.padEnd(18)}    -  this catalogue states nothing to make such queries of`)
      continue
    }
    console.log(
      `${kind.padEnd(18)}${String(of.length).padStart(5)}  ${cells(of, 1).padEnd(40)}  ${cells(of, DEPTH)}`,
    )
  }
}

function printLost(rows: readonly Compared[], titles: ReadonlyMap<string, string>): void {
  const lost = rows.filter((row) => ours(DEPTH)(row) < bm25(DEPTH)(row))
  console.log(`\nlost (${lost.length}): we miss within ${DEPTH}, BM25 does not`)
  const named = (id: string | undefined) => (id === undefined ? 'nothing' : `${id} ${titles.get(id) ?? ''}`)
  for (const { item, ours: ids } of lost) {
    console.log(`${item.kind}: ${item.query}`)
    console.log(`    first  ${named(ids[0])}`)
    console.log(`    right  ${named([...item.answers][0])} (${item.answers.size} are right)`)
  }
}

async function fillShop(url: string, options: KnownItemsOptions): Promise<MeasuredShop> {
  const shop = await createMeasuredShop(url, options)
  await shop.importFile('products', await readFile(options.products))
  if (options.reviews !== undefined) await shop.importFile('reviews', await readFile(options.reviews))
  return shop
}

/**
 * Asks for products by what the catalogue itself calls them and counts how often a right one stands first, or among
 * the first three; beside it a plain fielded BM25 of the same catalogue.
 */
export async function evaluateKnownItems(options: KnownItemsOptions): Promise<Metric[]> {
  const rows = await readJsonLines<CatalogueRow>(options.products)
  const reference = new FieldedBm25(rows)
  // Before the worker runs: it closes a connection that waits for seconds.
  const items = knownItemQueries(rows)
  const worker = await startMeasuringWorker()
  try {
    const shop = await fillShop(worker.url, options)
    const compared: Compared[] = []
    for (const item of items) {
      const { hits } = await shop.search(item.query, { limit: String(DEPTH) })
      compared.push({ item, ours: hits.map(({ id }) => id), bm25: reference.search(item.query, DEPTH) })
    }
    printTable(compared)
    if (process.env['EVAL_QUERIES']) printLost(compared, new Map(rows.map(({ id, title }) => [id, title])))
    const figure = (name: string, value: (row: Compared) => number): Metric => ({
      name: `known.${name}`,
      value: mean(compared.map(value)),
      unit: 'ratio',
    })
    return [
      figure('success1', ours(1)),
      figure('success3', ours(3)),
      figure('bm25.success1', bm25(1)),
      figure('bm25.success3', bm25(3)),
    ]
  } finally {
    await worker.close()
  }
}
