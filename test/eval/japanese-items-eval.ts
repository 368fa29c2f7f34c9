import { startMeasuringWorker } from '../support/measured-shop.ts'
import { readJapaneseCatalogue, readJapaneseItems, type JapaneseItemQuery } from '../support/query-sets.ts'
import { FieldedBm25 } from './fielded-bm25.ts'
import { createJapaneseShop } from './measured-shops.ts'
import type { Metric } from './metric.ts'
import { placeOf, printSuccess, successWithin, type Outcome } from './success-table.ts'

const depths = [1, 3, 10] as const
const DEEPEST = 10

interface Asked extends Outcome {
  readonly item: JapaneseItemQuery
  readonly first: string | undefined
}

function printMissed(asked: readonly Asked[], titles: ReadonlyMap<string, string>): void {
  const missed = asked.filter(({ place }) => place > 0)
  console.log(`not first (${missed.length}):`)
  for (const { item, first, place } of missed) {
    const right = item.intended.map((id) => titles.get(id) ?? id).join(', ')
    const where = place === Infinity ? 'missing' : `place ${place + 1}`
    console.log(
      `  ${item.kind}: ${item.query}, first ${titles.get(first ?? '') ?? 'nothing'}, ${where} ${right}`,
    )
  }
  console.log()
}

/** Asks a Japanese shop for its goods as its shoppers would, beside a plain fielded BM25 of the same catalogue. */
export async function evaluateJapaneseItems(): Promise<Metric[]> {
  const worker = await startMeasuringWorker()
  try {
    const rows = readJapaneseCatalogue()
    const shop = await createJapaneseShop(worker.url)
    const reference = new FieldedBm25(rows)
    const ours: Asked[] = []
    const bm25: Outcome[] = []
    for (const item of readJapaneseItems()) {
      const { hits } = await shop.search(item.query, { limit: String(DEEPEST) })
      const ids = hits.map(({ id }) => id)
      ours.push({ group: item.kind, place: placeOf(ids, item.intended), item, first: ids[0] })
      const plain = reference.search(item.query, DEEPEST)
      bm25.push({ group: item.kind, place: placeOf(plain, item.intended) })
    }
    printSuccess('Japanese, ours', ours, depths)
    printSuccess('Japanese, BM25', bm25, depths)
    if (process.env['EVAL_QUERIES']) {
      printMissed(ours, new Map(rows.map(({ id, title }) => [id, title])))
    }
    return depths.flatMap((depth) => [
      { name: `known.ja.success${depth}`, value: successWithin(ours, depth), unit: 'ratio' },
      { name: `known.ja.bm25.success${depth}`, value: successWithin(bm25, depth), unit: 'ratio' },
    ])
  } finally {
    await worker.close()
  }
}
