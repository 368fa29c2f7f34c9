import { expect, test } from 'vitest'
import { Vocabulary } from '../../worker/shop/search/vocabulary.ts'
import { liveCatalogue } from '../../worker/shop/tables/catalogues.ts'
import { createShop } from './support/worker-shop.ts'

test('a small shop’s words stay in memory, however many markets it has', async () => {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  const ids = ['us', 'uk', 'ie', 'au', 'nz', 'ca']
  await shop.settings({ markets: ids.map((id) => ({ id, locale: 'en', currency: 'USD' })) })
  for (const market of ids)
    await shop.importRows('products', [{ id: 'a', title: `Oak ${market}`, price: 1 }], { market })
  await shop.inside((_, { storage: { sql } }) => {
    const vocabulary = new Vocabulary(sql)
    const live = liveCatalogue(sql)
    expect(live).not.toBeNull()
    if (live) vocabulary.use(live)
    const read = () => ids.map((market) => vocabulary.spelling(market, 0).list)
    const first = read()
    expect(first.map((list, at) => list.documents(ids[at] ?? ''))).toEqual([1, 1, 1, 1, 1, 1])
    read().forEach((list, at) => expect(list).toBe(first[at]))
  })
})
