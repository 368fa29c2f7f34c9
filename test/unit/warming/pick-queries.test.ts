import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../worker/search/text/name-key.ts'
import { pickQueries, type Pickable } from '../../../worker/warming/pick-queries.ts'

const plenty = { queries: 200, orders: 50 }

const pickable = (fields: Partial<Pickable>): Pickable => ({
  markets: ['main'],
  own: [],
  popular: [],
  isBlocked: () => false,
  ...fields,
})

const queriesOf = (fields: Partial<Pickable>, most = plenty) =>
  pickQueries(pickable(fields), most).map(({ market, query }) => `${market}: ${query}`)

describe('pickQueries', () => {
  it('takes the merchant’s and the shoppers’ in turn, those of every market', () => {
    const popular = ['lamp', 'desk', 'sofa'].map((query) => ({ market: 'kr', query }))
    expect(queriesOf({ markets: ['kr', 'jp'], own: ['gift'], popular })).toEqual([
      'kr: gift',
      'kr: lamp',
      'jp: gift',
      'kr: desk',
      'kr: sofa',
    ])
  })

  it('takes what is the same but for case, spaces and signs once, the first time', () => {
    const popular = ['Wedding guest', '결혼식 하객'].map((query) => ({ market: 'main', query }))
    expect(queriesOf({ own: ['결혼식하객!', 'wedding-guest'], popular })).toEqual([
      'main: 결혼식하객!',
      'main: Wedding guest',
    ])
  })

  it('leaves out what is blocked, what has no words and markets that are gone', () => {
    expect(
      queriesOf({
        own: ['!!', 'bad lamp'],
        popular: [
          { market: 'gone', query: 'desk' },
          { market: 'main', query: 'lamp' },
        ],
        isBlocked: (text) => text.includes('bad'),
      }),
    ).toEqual(['main: lamp'])
  })

  const lists = fc.record({
    markets: fc.uniqueArray(fc.constantFrom('kr', 'us', 'jp'), { minLength: 1 }),
    own: fc.array(fc.string({ maxLength: 6 }), { maxLength: 12 }),
    popular: fc.array(
      fc.record({
        market: fc.constantFrom('kr', 'us', 'jp', 'gone'),
        query: fc.constantFrom('a', 'b', 'c d', 'C-D', 'e', '등', 'ランプ'),
      }),
      { maxLength: 30 },
    ),
  })

  it('never takes more than asked for, nothing twice, nothing that was not given; the first get orders', () => {
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (given, queries, orders) => {
          const picked = pickQueries(pickable(given), { queries, orders })
          expect(picked.length).toBeLessThanOrEqual(queries)
          const keys = picked.map(({ market, query }) => `${market} ${nameKey(query)}`)
          expect(new Set(keys).size).toBe(keys.length)
          for (const { market, query } of picked) {
            expect(given.markets).toContain(market)
            expect([...given.own, ...given.popular.map((one) => one.query)]).toContain(query)
          }
          expect(picked.map(({ wantsOrder }) => wantsOrder)).toEqual(picked.map((_, place) => place < orders))
        },
      ),
    )
  })

  it('lets neither list crowd the other out', () => {
    const own = Array.from({ length: 20 }, (_, row) => `own ${row}`)
    const popular = Array.from({ length: 300 }, (_, row) => ({ market: 'main', query: `found ${row}` }))
    const picked = pickQueries(pickable({ own, popular }), { queries: 30, orders: 10 })
    expect(picked.filter(({ query }) => query.startsWith('own'))).toHaveLength(15)
    const heads = picked.filter(({ wantsOrder }) => wantsOrder)
    expect(heads.filter(({ query }) => query.startsWith('own'))).toHaveLength(5)
  })
})
