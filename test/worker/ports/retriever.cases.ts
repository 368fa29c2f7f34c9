import { describe, expect, test } from 'vitest'
import { searchRequest, type SearchRequest } from '../../../worker/contract/search.ts'
import type { Found, Retriever } from '../../../worker/ports/retriever.ts'
import type { ShopRecord } from '../../../worker/ports/shop-store.ts'
import { planSearch } from '../../../worker/search/plan-search.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'

/** One shop's retriever, opened for one case. */
export interface OpenedRetriever {
  readonly retriever: Retriever
  readonly shop: string
  /** Makes products, in import form, and reviews findable. */
  load(products: readonly object[], reviews?: readonly object[]): Promise<void>
}

const market = { name: 'Cases', locale: 'en', currency: 'USD', origins: [] } as const
export const casesShop = market

const record: ShopRecord = {
  id: 'aaaaaaaaaaaa',
  publicKey: '',
  secretHash: '',
  settings: defaultSettings({ ...market, origins: [] }),
  experimentSalt: '',
  createdAt: 0,
}

const teas = [
  { id: 'sencha', title: 'Sencha green tea', price: 12, brand: 'Hill', product_type: 'Tea > Green' },
  { id: 'hojicha', title: 'Hojicha roasted tea', price: 14.5, brand: 'Hill', product_type: 'Tea > Roasted' },
  { id: 'earl', title: 'Earl Grey black tea', price: 9, brand: 'Dock', product_type: 'Tea > Black' },
  { id: 'pot', title: 'Cast iron teapot', price: 60, brand: 'Forge', product_type: 'Kitchen > Teapots' },
]

/** What every retriever must do, whatever engine it asks. `open` gives a shop of `casesShop`, empty. */
export function retrieverCases(name: string, open: () => Promise<OpenedRetriever>): void {
  describe(`the ${name} retriever`, () => {
    const started = async (products: readonly object[] = teas, reviews?: readonly object[]) => {
      const opened = await open()
      await opened.load(products, reviews)
      return async (
        q: string,
        request: Partial<SearchRequest> = {},
        context: { now?: number; cards?: number } = {},
      ): Promise<Found> => {
        const plan = planSearch(searchRequest.parse({ q, ...request }), record, {
          now: context.now ?? Date.now(),
          cards: context.cards ?? 0,
          explain: false,
        })
        if (!plan.ok) throw new Error(plan.error.message)
        const found = await opened.retriever.search(opened.shop, plan.value, Number.POSITIVE_INFINITY)
        if (!found.ok) throw new Error(found.error.kind)
        return found.value
      }
    }
    const ids = ({ hits }: Found) => hits.map(({ id }) => id)

    test('finds by a word of the title', async () => {
      const search = await started()
      expect(ids(await search('sencha'))).toEqual(['sencha'])
    })

    test('puts the product that has all words first', async () => {
      const search = await started()
      expect(ids(await search('roasted tea')).at(0)).toBe('hojicha')
    })

    test('finds nothing as an empty answer, not as a failure', async () => {
      const search = await started()
      expect(await search('bicycle')).toMatchObject({ hits: [], total: 0, answer: 'none', relax: [] })
    })

    test('answers for a shop without goods', async () => {
      const opened = await open()
      const plan = planSearch(searchRequest.parse({ q: 'tea' }), record, { now: 0, cards: 0, explain: false })
      if (!plan.ok) throw new Error(plan.error.message)
      const found = await opened.retriever.search(opened.shop, plan.value, Number.POSITIVE_INFINITY)
      expect(found).toMatchObject({ ok: true, value: { total: 0, answer: 'none' } })
    })

    test('says that a shop does not exist', async () => {
      const { retriever } = await open()
      const plan = planSearch(searchRequest.parse({ q: 'tea' }), record, { now: 0, cards: 0, explain: false })
      if (!plan.ok) throw new Error(plan.error.message)
      expect(await retriever.search('zzzzzzzzzzzz', plan.value, Number.POSITIVE_INFINITY)).toEqual({
        ok: false,
        error: { kind: 'shop_missing' },
      })
    })

    test('says that a shop is searched too often, and for how long to wait', async () => {
      const { retriever, shop } = await open()
      const plan = planSearch(searchRequest.parse({ q: 'tea' }), record, { now: 0, cards: 0, explain: false })
      if (!plan.ok) throw new Error(plan.error.message)
      const answers = []
      for (let turn = 0; turn < 6; turn++) answers.push(await retriever.search(shop, plan.value, 1))
      const refused = answers.find(({ ok }) => !ok)
      expect(refused).toMatchObject({ ok: false, error: { kind: 'shop_busy', retryAfterSeconds: 1 } })
    })

    test('filters by brand, category and its children, and price', async () => {
      const search = await started()
      expect(ids(await search('tea', { filters: { brand: 'Hill' } })).toSorted()).toEqual([
        'hojicha',
        'sencha',
      ])
      expect(ids(await search('', { filters: { category: 'Tea' } })).toSorted()).toEqual([
        'earl',
        'hojicha',
        'sencha',
      ])
      expect(ids(await search('', { filters: { price: '12..14.50' } })).toSorted()).toEqual([
        'hojicha',
        'sencha',
      ])
    })

    test('counts facets over everything that matches, not over the page', async () => {
      const search = await started()
      const { facets, total } = await search('', { limit: 1 })
      expect(total).toBe(4)
      expect(facets.brand).toContainEqual({ value: 'Hill', count: 2 })
      expect(facets.category).toContainEqual({ value: 'Tea', count: 3 })
      expect(facets.price).toEqual({ min: 9, max: 60 })
    })

    test('sorts by price over all pages', async () => {
      const search = await started()
      const pages = await Promise.all(
        [0, 1, 2, 3].map((offset) => search('', { sort: 'price_asc', limit: 1, offset })),
      )
      expect(pages.flatMap(ids)).toEqual(['earl', 'sencha', 'hojicha', 'pot'])
    })

    test('excludes what a product states, keeps what says nothing', async () => {
      const search = await started([
        { id: 'states', title: 'Leather tea case', attributes: { material: 'leather' } },
        { id: 'other', title: 'Cotton tea case', attributes: { material: 'cotton' } },
        { id: 'silent', title: 'Small tea case' },
      ])
      const found = await search('tea case not leather')
      expect(ids(found).toSorted()).toEqual(['other', 'silent'])
      expect(found.understood).toMatchObject([{ kind: 'exclude', hard: true }])
    })

    test('keeps a budget, with unknown prices behind', async () => {
      const search = await started([...teas, { id: 'ask', title: 'Rare aged tea', price: 0 }])
      const found = ids(await search('tea under $12'))
      expect(found.toSorted()).toEqual(['ask', 'earl', 'sencha'])
      expect(ids(await search('tea under $12')).at(-1)).toBe('ask')
    })

    test('never shows what is hidden, for members or for adults', async () => {
      const search = await started([
        { id: 'open', title: 'House tea' },
        { id: 'hidden', title: 'House tea sample', visibility: 'hidden' },
        { id: 'members', title: 'House tea reserve', visibility: 'members' },
        { id: 'adult', title: 'House tea liqueur', adult: 'yes' },
      ])
      expect(ids(await search('house tea'))).toEqual(['open'])
      expect((await search('')).total).toBe(1)
      expect(ids(await search('house tea', { adult: '1' })).toSorted()).toEqual(['adult', 'open'])
    })

    test('judges prices at the time it is told', async () => {
      const search = await started([
        {
          id: 'sale',
          title: 'Spring tea',
          price: 20,
          sale_price: 10,
          sale_price_effective_date: '2098-03-01T00:00:00Z/2098-04-01T00:00:00Z',
        },
      ])
      const at = async (date: string) => (await search('spring tea', {}, { now: Date.parse(date) })).hits[0]
      expect(await at('2098-02-28T23:59:59Z')).not.toHaveProperty('sale_price')
      expect(await at('2098-03-01T00:00:00Z')).toMatchObject({ price: 20, sale_price: 10 })
      expect(await at('2098-04-01T00:00:00Z')).not.toHaveProperty('sale_price')
    })

    test('finds by what reviewers say', async () => {
      const search = await started(teas, [
        { id: 'r', product_id: 'earl', rating: 5, text: 'Smells of bergamot all morning' },
      ])
      expect(ids(await search('bergamot'))).toEqual(['earl'])
    })

    test('says which filter to drop when nothing is left', async () => {
      const search = await started()
      const { total, relax } = await search('tea', { filters: { brand: 'Dock', price: '..5' } })
      expect(total).toBe(0)
      expect(relax).toEqual([{ id: 'filter:price', total: 1 }])
    })

    test('gives cards of the first candidates on the first page only, and the hits the page does not hold', async () => {
      const search = await started(
        Array.from({ length: 12 }, (_, row) => ({ id: `t-${row}`, title: `Tea ${row}`, price: 1 + row })),
      )
      const first = await search('tea', { limit: 4 }, { cards: 6 })
      expect(first.cards).toHaveLength(6)
      expect(first.cards.map(({ id }) => id)).toEqual([...ids(first), ...first.beyond.map(({ id }) => id)])
      const later = await search('tea', { limit: 4, offset: 4 }, { cards: 6 })
      expect([later.cards, later.beyond]).toEqual([[], []])
    })

    test('takes no word for an operator', async () => {
      const search = await started()
      for (const q of ['"sencha', 'sencha*', 'NOT sencha', 'sencha OR', 'title:sencha', 'NEAR(sencha)']) {
        expect(ids(await search(q))).toContain('sencha')
      }
    })
  })
}
