import { describe, expect, test } from 'vitest'
import { paths } from '../../worker/contract/vocabulary.ts'
import { call, shopWith } from './support/worker-shop.ts'

const dollars = { locale: 'en', currency: 'USD' } as const

describe('what a product costs the shop', () => {
  test.each([
    ['cost_of_goods_sold', '4.37 USD'],
    ['Cost per item', '4.37'],
    ['margin', '43.7%'],
    ['원가', '4.37'],
    ['매입원가(VAT포함)', '4.37'],
    ['마진율', '43.7'],
    ['仕入価格', '4.37'],
    ['Gross margin (%)', '43.7'],
  ])('never leaves the shop under the name of %s', async (name, value) => {
    const rows = [
      { id: 'a', title: 'Odd lamp', price: 10, [name]: value, description: 'brass' },
      { id: 'b', title: 'Even lamp', price: 10, attributes: { [name]: value, Shade: 'Linen' } },
      {
        id: 'c',
        title: 'Third lamp',
        price: 10,
        variants: [{ id: 'c1', options: { [name]: value }, price: 10 }],
      },
    ]
    const shop = await shopWith(rows, dollars)
    const answers = await Promise.all([shop.search('lamp'), shop.search(''), shop.search(name)])
    const config = await call(paths.config, { parameters: { key: shop.keys.public_key } })
    const indexed = await shop.inside((_, state) =>
      state.storage.sql.exec('SELECT facts, stated FROM product').toArray(),
    )
    const said = JSON.stringify([...answers.map((answer) => ({ ...answer, query: '' })), indexed])
    const all = `${said}${await config.text()}`
    expect(answers[0]?.total).toBe(3)
    expect(all).toContain('Linen')
    expect(all).not.toMatch(/4\.37|43\.7/)
    expect(all).not.toContain(name)
  })

  test('is kept for rules, and gone with the product', async () => {
    const shop = await shopWith([{ id: 'a', title: 'Lamp', price: 10, cost_of_goods_sold: 4 }], dollars)
    expect(await (await shop.admin(`${paths.products}/a`)).json()).toMatchObject({ cost_of_goods_sold: 4 })
    const costs = () =>
      shop.inside((_, state) => state.storage.sql.exec('SELECT cost, margin FROM product_cost').toArray())
    expect(await costs()).toEqual([{ cost: 400, margin: null }])
    await shop.importRows('products', [{ id: 'a', title: 'Lamp', price: 10, margin: '35%' }])
    expect(await costs()).toEqual([{ cost: null, margin: 0.35 }])
    await shop.admin(`${paths.products}/a`, { method: 'DELETE' })
    expect(await costs()).toEqual([])
  })
})
