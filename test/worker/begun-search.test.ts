import { describe, expect, test } from 'vitest'
import { searchRequest } from '../../worker/contract/search.ts'
import type { Outside } from '../../worker/ports/outside-finds.ts'
import type { Found, RetrievalFailure, SearchPlan } from '../../worker/ports/retriever.ts'
import type { Result } from '../../worker/result.ts'
import { planSearch } from '../../worker/search/plan-search.ts'
import { termHash } from '../../worker/search/document/term-vector.ts'
import { Scorer, inverseDocumentFrequency, type SearchTerm } from '../../worker/search/rank/score.ts'
import { findBeside } from '../../worker/shop/search/find-candidates.ts'
import { SearchMemory } from '../../worker/shop/search/search-memory.ts'
import { buildNextPart } from '../../worker/shop/tables/index-parts.ts'
import { liveCatalogue } from '../../worker/shop/tables/catalogues.ts'
import { shopWith, type Row, type TestShop } from './support/worker-shop.ts'

/** Searches that wait in the shop's object for a search server. */

const english = { locale: 'en', currency: 'USD' } as const
const unlimited = { searchesPerSecond: Number.POSITIVE_INFINITY, hasMeaning: false }

const rows: readonly Row[] = [
  { id: 'brass', title: 'Brass lamp', price: 30 },
  { id: 'oak', title: 'Oak lamp', price: 20 },
  { id: 'chair', title: 'Oak chair', price: 90 },
  { id: 'secret', title: 'Oak chest', price: 90, visibility: 'hidden' },
]

const planFor = (shop: TestShop, q: string): Promise<SearchPlan> =>
  shop.inside((object) => {
    const record = object.read()
    if (!record) throw new Error('no shop')
    const plan = planSearch(searchRequest.parse({ q }), record, { now: Date.now(), cards: 0, explain: false })
    if (!plan.ok) throw new Error(plan.error.message)
    return plan.value
  })

const found = (ids: readonly string[]): Outside => ({
  finds: { open: [{ arm: 'words', ids, scores: ids.map(() => 1), matched: ids.length }], filtered: null },
})

/** Begins a search, lets something happen, ends it. */
async function searchAround(
  shop: TestShop,
  q: string,
  outside: Outside,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<Found> {
  const plan = await planFor(shop, q)
  using begun = await shop.stub.beginSearch(plan, unlimited)
  await meanwhile()
  const ended = (await begun.finish(outside)) as Result<Found, RetrievalFailure>
  if (!ended.ok) throw new Error(ended.error.kind)
  return ended.value
}

const idsOf = ({ hits }: Found) => hits.map(({ id }) => id)

describe('a search that was begun', () => {
  test('ends as one that asks no server, when the server fails and when it brings nothing new', async () => {
    const shop = await shopWith(rows, english)
    const plan = await planFor(shop, 'lamp')
    const alone = await shop.stub.search(plan, Number.POSITIVE_INFINITY)
    for (const outside of [{}, found([]), found(['brass', 'oak'])]) {
      using begun = await shop.stub.beginSearch(plan, unlimited)
      expect(await begun.finish(outside)).toEqual(alone)
    }
  })

  test('lists what the server guessed a word for that no product has, never what is hidden', async () => {
    const shop = await shopWith(rows, english)
    expect(idsOf(await searchAround(shop, 'xylophone', {}))).toEqual([])
    expect(idsOf(await searchAround(shop, 'xylophone', found(['chair', 'secret', 'gone'])))).toEqual([
      'chair',
    ])
  })

  test('does not list what the server guessed beside a word the shop has', async () => {
    const shop = await shopWith(rows, english)
    expect(idsOf(await searchAround(shop, 'lamp', found(['brass', 'oak', 'chair'])))).not.toContain('chair')
  })

  test('shows products as they are when it ends', async () => {
    const shop = await shopWith(rows, english)
    const answer = await searchAround(shop, 'lamp', found(['brass', 'oak']), async () => {
      await shop.stub.removeProduct('oak')
      await shop.importRows('products', [{ id: 'brass', title: 'Brass lamp', price: 35 }])
    })
    expect(answer.hits).toMatchObject([{ id: 'brass', price: 35 }])
    expect(answer.total).toBe(1)
  })

  test('is one of so many a second', async () => {
    const shop = await shopWith(rows, english)
    const plan = await planFor(shop, 'lamp')
    const answers = []
    for (let turn = 0; turn < 6; turn++) {
      using begun = await shop.stub.beginSearch(plan, { ...unlimited, searchesPerSecond: 1 })
      answers.push(await begun.finish({}))
    }
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ ok: false, error: { kind: 'shop_busy' } })
  })
})

describe('finding beside a server', () => {
  const term = (text: string, word: number, documents: number): SearchTerm => ({
    term: text,
    hash: termHash(text),
    documents,
    idf: inverseDocumentFrequency(400_000, documents),
    weight: 1,
    word,
  })

  /** Ids found by words that are said to have so many products. */
  const findFor = (shop: TestShop, lamps: number, oaks: number) =>
    shop.inside((_, { storage: { sql } }) => {
      const live = liveCatalogue(sql)
      if (!live) throw new Error('no catalogue')
      while (buildNextPart(sql));
      const { candidates, index } = new SearchMemory(sql)
      candidates.refresh()
      index.refresh(live.id)
      const terms = [term('lamp', 0, lamps), term('oak', 1, oaks)]
      const statistics = { documents: 400_000, averages: [2, 1, 1, 1, 1] }
      const scorer = Scorer.of(terms, statistics)
      const market = sql.exec<{ id: string }>('SELECT id FROM market').one().id
      const filters = { brand: [], category: [], availability: [], attributes: [] }
      const restriction = { market, adult: false, hideSoldOut: false, price: undefined, filters }
      const shelf = { sql, catalogue: live.id, candidates, index }
      const { pool, isWhole, holdsAll } = findBeside(shelf, { terms, statistics, scorer }, restriction)
      const coverages = pool.candidates.map(({ id, vector }) => [id, scorer.score(vector).coverage] as const)
      return { coverages: Object.fromEntries(coverages), isWhole, holdsAll }
    })

  test('finds by all words while they have few products', async () => {
    const shop = await shopWith(rows, english)
    const { coverages, isWhole, holdsAll } = await findFor(shop, 2, 2)
    expect([Object.keys(coverages).toSorted(), isWhole, holdsAll]).toEqual([
      ['brass', 'chair', 'oak'],
      true,
      true,
    ])
  })

  test('leaves words of too many products to the server, and still ranks by them', async () => {
    const shop = await shopWith(rows, english)
    const { coverages, isWhole, holdsAll } = await findFor(shop, 300_000, 2)
    expect([Object.keys(coverages).toSorted(), isWhole, holdsAll]).toEqual([['chair', 'oak'], false, false])
    expect(coverages['oak']).toBe(1)
    expect(coverages['chair']).toBeLessThan(1)
  })
})
