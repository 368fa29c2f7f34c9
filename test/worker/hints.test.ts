import { expect, test } from 'vitest'
import type { Hint } from '../../worker/contract/search.ts'
import { advisedShop, readStream } from './support/advised-shop.ts'
import type { Row, TestShop } from './support/worker-shop.ts'

const WISH = 'long evening alone with zorblex'

/** Five throws, four of them of wool; three teapots, one of wool; gloves that hold the wish's own words. */
const goods: readonly Row[] = [
  ...['Grey', 'Blue', 'Green', 'Plum', 'White'].map((colour, row) => ({
    id: `throw-${row}`,
    title: `${colour} merino throw`,
    product_type: 'Home > Throws',
    material: row === 4 ? 'Cotton' : 'Fine Wool',
    price: 50 + row,
  })),
  ...[0, 1, 2].map((row) => ({
    id: `teapot-${row}`,
    title: `Teapot ${row}`,
    product_type: 'Kitchen > Teapots',
    material: row === 0 ? 'Fine Wool' : 'Iron',
    price: 30 + row,
  })),
  ...[0, 1, 2, 3].map((row) => ({
    id: `glove-${row}`,
    title: `Satin glove ${row}`,
    description: 'for a long evening alone',
    product_type: 'Gloves',
    material: 'Satin',
    price: 20 + row,
  })),
]

const SCRIPT = 'words=throws+teapot+fine wool+merino+unicorn horn+gloves'

const chips: readonly Hint[] = [
  { label: 'Throws', filter: { name: 'category', value: 'Home > Throws' } },
  { label: 'Teapots', filter: { name: 'category', value: 'Kitchen > Teapots' } },
  { label: 'Fine Wool', filter: { name: 'attr.Material', value: 'Fine Wool' } },
  { label: 'Gloves', filter: { name: 'category', value: 'Gloves' } },
]

const hintsKept = async (shop: TestShop, query = WISH, parameters = {}) =>
  (await shop.search(query, parameters)).hints

test('words that come on the stream offer chips with the order, then with the first answer, to every shopper', async () => {
  const { shop } = await advisedShop(SCRIPT, goods)
  await shop.settings({ models: { rerank: false } })
  const { results, order } = readStream(await shop.searchStream(WISH))
  expect(results).not.toHaveProperty('hints')
  expect(order?.hints).toEqual(chips)
  await expect.poll(() => hintsKept(shop)).toEqual(chips)
  const again = readStream(await shop.searchStream(WISH))
  expect(again.results.hints).toEqual(chips)
  expect(again.order).toBeNull()
})

test('a re-ranked order has them, too', async () => {
  const { shop } = await advisedShop(`${SCRIPT},reverse`, goods)
  const { order, done } = readStream(await shop.searchStream(WISH))
  expect(order?.hints).toEqual(chips)
  expect(done).not.toHaveProperty('degraded')
  await expect.poll(() => hintsKept(shop)).toEqual(chips)
  const again = readStream(await shop.searchStream(WISH))
  expect(again.results.hints).toEqual(chips)
  expect(again.order).not.toHaveProperty('hints')
})

test('an order that moves nothing still brings them', async () => {
  const gloves = goods.filter(({ product_type: kind }) => kind === 'Gloves')
  const rows = gloves.map((row, place) => ({ ...row, material: place < 3 ? 'Fine Wool' : 'Satin' }))
  const { shop } = await advisedShop('words=fine wool', rows)
  await shop.settings({ models: { rerank: false } })
  const { results, order } = readStream(await shop.searchStream(WISH))
  expect(order?.hints?.map(({ label }) => label)).toEqual(['Fine Wool'])
  expect(order?.ids.toSorted()).toEqual(results.hits.map(({ id }) => id).toSorted())
})

test('a hint filters nothing by itself, and its tap leaves what it names', async () => {
  const { shop } = await advisedShop(SCRIPT, goods)
  await shop.settings({ models: { rerank: false } })
  const { order } = readStream(await shop.searchStream(WISH))
  expect(order?.ids).toHaveLength(goods.length)
  await expect.poll(() => hintsKept(shop)).toEqual(chips)
  const all = await shop.search(WISH)
  expect(all.total).toBe(goods.length)
  expect(all.understood).toEqual([])
  for (const { filter } of chips) {
    const tapped = await shop.search(WISH, { [`filter[${filter.name}]`]: filter.value })
    const expected = goods.filter(
      (row) => row['material'] === filter.value || row['product_type'] === filter.value,
    )
    expect(tapped.hits.map(({ id }) => id).toSorted()).toEqual(
      expected.map(({ id }) => String(id)).toSorted(),
    )
    expect(tapped.hints?.some((hint) => hint.filter.name === filter.name) ?? false).toBe(false)
  }
})

test('what is excluded is not offered, nor anything on later pages, nor to a search without a model’s words', async () => {
  const { shop } = await advisedShop(SCRIPT, goods)
  await shop.settings({ models: { rerank: false } })
  const { order } = readStream(await shop.searchStream(`${WISH} without iron`))
  expect(order?.hints?.map(({ label }) => label)).toEqual(['Throws', 'Fine Wool', 'Gloves'])
  await shop.searchStream(WISH)
  await expect.poll(() => hintsKept(shop)).toEqual(chips)
  expect(await hintsKept(shop, WISH, { offset: 2 })).toBeUndefined()
  expect(await hintsKept(shop, 'throw')).toBeUndefined()
  expect(await hintsKept(shop, WISH, { exact: '1' })).toBeUndefined()
  await shop.settings({ models: { expand: false } })
  await expect.poll(() => hintsKept(shop)).toBeUndefined()
})

test('a label that may not be said of one of the goods it leaves is not offered', async () => {
  const creams = ['크림', '세럼', '토너', '로션', '비누'].map((kind, row) => ({
    id: `p-${row}`,
    title: `순한 ${kind}`,
    description: '긴 저녁 혼자 쓰기 좋아요',
    product_type: '화장품 > 스킨케어',
    효능: row < 3 ? '아토피 치료' : '보습',
    질감: row < 3 ? '촉촉함' : '산뜻함',
    price: 10_000 + row,
  }))
  const { shop } = await advisedShop('words=아토피 치료+촉촉함이', creams, { locale: 'ko', currency: 'KRW' })
  await shop.settings({ models: { rerank: false } })
  const { order } = readStream(await shop.searchStream('혼자 보내는 긴 저녁 조르블렉스'))
  expect(order?.hints).toEqual([{ label: '촉촉함', filter: { name: 'attr.질감', value: '촉촉함' } }])
})
