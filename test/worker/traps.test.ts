import { describe, expect, test } from 'vitest'
import english from '../fixtures/traps/en.json' with { type: 'json' }
import japanese from '../fixtures/traps/ja.json' with { type: 'json' }
import korean from '../fixtures/traps/ko.json' with { type: 'json' }
import { createShop, type Row } from '../support/worker-shop.ts'

/** Wishes that are easy to misread, played through the whole worker: what must stay stays, what must go is gone. */

interface Trap {
  readonly query: string
  readonly about: string
  readonly keep: readonly TrapProduct[]
  readonly drop?: readonly TrapProduct[]
}

type TrapProduct = Row & { readonly id: string; readonly reviews?: readonly string[] }

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
      await shop.importRows(
        'products',
        products.map(({ reviews: _reviews, ...row }) => row),
      )
      const reviews = products.flatMap(({ id, reviews: texts = [] }) =>
        texts.map((text, place) => ({ id: `${id}-${place}`, product_id: id, rating: 5, text })),
      )
      if (reviews.length > 0) await shop.importRows('reviews', reviews)

      const { hits, understood } = await shop.search(query, { limit: 100 })
      const found = new Set(hits.map(({ id }) => id))
      expect(drop.map(({ id }) => id).filter((id) => found.has(id))).toEqual([])

      // A product that the words alone do not find either was not excluded by a wish.
      const without = understood.map(({ id }) => id).join(',')
      const byWords = new Set(await shop.find(query, { limit: 100, without }))
      const excluded = keep.map(({ id }) => id).filter((id) => !found.has(id) && byWords.has(id))
      expect(excluded).toEqual([])
    },
  )
})
