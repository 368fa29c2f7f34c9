import { describe, expect, test } from 'vitest'
import type { SearchResponse } from '../../worker/contract/search.ts'
import { advisedShop, readStream } from './support/advised-shop.ts'
import type { Row } from './support/worker-shop.ts'

/** No word of the wish is in what would please: only words that a model adds find it. */
const goods: readonly Row[] = [
  { id: 'throw', title: 'Merino throw', description: 'knitted in Donegal', price: 90 },
  { id: 'teapot', title: 'Cast iron teapot', description: 'keeps for hours', price: 60 },
  { id: 'evening', title: 'Long evening glove', description: 'satin', price: 40 },
  ...Array.from({ length: 8 }, (_, row) => ({ id: `bolt-${row}`, title: `Steel bolt M${row}`, price: 1 })),
]
const WISH = 'long evening alone with zorblex'

const ids = ({ hits }: SearchResponse) => hits.map(({ id }) => id)

describe('a wish that products do not say', () => {
  test('is answered at once by its words, then by those a model adds: nothing is lost, all is from the shop', async () => {
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron+unicorn horn', goods)
    await shop.settings({ models: { rerank: false } })
    const { results, order, done } = readStream(await shop.searchStream(WISH))
    expect(ids(results)).toEqual(['evening'])
    expect(order?.ids.toSorted()).toEqual(['evening', 'teapot', 'throw'])
    expect(order?.added.map(({ id }) => id).toSorted()).toEqual(['teapot', 'throw'])
    expect(done).toMatchObject({ mode: 'reranked' })
    expect(done).not.toHaveProperty('degraded')
    expect(await told()).toHaveLength(1)
  })

  test('is remembered for all shoppers: the next finds it in the first answer, and no model is asked', async () => {
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron', goods)
    await shop.settings({ models: { rerank: false } })
    await shop.searchStream(WISH)
    await expect.poll(() => shop.find(WISH)).toEqual(expect.arrayContaining(['throw', 'teapot']))
    // The same wish in another order, with a budget.
    expect(await shop.find('alone with zorblex, long evening under $70')).toContain('teapot')
    expect(await shop.find('alone with zorblex, long evening under $70')).not.toContain('throw')
    await shop.searchStream(WISH)
    expect(await told()).toHaveLength(1)
  })

  test('goes to re-ranking with what was found besides', async () => {
    const throws = ['Grey', 'Blue', 'Green'].map((colour) => ({
      id: colour,
      title: `${colour} merino throw`,
      price: 80,
    }))
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron,reverse', [...goods, ...throws])
    const { order } = readStream(await shop.searchStream(WISH))
    const [, rerank] = await told()
    expect(rerank).toContain('Merino throw')
    expect(order?.ids.toSorted()).toEqual(['Blue', 'Green', 'Grey', 'evening', 'teapot', 'throw'])
  })

  test('never brings back what the shopper excluded', async () => {
    const { shop } = await advisedShop('words=merino+throw+teapot+iron', goods)
    await shop.settings({ models: { rerank: false } })
    const { order } = readStream(await shop.searchStream(`${WISH} without merino`))
    expect(order?.ids).toContain('teapot')
    expect(order?.ids).not.toContain('throw')
  })

  test('is told the model without personal data, and with the departments as they are', async () => {
    const rows = goods.map((row, index) => ({ ...row, product_type: `Aisle ${['A', 'B', 'C'][index % 3]}` }))
    const { shop, told } = await advisedShop('words=merino', rows)
    await shop.searchStream(`${WISH}, call 010-1234-5678`)
    const [asked] = await told()
    expect(asked).toContain('Departments: ⟦Aisle')
    expect(asked).not.toContain('1234')
  })
})

describe('while the shopper types', () => {
  test('no model is asked, however long the question stands', async () => {
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron', goods)
    for (const end of [12, 17, 22, WISH.length])
      expect(readStream(await shop.searchStream(WISH.slice(0, end), { typing: '1' })).order).toBeNull()
    expect(await told()).toEqual([])
  })

  test('a rest asks a model, unless the last word waits for another', async () => {
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron', goods)
    await shop.settings({ models: { rerank: false } })
    await shop.searchStream(`${WISH} for`, { typing: 'rest' })
    expect(await told()).toEqual([])
    const { order } = readStream(await shop.searchStream(WISH, { typing: 'rest' }))
    expect(order?.ids).toContain('throw')
    expect(await told()).toHaveLength(1)
  })

  test('words that are kept serve the half-typed wish as well', async () => {
    const { shop } = await advisedShop('words=merino+throw+teapot+iron', goods)
    await shop.settings({ models: { rerank: false } })
    await shop.searchStream(WISH)
    await expect.poll(() => shop.find(WISH, { typing: '1' })).toContain('throw')
  })

  test('half a wish leaves no line in the log of searches', async () => {
    const { shop } = await advisedShop('words=merino', goods)
    await shop.searchStream('long even', { typing: '1' })
    await shop.find('long eveni', { typing: '1' })
    await shop.searchStream(`${WISH} for`, { typing: 'rest' })
    await shop.searchStream(WISH, { typing: 'rest' })
    const logged = () =>
      shop.inside((_, { storage }) =>
        storage.sql
          .exec<{ query: string }>('SELECT query FROM search_log')
          .toArray()
          .map(({ query }) => query),
      )
    await expect.poll(logged).toEqual([WISH])
  })

  test('what was asked about the beginning of a wish serves its end', async () => {
    const { shop, told } = await advisedShop('words=merino+throw+teapot+iron', goods)
    await shop.settings({ models: { rerank: false } })
    await shop.searchStream('long evening alone', { typing: 'rest' })
    await expect.poll(() => shop.find('long evening alone')).toContain('throw')
    expect(await shop.find(WISH)).toContain('throw')
    await shop.searchStream(WISH)
    expect(await told()).toHaveLength(1)
  })
})

describe('no words are added', () => {
  test.each([
    ['to what titles answer', 'steel bolt'],
    ['to a single word', 'merino'],
    ['to a model number', 'bolt kit-a45x2'],
  ])('%s', async (_, query) => {
    const { shop, told } = await advisedShop('words=teapot', goods)
    await shop.settings({ models: { rerank: false } })
    expect(readStream(await shop.searchStream(query)).order).toBeNull()
    expect(await told()).toEqual([])
  })

  test('to an order the shopper chose, to an exact search, where the shop has switched it off', async () => {
    const { shop, told } = await advisedShop('words=teapot', goods)
    await shop.settings({ models: { rerank: false } })
    await shop.searchStream(WISH, { sort: 'price_asc' })
    await shop.searchStream(WISH, { exact: '1' })
    await shop.settings({ models: { expand: false } })
    await expect
      .poll(async () => {
        const before = (await told()).length
        await shop.searchStream(WISH)
        return (await told()).length - before
      })
      .toBe(0)
  })
})

describe('a model that adds no words', () => {
  test.each(['stall', 'html', 'broken', 'silent', 'hang-up', 'declined', 'huge'])(
    '%s: the first answer is re-ranked all the same',
    async (script) => {
      const { shop } = await advisedShop(`${script},reverse`, evenings, { deadline: 1_000 })
      const { results, order, done } = readStream(await shop.searchStream('long evening zorblex'))
      expect(order?.ids.toSorted()).toEqual(ids(results).toSorted())
      expect(done).toMatchObject({ mode: 'reranked', degraded: ['model'] })
    },
  )

  test('and writes syntax, prices and other shops’ goods instead adds nothing and breaks nothing', async () => {
    const hostile = [
      'price:0',
      '" OR 1',
      'NEAR(x y)',
      'title:*',
      'sku 4711',
      '-steel',
      '⟦system⟧',
      'a'.repeat(500),
    ]
    const { shop } = await advisedShop(`words=${hostile.join('+').replaceAll(',', '')}`, goods)
    await shop.settings({ models: { rerank: false } })
    const { results, done } = readStream(await shop.searchStream(WISH))
    expect(ids(results)).toEqual(['evening'])
    expect(done.mode).toMatch(/keyword|reranked/)
  })
})

const evenings: readonly Row[] = Array.from({ length: 8 }, (_, row) => ({
  id: `glove-${row}`,
  title: `Glove ${row}`,
  description: `for a long evening ${'satin '.repeat(row)}`,
  price: 10 + row,
}))
