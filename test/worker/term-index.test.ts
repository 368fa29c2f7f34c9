import { describe, expect, test } from 'vitest'
import { paths } from '../../worker/contract/vocabulary.ts'
import { TermVector } from '../../worker/search/document/term-vector.ts'
import { BestRows } from '../../worker/search/rank/best-rows.ts'
import { Scorer, Worth, inverseDocumentFrequency, type SearchTerm } from '../../worker/search/rank/score.ts'
import { termHash } from '../../worker/search/document/term-vector.ts'
import { CandidateCache } from '../../worker/shop/search/candidate-cache.ts'
import { TermIndex } from '../../worker/shop/search/term-index.ts'
import { buildNextPart, changedRows } from '../../worker/shop/tables/index-parts.ts'
import { liveCatalogue } from '../../worker/shop/tables/catalogues.ts'
import { shopWith, type Row, type TestShop } from './support/worker-shop.ts'

const statistics = { documents: 50, averages: [3, 1, 1, 1, 5] }
const term = (text: string, word: number): SearchTerm => ({
  term: text,
  hash: termHash(text),
  documents: 10,
  idf: inverseDocumentFrequency(50, 10),
  weight: 1,
  word,
})
const terms = [term('lamp', 0), term('brass', 1)]
const worth = new Worth(statistics)

const rows: Row[] = Array.from({ length: 40 }, (_, index) => ({
  id: `p${index}`,
  title: ['brass lamp', 'oak lamp', 'brass bell', 'oak chair'][index % 4],
  description: index % 3 === 0 ? 'a lamp, a lamp' : 'plain',
  price: 10 + index,
  availability: index % 5 === 0 ? 'out_of_stock' : 'in_stock',
}))

interface Index {
  readonly index: TermIndex
  readonly candidates: CandidateCache
}

/** Row and total of every product that has a term: by the index, and by reading them all. */
async function bothWays(shop: TestShop, { index, candidates }: Index) {
  return shop.inside((_, { storage: { sql } }) => {
    const live = liveCatalogue(sql)
    if (!live) throw new Error('no catalogue')
    const market = sql.exec<{ id: string }>('SELECT id FROM market').one().id
    index.refresh(live.id)
    candidates.refresh()
    const scorer = Scorer.of(terms, statistics)
    const best = new BestRows(1000)
    const rule = { catalogue: live.id, market, adult: false, hideSoldOut: true, prices: [{ max: 4_000 }] }
    index.find(terms, worth, rule, best)
    const isListed = (row: { availability: string; price: number | null; visibility: string }) =>
      row.availability !== 'out_of_stock' && (row.price ?? 0) <= 4_000 && row.visibility === 'public'
    for (const changed of candidates.read(index.changedRows)) {
      const sum = scorer.sum(changed.vector)
      if (isListed(changed) && sum.sum > 0)
        best.offer({ row: changed.row, total: scorer.score(changed.vector).total, ...sum })
    }
    const whole = sql
      .exec<{
        row: number
        vector: ArrayBuffer
        availability: string
        price: number | null
        visibility: string
      }>('SELECT row, vector, availability, price, visibility FROM product WHERE catalogue = ?', live.id)
      .toArray()
      .filter(isListed)
      .map(({ row, vector }) => ({ row, total: scorer.score(new TermVector(vector)).total }))
      .filter(({ total }) => total > 0)
    const inOrder = (list: readonly { row: number; total: number }[]) =>
      list.map(({ row, total }) => ({ row, total })).toSorted((left, right) => left.row - right.row)
    return { byIndex: inOrder(best.take()), byReading: inOrder(whole), waiting: index.changes }
  })
}

const open = (shop: TestShop): Promise<Index> =>
  shop.inside((_, { storage: { sql } }) => ({
    index: new TermIndex(sql),
    candidates: new CandidateCache(sql),
  }))

const put = async (shop: TestShop, id: string, fields: Row) => {
  const answer = await shop.admin(`${paths.products}/${id}`, {
    method: 'PUT',
    body: JSON.stringify({ title: 'brass lamp', price: 12, ...fields }),
  })
  expect(answer.status).toBeLessThan(300)
}

describe('the index by terms', () => {
  test('is up to date when an import is done', async () => {
    const shop = await shopWith(rows, { locale: 'en', currency: 'USD' })
    const changes = await shop.inside((_, { storage: { sql } }) => {
      while (buildNextPart(sql));
      return changedRows(sql)
    })
    expect(changes).toBe(0)
    const { byIndex, byReading, waiting } = await bothWays(shop, await open(shop))
    expect(waiting).toBe(0)
    expect(byReading.length).toBeGreaterThan(10)
    expect(byIndex).toEqual(byReading)
  })

  test('finds the same as reading every product, through changes and rebuilding', async () => {
    const shop = await shopWith(rows, { locale: 'en', currency: 'USD' })
    const index = await open(shop)
    await bothWays(shop, index)
    const steps: (() => Promise<unknown>)[] = [
      () => put(shop, 'p3', { title: 'brass lamp of oak' }),
      () => put(shop, 'p0', { title: 'oak chair' }),
      () => put(shop, 'new', { description: 'lamp' }),
      () => shop.admin(`${paths.products}/p2`, { method: 'DELETE' }),
      () => put(shop, 'p1', { price: 90 }),
      () => shop.inside((_, { storage: { sql } }) => buildNextPart(sql)),
      () => put(shop, 'p4', { availability: 'out_of_stock' }),
      () => shop.admin(`${paths.products}/new`, { method: 'DELETE' }),
      () => put(shop, 'newer', { title: 'lamp' }),
      () => shop.importRows('products', rows.slice(0, 30), { mode: 'replace' }),
      () => put(shop, 'p5', { visibility: 'hidden' }),
      () => shop.inside((_, { storage: { sql } }) => buildNextPart(sql)),
    ]
    for (const step of steps) {
      await step()
      const { byIndex, byReading } = await bothWays(shop, index)
      expect(byIndex).toEqual(byReading)
    }
  })

  test('is built again in the background when many rows have changed, and is not needed till then', async () => {
    const many = Array.from({ length: 600 }, (_, index) => ({
      id: `m${index}`,
      title: `lamp ${index}`,
      price: 5,
    }))
    const shop = await shopWith(many, { locale: 'en', currency: 'USD' })
    await shop.inside((_, { storage: { sql } }) => sql.exec('UPDATE product SET price = 600'))
    expect((await shop.search('lamp')).hits[0]?.price).toBeDefined()
    const job = await shop.inside((_, { storage: { sql } }) =>
      sql.exec<{ n: number }>(`SELECT count(*) AS n FROM job WHERE name = 'index'`).one(),
    )
    expect(job.n).toBe(1)
  })
})
