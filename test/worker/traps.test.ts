import { describe, expect, test } from 'vitest'
import { searchRequest } from '../../worker/contract/search.ts'
import { planSearch } from '../../worker/search/plan-search.ts'
import english from '../fixtures/traps/en.json' with { type: 'json' }
import japanese from '../fixtures/traps/ja.json' with { type: 'json' }
import korean from '../fixtures/traps/ko.json' with { type: 'json' }
import { createShop, type Row, type TestShop } from './support/worker-shop.ts'

/** Wishes that are easy to misread, played through the whole worker: what must stay stays, what must go is gone. */

interface Trap {
  readonly query: string
  readonly about: string
  readonly keep: readonly TrapProduct[]
  readonly drop?: readonly TrapProduct[]
}

type TrapProduct = Row & { readonly id: string; readonly reviews?: readonly string[] }

/** Other goods of the shop, so that a word of five products is not a word of them all. */
const others: Row[] = Array.from({ length: 30 }, (_, row) => ({
  id: `other-${row}`,
  title: `Trellis bracket ${row}`,
}))

/** Ids found by the same words at the same weights, with every wish forgotten. */
const findByWords = (shop: TestShop, query: string): Promise<Set<string>> =>
  shop.inside((object) => {
    const record = object.read()
    if (!record) throw new Error('no shop')
    const request = searchRequest.parse({ q: query, limit: 100 })
    const plan = planSearch(request, record, { now: Date.now(), cards: 0, explain: false })
    if (!plan.ok) throw new Error(plan.error.message)
    const understanding = { ...plan.value.understanding, wishes: [] }
    const found = object.search({ ...plan.value, understanding }, Number.POSITIVE_INFINITY)
    if (!found.ok) throw new Error(found.error.kind)
    return new Set(found.value.hits.map(({ id }) => id))
  })

const languages: readonly [string, 'ko' | 'en' | 'ja', string, readonly Trap[]][] = [
  ['Korean', 'ko', 'KRW', korean],
  ['English', 'en', 'USD', english],
  ['Japanese', 'ja', 'JPY', japanese],
]

describe.each(languages)('in %s', (_, locale, currency, traps) => {
  test.concurrent.each(traps.map((trap) => [trap.query, trap.about, trap] as const))(
    '%s: %s',
    async (query, about, { keep, drop = [] }) => {
      const shop = await createShop({ name: about, locale, currency })
      const products = [...keep, ...drop]
      await shop.importRows('products', [...others, ...products.map(({ reviews: _reviews, ...row }) => row)])
      const reviews = products.flatMap(({ id, reviews: texts = [] }) =>
        texts.map((text, place) => ({ id: `${id}-${place}`, product_id: id, rating: 5, text })),
      )
      if (reviews.length > 0) await shop.importRows('reviews', reviews)

      const found = new Set(await shop.find(query, { limit: 100 }))
      expect(drop.map(({ id }) => id).filter((id) => found.has(id))).toEqual([])

      // A product that the words alone do not find either was not excluded by a wish.
      const byWords = await findByWords(shop, query)
      const excluded = keep.map(({ id }) => id).filter((id) => !found.has(id) && byWords.has(id))
      expect(excluded).toEqual([])
    },
  )
})
