import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/generate-catalogue.ts'
import { diversify } from '../../../worker/recommend/diversify.ts'
import { explore } from '../../../worker/recommend/explore.ts'

const products = fc.array(
  fc.record({
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    category: fc.constantFrom('', 'shoes', 'bags'),
    brand: fc.constantFrom('', 'x', 'y'),
  }),
  { maxLength: 30 },
)

describe('diversity', () => {
  it('shows entries of the list, each once, as many as it may, the best first', () => {
    fc.assert(
      fc.property(
        products,
        fc.nat(12),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (list, most, lambda) => {
          const ranked = list.toSorted((left, right) => right.score - left.score)
          const varied = diversify(ranked, most, lambda)
          expect(new Set(varied).size).toBe(Math.min(most, ranked.length))
          expect(varied[0]?.score).toBe(most === 0 ? undefined : ranked[0]?.score)
          expect(varied.every((one) => ranked.includes(one))).toBe(true)
        },
      ),
    )
  })

  it('leaves the order as it is where only scores count', () => {
    fc.assert(
      fc.property(products, (list) => {
        const ranked = list.toSorted((left, right) => right.score - left.score)
        expect(diversify(ranked, ranked.length, 1)).toEqual(ranked)
      }),
    )
  })

  it('brings another kind forward', () => {
    const shoe = (score: number) => ({ score, category: 'shoes', brand: 'x' })
    const bag = { score: 0.8, category: 'bags', brand: 'y' }
    const varied = diversify([shoe(1), shoe(0.9), shoe(0.85), bag], 2, 0.8)
    expect(varied).toEqual([shoe(1), bag])
  })
})

describe('exploration', () => {
  const list = Array.from({ length: 10 }, (_, index) => `best-${index}`)
  const others = Array.from({ length: 20 }, (_, index) => `other-${index}`)

  it('is off at a rate of nothing', () => {
    const shown = explore(list, others, 0, () => 0)
    expect(shown.map(({ entry }) => entry)).toEqual(list)
    expect(shown.every(({ propensity, explored }) => propensity === 1 && !explored)).toBe(true)
  })

  it('tries others as often as it says, never one twice', () => {
    const random = seededRandom(7)
    let explored = 0
    for (let call = 0; call < 4_000; call++) {
      const shown = explore(list, others, 0.05, random)
      expect(new Set(shown.map(({ entry }) => entry)).size).toBe(list.length)
      explored += shown.filter((one) => one.explored).length
    }
    expect(explored / 40_000).toBeGreaterThan(0.045)
    expect(explored / 40_000).toBeLessThan(0.055)
  })

  it('logs propensities that weigh to one: what was shown stands for what could have been', () => {
    const random = seededRandom(9)
    let sum = 0
    const CALLS = 20_000
    for (let call = 0; call < CALLS; call++) {
      const [first] = explore(['best'], others, 0.3, random)
      if (first?.entry === 'other-3') sum += 1 / first.propensity
    }
    expect(sum / CALLS).toBeCloseTo(1, 0)
  })
})
