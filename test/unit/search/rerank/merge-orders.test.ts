import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mergeOrders } from '../../../../worker/search/rerank/merge-orders.ts'

const CARDS_MOST = 48

/** A number of cards and some orders of the best of them. */
const judged = fc.integer({ min: 1, max: CARDS_MOST }).chain((cards) =>
  fc.record({
    cards: fc.constant(cards),
    orders: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: cards - 1 }), { maxLength: 12 }), {
      maxLength: 5,
    }),
  }),
)

describe('mergeOrders', () => {
  test.each<[string, number[][], number, number[]]>([
    ['nothing comes of nothing', [], 5, []],
    ['empty orders say nothing', [[], [3, 1]], 5, [3, 1]],
    [
      'what most put early comes early',
      [
        [0, 1, 2],
        [1, 0, 2],
        [1, 2, 0],
      ],
      3,
      [1, 0, 2],
    ],
    [
      'equals stand as they were found',
      [
        [4, 2],
        [2, 4],
      ],
      5,
      [2, 4],
    ],
    // Two times the last of three beats one time the first.
    ['what one alone chose comes after what most chose', [[9, 1, 2], [5, 1, 2], [2]], 10, [2, 1, 5, 9]],
    ['what names no card is passed over', [[7, -1, 1.5, 0]], 3, [0]],
  ])('%s', (_, orders, cards, merged) => {
    expect(mergeOrders(orders, cards)).toEqual(merged)
  })

  it('names each card that some order chose once, and no other', () => {
    fc.assert(
      fc.property(judged, ({ orders, cards }) => {
        const merged = mergeOrders(orders, cards)
        expect(merged.toSorted((left, right) => left - right)).toEqual(
          [...new Set(orders.flat())].toSorted((left, right) => left - right),
        )
      }),
    )
  })

  it('does not hang on the sequence of the orders', () => {
    fc.assert(
      fc.property(
        judged.chain(({ orders, cards }) =>
          fc.record({
            cards: fc.constant(cards),
            orders: fc.constant(orders),
            shuffled: fc.shuffledSubarray(orders, { minLength: orders.length }),
          }),
        ),
        ({ orders, shuffled, cards }) => {
          expect(mergeOrders(shuffled, cards)).toEqual(mergeOrders(orders, cards))
        },
      ),
    )
  })

  it('of equal orders is that order', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 5 }), ({ orders, cards }, times) => {
        const [order = []] = orders
        expect(
          mergeOrders(
            Array.from({ length: times }, () => order),
            cards,
          ),
        ).toEqual(order)
      }),
    )
  })

  it('puts first what all orders put first', () => {
    fc.assert(
      fc.property(judged, fc.nat(), ({ orders, cards }, one) => {
        const first = one % cards
        const agreed = [[], ...orders].map((order) => [first, ...order.filter((place) => place !== first)])
        expect(mergeOrders(agreed, cards)[0]).toBe(first)
      }),
    )
  })
})
