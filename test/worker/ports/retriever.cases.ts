import { noModels } from '../../../worker/ports/shop-models.ts'
import { describe, expect, test } from 'vitest'
import { searchRequest, type SearchRequest } from '../../../worker/contract/search.ts'
import type { Locale } from '../../../worker/contract/vocabulary.ts'
import type { Found, Retriever } from '../../../worker/ports/retriever.ts'
import type { ShopRecord } from '../../../worker/ports/shop-store.ts'
import { planSearch } from '../../../worker/search/plan-search.ts'
import { defaultSettings } from '../../../worker/shops/register-shop.ts'

/**
 * What differs between engines, and why. Everything below holds for both.
 *
 * | | embedded | over Meilisearch | because |
 * |---|---|---|---|
 * | products ranked | the best 1,000 by BM25 | the best 300, and what the server adds (20 listed, 200 in shops of over 100,000) | ranking and listing is what costs |
 * | `total`, facets of several words | over up to 1,000 | over those ranked | the same |
 * | `total` of one common word | counted | counted; from 100,000 products on the server's estimate | counting takes reading |
 * | filters tapped | counted in the open list while that is whole | the same; else asked for beside the open list | one request |
 * | pages past 200, other orders, browsing | embedded | embedded | the shop's own index lists more |
 * | words nearly alike | by the shop's own repair | also by the server, for words that no product has | beside words the shop has they are other things |
 * | a change just made | at once | at once; by words of over 100,000 products with the next sync | the shop's own index finds the rest |
 * | synonyms, words read anew | all | where they are of up to 100,000 products | the server is asked what was typed |
 * | concepts, kinds, feedback, rules | here | here | they are the shop's own |
 * | values a filter compares | as written | case and accents aside, checked by the shop | the server folds them |
 *
 * The real server these cases ran against was built without Korean and Japanese dictionaries. Character pairs are
 * encoded so that dictionaries cannot touch them; only the spelling arm would be cut differently with them.
 */

/** One shop's retriever, opened for one case. */
export interface OpenedRetriever {
  readonly retriever: Retriever
  readonly shop: string
  /** Makes products, in import form, and reviews findable. */
  load(products: readonly object[], reviews?: readonly object[]): Promise<void>
  /** Takes one product out. */
  remove(id: string): Promise<void>
}

/** The market of a case's shop. */
export interface CasesShop {
  readonly name: string
  readonly locale: Locale
  readonly currency: string
  readonly origins: []
}

const english: CasesShop = { name: 'Cases', locale: 'en', currency: 'USD', origins: [] }
const korean: CasesShop = { name: 'Cases', locale: 'ko', currency: 'KRW', origins: [] }
const japanese: CasesShop = { name: 'Cases', locale: 'ja', currency: 'JPY', origins: [] }

const recordOf = (shop: CasesShop): ShopRecord => ({
  id: 'aaaaaaaaaaaa',
  publicKey: '',
  secretHash: '',
  settings: defaultSettings(shop),
  models: noModels,
  experimentSalt: '',
  createdAt: 0,
})
const record = recordOf(english)

const teas = [
  { id: 'sencha', title: 'Sencha green tea', price: 12, brand: 'Hill', product_type: 'Tea > Green' },
  { id: 'hojicha', title: 'Hojicha roasted tea', price: 14.5, brand: 'Hill', product_type: 'Tea > Roasted' },
  { id: 'earl', title: 'Earl Grey black tea', price: 9, brand: 'Dock', product_type: 'Tea > Black' },
  { id: 'pot', title: 'Cast iron teapot', price: 60, brand: 'Forge', product_type: 'Kitchen > Teapots' },
]

/** What every retriever must do, whatever engine it asks. `openShop` gives a shop of its own, empty. */
export function retrieverCases(name: string, openShop: (shop: CasesShop) => Promise<OpenedRetriever>): void {
  describe(`the ${name} retriever`, () => {
    const open = () => openShop(english)
    const searchIn = (opened: OpenedRetriever, shop: CasesShop) => {
      return async (
        q: string,
        request: Partial<SearchRequest> = {},
        context: { now?: number; cards?: number } = {},
      ): Promise<Found> => {
        const plan = planSearch(searchRequest.parse({ q, ...request }), recordOf(shop), {
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
    const started = async (
      products: readonly object[] = teas,
      reviews?: readonly object[],
      shop: CasesShop = english,
    ) => {
      const opened = await openShop(shop)
      await opened.load(products, reviews)
      return searchIn(opened, shop)
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

    test('finds inflected forms, and every word of a hyphenated one', async () => {
      const search = await started([
        { id: 'dress', title: 'Linen dresses for summer' },
        { id: 'toner', title: 'Toner TN-2110 for printers' },
      ])
      expect(ids(await search('summer dress'))).toEqual(['dress'])
      for (const q of ['tn-2110', 'tn2110', '2110']) expect(ids(await search(q))).toEqual(['toner'])
    })

    test('finds a product though a letter of its name is wrong', async () => {
      const search = await started()
      expect(ids(await search('hojichaa'))).toEqual(['hojicha'])
      expect(ids(await search('saencha'))).toEqual(['sencha'])
    })

    test('finds by any word of a long wish, the last one too', async () => {
      const search = await started()
      const wish =
        'something calm and warm and quiet to slowly sip beside a window on long rainy december evenings, hojicha'
      expect(ids(await search(wish)).at(0)).toBe('hojicha')
    })

    test('finds in Korean: inside compounds, under particles, two syllables long', async () => {
      const search = await started(
        [
          { id: 'dress', title: '린넨 롱원피스', price: 39_000 },
          { id: 'lamp', title: '거실조명 스탠드', price: 59_000 },
          { id: 'mug', title: '선물용 머그컵', price: 12_000 },
        ],
        [],
        korean,
      )
      expect(ids(await search('원피스를'))).toEqual(['dress'])
      expect(ids(await search('조명'))).toEqual(['lamp'])
      expect(ids(await search('선물'))).toEqual(['mug'])
      expect(ids(await search('머그컵 2만원 이하'))).toEqual(['mug'])
    })

    test('takes a Korean word for no other that is spelt nearly alike', async () => {
      const search = await started(
        [
          { id: 'gift', title: '선물 상자', price: 9_000 },
          { id: 'building', title: '건물 모형', price: 9_000 },
        ],
        [],
        korean,
      )
      expect(ids(await search('선물'))).toEqual(['gift'])
    })

    test('finds in Japanese without spaces, in every script', async () => {
      const search = await started(
        [
          { id: 'umbrella', title: '軽量折りたたみ傘', price: 2_980 },
          { id: 'mug', title: 'マグカップ 大きめ', price: 1_500 },
        ],
        [],
        japanese,
      )
      expect(ids(await search('折りたたみ傘'))).toEqual(['umbrella'])
      expect(ids(await search('マグカップ'))).toEqual(['mug'])
    })

    test('filters by values with every kind of quote, by facts, and by availability', async () => {
      const awkward = 'Dock "A" \\ O\u2019Neil\'s'
      const search = await started([
        { id: 'odd', title: 'Black tea', brand: awkward, product_type: `Tea > ${awkward}` },
        { id: 'tin', title: 'Black tea tin', attributes: { size: '3" tin', roast: 'dark' } },
        { id: 'gone', title: 'Black tea bags', availability: 'out_of_stock' },
      ])
      const by = async (filters: SearchRequest['filters']) => ids(await search('black tea', { filters }))
      expect(await by({ brand: awkward })).toEqual(['odd'])
      expect(await by({ category: `Tea > ${awkward}` })).toEqual(['odd'])
      expect(await by({ 'attr.size': '3" tin' })).toEqual(['tin'])
      expect(await by({ 'attr.roast': ['dark', 'light'] })).toEqual(['tin'])
      expect(await by({ availability: 'out_of_stock' })).toEqual(['gone'])
      expect(await by({ brand: '" OR market EXISTS' })).toEqual([])
    })

    test('shows a product as it is after a change, and no more after it went', async () => {
      const opened = await open()
      await opened.load(teas)
      const search = searchIn(opened, english)
      await opened.load([
        { id: 'sencha', title: 'Gyokuro green tea', price: 30 },
        { id: 'earl', title: 'Earl Grey black tea', price: 9, visibility: 'hidden' },
      ])
      expect((await search('gyokuro')).hits).toMatchObject([{ id: 'sencha', price: 30 }])
      expect(ids(await search('sencha'))).toEqual([])
      expect(ids(await search('earl grey'))).toEqual([])
      await opened.remove('hojicha')
      expect(ids(await search('hojicha'))).toEqual([])
    })

    test('takes ids of every kind', async () => {
      const odd = ['a/b', '상품 1', '"quoted"', '가'.repeat(150), '💡']
      const search = await started(odd.map((id, row) => ({ id, title: `Lamp number ${row}` })))
      expect(ids(await search('lamp')).toSorted()).toEqual(odd.toSorted())
    })
  })
}
