import { noModels } from '../../../worker/ports/shop-models.ts'
import * as fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { askServer as askThroughAdapter } from '../../../worker/adapters/retriever-meilisearch/ask-server.ts'
import { filterExpression } from '../../../worker/adapters/retriever-meilisearch/filter-expression.ts'
import { createMeilisearchIndex } from '../../../worker/adapters/retriever-meilisearch/search-index.ts'
import { searchRequest } from '../../../worker/contract/search.ts'
import type { SearchLink } from '../../../worker/ports/outside-finds.ts'
import type { SearchPlan } from '../../../worker/ports/retriever.ts'
import type { IndexDocument } from '../../../worker/ports/search-index.ts'
import { analyse } from '../../../worker/search/text/analyse.ts'
import { planSearch } from '../../../worker/search/plan-search.ts'
import { embedderName } from '../../../worker/search/outside/embedder-name.ts'
import { filterValue } from '../../../worker/search/outside/filter-tree.ts'
import { indexDocument } from '../../../worker/search/outside/index-document.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'
import { askServer } from '../support/searched-shop.ts'

const server = inject('meilisearch')
const index = createMeilisearchIndex({ url: server.url, key: server.key })
const vectors = { model: 'test', dims: 3 }

let made = 0
/** A new index with these documents, all tasks done. */
async function indexWith(documents: readonly IndexDocument[]): Promise<string> {
  made += 1
  const uid = `aisle_adapter${Date.now().toString(36)}${made}_en`
  const created = await index.create(uid, 'en', [{ name: embedderName(vectors), dims: vectors.dims }])
  if (!created.ok) throw new Error(created.error.kind)
  const put = await index.upsert(uid, documents)
  if (!put.ok) throw new Error(put.error.kind)
  for (let turn = 0; turn < 200; turn++) {
    const tasks = await index.tasks([...created.value, put.value])
    if (!tasks.ok) throw new Error(tasks.error.kind)
    const failed = tasks.value.find(({ state }) => state === 'failed')
    if (failed) throw new Error(failed.detail)
    if (tasks.value.every(({ state }) => state === 'succeeded')) return uid
    await scheduler.wait(50)
  }
  throw new Error('the tasks never ended')
}

/** A product without a vector says so: the server refuses a document that leaves it open. */
const product = (
  id: string,
  title: string,
  more: Partial<Parameters<typeof indexDocument>[0]> = {},
): IndexDocument => ({
  ...indexDocument(
    {
      market: 'default',
      id,
      title,
      brand: '',
      brandKey: '',
      category: '',
      availability: 'in_stock',
      adult: false,
      price: 100,
      facts: '',
      columns: [analyse(title).join(' '), '', '', '', '', ''],
      ...more,
    },
    'en',
  ),
  _vectors: { [embedderName(vectors)]: null },
})

const linkTo = (uid: string): SearchLink => ({
  index: uid,
  policy: 'en',
  key: server.key,
  version: 1,
  products: 3,
  embedders: [embedderName(vectors)],
})

const shop = {
  id: 'aaaaaaaaaaaa',
  publicKey: '',
  secretHash: '',
  settings: defaultSettings({ name: 'Cases', locale: 'en', currency: 'USD', origins: [] }),
  models: noModels,
  experimentSalt: '',
  createdAt: 0,
} as const

function planFor(q: string): SearchPlan {
  const plan = planSearch(searchRequest.parse({ q }), shop, { now: 0, cards: 0, explain: false })
  if (!plan.ok) throw new Error(plan.error.message)
  return { ...plan.value, market: 'default' }
}

describe('the semantic arm', () => {
  test('finds neighbours of our own vector beside the words, and leaves products without one out', async () => {
    const name = embedderName(vectors)
    const uid = await indexWith([
      { ...product('near', 'Blanket'), _vectors: { [name]: [1, 0, 0] } },
      { ...product('far', 'Hammer'), _vectors: { [name]: [0, 1, 0] } },
      product('none', 'Cosy socks'),
    ])
    const plan = { ...planFor('cosy'), vector: { ...vectors, values: [1, 0.1, 0], scale: 1 } }
    const finds = await askThroughAdapter(server.url, linkTo(uid), plan, 5_000)
    if (!finds.ok) throw new Error(finds.error.kind)
    expect(finds.value.open.map(({ arm, ids }) => [arm, ids])).toEqual([
      ['words', ['none']],
      ['semantic', ['near', 'far']],
    ])
    await index.discard(uid)
  })

  test('is left out for a model the index does not know: the words must still be answered', async () => {
    const uid = await indexWith([product('none', 'Cosy socks')])
    const plan = { ...planFor('cosy'), vector: { model: 'another', dims: 3, values: [1, 0, 0], scale: 1 } }
    const finds = await askThroughAdapter(server.url, linkTo(uid), plan, 5_000)
    expect(finds).toMatchObject({ ok: true, value: { open: [{ arm: 'words', ids: ['none'] }] } })
    await index.discard(uid)
  })
})

describe('failures of the server as data', () => {
  test('an index that is not there, a key that does not open it', async () => {
    const missing = linkTo('aisle_nothere_en')
    expect(await askThroughAdapter(server.url, missing, planFor('tea'), 5_000)).toEqual({
      ok: false,
      error: { kind: 'index_missing' },
    })
    expect(
      await askThroughAdapter(server.url, { ...missing, key: 'wrong' }, planFor('tea'), 5_000),
    ).toMatchObject({ ok: false, error: { kind: 'refused' } })
  })

  test('a server that is not there', async () => {
    const gone = createMeilisearchIndex({ url: 'http://127.0.0.1:9', key: undefined })
    expect(await gone.createdAt('aisle_x_en')).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
  })
})

describe.skipIf(!server.isReal)('filters on a real server (skipped without MEILI_URL)', () => {
  test('a value finds the one product that has it, whatever is in it', async () => {
    const values = [
      ...new Set(
        fc
          .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { numRuns: 150, seed: 7 })
          .concat([
            '"',
            '\\',
            '\\"',
            '\\\\"',
            "'",
            '" OR market EXISTS OR "',
            '\\u0041',
            'a\\',
            '\n',
            '\\n',
            ']',
            'TO',
          ])
          .map((value) => filterValue(value.trim()).toLowerCase())
          .filter((value) => value !== '' && !/\p{Cs}/u.test(value)),
      ),
    ]
    const uid = await indexWith(
      values.map((value, row) => ({ ...product(`p-${row}`, 'Lamp'), brand_key: value })),
    )
    const queries = values.map((value) => ({
      indexUid: uid,
      q: '',
      limit: 200,
      filter: filterExpression({ field: 'brand_key', is: value }),
    }))
    const { results } = (await askServer('POST', '/multi-search', { queries })) as {
      results: { hits: { id: string }[] }[]
    }
    expect(results).toHaveLength(values.length)
    results.forEach(({ hits }, row) => {
      const found = hits.map(({ id }) => id)
      // The server folds marks and compatible letters away: it may bring a few alike, never all of them.
      expect([values[row], found]).toEqual([values[row], expect.arrayContaining([`p-${row}`])])
      expect(found.length).toBeLessThan(10)
    })
    await index.discard(uid)
  })
})
