import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rule, RuleAction } from '../../../../worker/contract/tuning.ts'
import {
  applyRules,
  wantedPins,
  type RuleRequest,
} from '../../../../worker/search/merchandise/apply-rules.ts'
import { QueryShape } from '../../../../worker/search/merchandise/query-shape.ts'
import { readyRule, type Occasion } from '../../../../worker/search/merchandise/rule-holds.ts'
import type { Ranked } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate } from '../rank/candidates.ts'

const occasion: Occasion = { now: 0, market: 'main', categories: [], query: new QueryShape(['lamp']) }

const ranked = (id: string, value: number, soldOut = false): Ranked => ({
  candidate: buildCandidate({ id, availability: soldOut ? 'out_of_stock' : 'in_stock' }),
  score: { total: value, coverage: 1, named: 0 },
  value,
  known: 0,
  near: 0,
  met: [],
  unknown: [],
})

const ruleOf = (then: readonly RuleAction[], index: number): Rule => ({
  id: `r${index}`,
  name: 'a rule',
  enabled: true,
  when: {},
  then: [...then],
})

const run = (
  list: readonly Ranked[],
  rules: readonly (readonly RuleAction[])[],
  rest: Partial<RuleRequest> = {},
) =>
  applyRules({
    rules: rules.map((then, index) => readyRule(ruleOf(then, index), 0)),
    occasion,
    ranked: list,
    guests: [],
    meaning: { now: 0, currency: 'USD', marginOf: () => null },
    isSorted: false,
    isFirstPage: true,
    tier: () => 0,
    byPlace: false,
    traces: true,
    ...rest,
  })

const idsOf = (list: readonly Ranked[]) => list.map(({ candidate }) => candidate.id)

const ids = Array.from({ length: 12 }, (_, index) => `p${index}`)
const anyId = fc.constantFrom(...ids, 'nowhere')
const where = fc.record({ products: fc.array(anyId, { minLength: 1, maxLength: 4 }) })
const action: fc.Arbitrary<RuleAction> = fc.oneof(
  fc.record({
    do: fc.constant('pin' as const),
    product: anyId,
    position: fc.integer({ min: 1, max: 15 }),
    even_sold_out: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom('boost' as const, 'bury' as const),
    by: fc.integer({ min: 1, max: 10 }),
    where,
  }),
  fc.record({ do: fc.constant('hide' as const), where }),
)
const someRules = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 5 })

/** A list as ranking leaves it, and products no word found. */
const world = fc
  .record({
    order: fc.shuffledSubarray(ids),
    soldOut: fc.subarray(ids),
    guests: fc.subarray(ids),
  })
  .map(({ order, soldOut, guests }) => ({
    list: order.map((id, place) => ranked(id, 100 - place, soldOut.includes(id))),
    guests: guests.filter((id) => !order.includes(id)).map((id) => ranked(id, 0, soldOut.includes(id))),
  }))

describe('rules over a ranked list', () => {
  test('lose nothing, repeat nothing, and show nothing that is hidden', () => {
    fc.assert(
      fc.property(world, someRules, fc.boolean(), ({ list, guests }, rules, isSorted) => {
        const wanted = wantedPins(
          rules.map((then, index) => readyRule(ruleOf(then, index), 0)),
          occasion,
        )
        const invited = isSorted ? [] : guests.filter(({ candidate }) => wanted.includes(candidate.id))
        const after = run(list, rules, { guests: invited, isSorted })
        const shown = idsOf(after.ranked)
        expect(new Set(shown).size).toBe(shown.length)
        const hidden = new Set(
          rules.flat().flatMap((one) => (one.do === 'hide' ? (one.where.products ?? []) : [])),
        )
        expect(shown.filter((id) => hidden.has(id))).toEqual([])
        expect(idsOf(list).filter((id) => !hidden.has(id) && !shown.includes(id))).toEqual([])
        expect(shown.length).toBe(list.length - after.hidden + after.added)
      }),
    )
  })

  test('hold every pin exactly in its place, whatever else is asked for', () => {
    fc.assert(
      fc.property(world, someRules, ({ list, guests }, rules) => {
        const after = run(list, rules, { guests })
        const shown = idsOf(after.ranked)
        const known = new Map([...guests, ...list].map((entry) => [entry.candidate.id, entry]))
        const hidden = new Set(
          rules.flat().flatMap((one) => (one.do === 'hide' ? (one.where.products ?? []) : [])),
        )
        const products = new Set<string>()
        const places = new Set<number>()
        const firsts = new Map<string, number>()
        for (const pin of rules.flat()) {
          if (pin.do !== 'pin') continue
          const entry = known.get(pin.product)
          if (!entry || hidden.has(pin.product) || products.has(pin.product) || places.has(pin.position))
            continue
          if (entry.candidate.availability === 'out_of_stock' && pin.even_sold_out !== true) continue
          products.add(pin.product)
          places.add(pin.position)
          firsts.set(pin.product, pin.position)
        }
        expect(new Set(after.pinned.map(({ id }) => id))).toEqual(products)
        // A list that is too short has its last places taken; where it is long enough, a place is the place.
        const farthest = Math.max(0, ...places)
        const standing = rules
          .flat()
          .filter((pin) => pin.do === 'pin')
          .filter(({ product, position }) => firsts.get(product) === position)
        fc.pre(farthest <= shown.length)
        expect(standing.filter(({ product, position }) => shown[position - 1] !== product)).toEqual([])
      }),
    )
  })

  test('leave the order of what no rule speaks of', () => {
    fc.assert(
      fc.property(world, someRules, ({ list, guests }, rules) => {
        const spoken = new Set(
          rules
            .flat()
            .flatMap((one) =>
              one.do === 'pin' ? [one.product] : 'where' in one ? (one.where.products ?? []) : [],
            ),
        )
        const rest = (entries: readonly Ranked[]) => idsOf(entries).filter((id) => !spoken.has(id))
        expect(rest(run(list, rules, { guests }).ranked)).toEqual(rest(list))
      }),
    )
  })

  test('never lift a boosted product over a pin, nor out of its part of the list', () => {
    const list = [ranked('a', 9), ranked('b', 8), ranked('c', 7), ranked('sold', 6, true)]
    const tier = ({ candidate }: Ranked) => (candidate.availability === 'out_of_stock' ? 2 : 0)
    const after = run(
      list,
      [
        [{ do: 'boost', by: 10, where: { products: ['c', 'sold'] } }],
        [{ do: 'pin', product: 'b', position: 1 }],
      ],
      { tier },
    )
    expect(idsOf(after.ranked)).toEqual(['b', 'c', 'a', 'sold'])
  })

  test('move by places where nothing was scored', () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => ranked(id, 0))
    const boosted = run(list, [[{ do: 'boost', by: 2, where: { products: ['d'] } }]], { byPlace: true })
    expect(idsOf(boosted.ranked)).toEqual(['d', 'a', 'b', 'c'])
    const buried = run(list, [[{ do: 'bury', by: 2, where: { products: ['a'] } }]], { byPlace: true })
    expect(idsOf(buried.ranked)).toEqual(['b', 'c', 'd', 'a'])
  })

  test('say what each did, from where to where', () => {
    const list = [ranked('a', 3), ranked('b', 2), ranked('c', 1)]
    const { trace } = run(
      list,
      [
        [
          { do: 'pin', product: 'guest', position: 1 },
          { do: 'hide', where: { products: ['b'] } },
          { do: 'bury', by: 4, where: { products: ['a'] } },
          { do: 'boost', by: 2, where: { products: ['nowhere'] } },
        ],
      ],
      { guests: [ranked('guest', 0)] },
    )
    expect(trace).toEqual([
      {
        id: 'r0',
        name: 'a rule',
        matched: true,
        did: [
          { do: 'pin', count: 1, products: [{ id: 'guest', from: null, to: 1 }] },
          { do: 'hide', count: 1, products: [{ id: 'b', from: 2, to: null }] },
          { do: 'bury', factor: 0.25, count: 1, products: [{ id: 'a', from: 1, to: 3 }] },
          { do: 'boost', factor: 2, because: 'no_product' },
        ],
      },
    ])
  })
})
