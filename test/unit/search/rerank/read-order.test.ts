import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOrder, readNumbers, readOrder } from '../../../../worker/search/rerank/read-order.ts'

const hardest = (length: number) =>
  ['[ ', '[1,', '[1 ', ' ', '[', '"r":', '1,', '[[1,'].map(
    (piece) => `[${piece.repeat(length / piece.length)}`,
  )

/** Milliseconds for all of them. */
const spent = (length: number) => {
  const started = performance.now()
  for (const text of hardest(length)) readOrder(text, 24)
  return performance.now() - started
}

describe('readOrder', () => {
  it.each([
    ['the JSON asked for', '{"r":[3,1,2]}', [2, 0, 1]],
    ['a bare array', '[3,1,2]', [2, 0, 1]],
    ['numbers as strings', '{"r":["3","1"]}', [2, 0]],
    ['white space and a code fence', '```json\n{ "r": [ 3 , 1 ] }\n```', [2, 0]],
    ['an array inside prose', 'I would choose [4, 2], then the rest.', [3, 1]],
    ['the answer behind another list', 'Of [1, 2, 3, 4], {"r":[4,2]} fit.', [3, 1]],
    ['an answer that was cut off, without its last number', '{"r":[4,2,1', [3, 1]],
    ['an answer that was cut off behind a comma', '{"r":[4,2,1,', [3, 1, 0]],
    ['the numbers among other entries', '{"r":[4,"sku-2",null,2,1.5,{}]}', [3, 1]],
  ])('reads %s', (_, text, order) => {
    expect(readOrder(text, 4)).toEqual(order)
  })

  it('drops numbers of no card and keeps the first of repeated ones', () => {
    expect(readOrder('{"r":[9,0,-1,2,2,1,2]}', 4)).toEqual([1, 0])
  })

  it.each(['', 'null', '{}', '{"r":{}}', "I can't help with that.", '{"r":"4,2"}', '[[', 'p4 > p2'])(
    'reads nothing from %j',
    (text) => {
      expect(readOrder(text, 4)).toEqual([])
      expect(readNumbers(text)).toBeUndefined()
    },
  )

  it.each(['{"r":[]}', '```{"r": [ ]}```', '[]'])('tells an empty choice from no answer (%s)', (text) => {
    expect(readNumbers(text)).toEqual([])
  })

  it('reads long runs of brackets, spaces and digits in time that grows with their length', () => {
    spent(8_000)
    const best = (length: number) => Math.min(...Array.from({ length: 5 }, () => spent(length)))
    expect(best(64_000)).toBeLessThan(Math.max(best(8_000), 0.5) * 32)
  })

  it('gives distinct places inside the list for every text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.stringMatching(/^[[\]{}", 0-9r:-]*$/),
      fc.array(fc.integer()).map((r) => JSON.stringify({ r })),
    )
    fc.assert(
      fc.property(texts, fc.nat(48), (text, n) => {
        const order = readOrder(text, n)
        expect(new Set(order).size).toBe(order.length)
        expect(order.every((place) => Number.isInteger(place) && place >= 0 && place < n)).toBe(true)
      }),
    )
  })
})

describe('applyOrder', () => {
  it('puts the chosen first and leaves the rest as it stood', () => {
    expect(applyOrder(['a', 'b', 'c', 'd'], [2, 0])).toEqual(['c', 'a', 'b', 'd'])
  })

  it('changes nothing without an order', () => {
    expect(applyOrder(['a', 'b'], [])).toEqual(['a', 'b'])
  })

  it('is a permutation for every order, repeated and impossible places included', () => {
    const places = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.double())
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(places), (items, order) => {
        expect(applyOrder(items, order).toSorted()).toEqual(items.toSorted())
      }),
    )
  })

  it('makes a permutation of whatever a model writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uniqueArray(fc.string()), (text, items) => {
        expect(new Set(applyOrder(items, readOrder(text, items.length)))).toEqual(new Set(items))
      }),
    )
  })
})
