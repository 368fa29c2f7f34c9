import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf } from '../../../worker/recommend/context-items.ts'
import { neighbourVotes } from '../../../worker/recommend/neighbours.ts'
import { boughtScores, nextScores, togetherScores } from '../../../worker/recommend/pair-scores.ts'
import { presets, sizes } from '../../../worker/recommend/presets.ts'
import { scoreCandidates } from '../../../worker/recommend/score-candidates.ts'
import { ShopMemory } from './shop-memory.ts'

const DAY = 24 * 3600 * 1000
const NOW = 40_000 * DAY

const at = (...items: number[]) => items.map((item) => ({ item, at: NOW }))

const shopOf = (...sessions: readonly (readonly number[])[]): ShopMemory => {
  const shop = new ShopMemory()
  sessions.forEach((items, session) =>
    items.forEach((item, index) => shop.learn(session + 1, item, NOW - 1_000 * (50 - session) + index)),
  )
  return shop
}

const [focused] = presets
const sets = presets.find(({ name }) => name === 'sets') ?? focused

const ranked = (scores: ReadonlyMap<number, number>) =>
  [...scores].sort(([, left], [, right]) => right - left).map(([item]) => item)

describe('the context', () => {
  it('is the last distinct items, newest first', () => {
    expect(contextOf(at(1, 2, 3, 2, 4), 3).map(({ item, distance }) => [item, distance])).toEqual([
      [4, 0],
      [2, 1],
      [3, 2],
    ])
  })

  it('counts what was looked at days before less', () => {
    const [, old] = contextOf(
      [
        { item: 1, at: NOW - 3 * DAY },
        { item: 2, at: NOW },
      ],
      8,
    )
    expect(old?.freshness).toBeCloseTo(Math.exp(-1))
  })
})

describe('neighbours', () => {
  it('vote for what came near the item they share, most for what came right after', () => {
    const votes = neighbourVotes(contextOf(at(1), 8), focused.neighbours, shopOf([5, 1, 6, 7]), null)
    expect(votes.get(6)).toBeCloseTo((votes.get(1) ?? 0) * (Math.exp(-0.5) / 1.8))
    expect(votes.get(7)).toBeCloseTo((votes.get(1) ?? 0) * (Math.exp(-1) / 1.8))
    expect(votes.get(5)).toBeCloseTo(votes.get(6) ?? 0)
  })

  it('are the more alike the more recent items they share', () => {
    const shop = shopOf([1, 8], [2, 9])
    const votes = neighbourVotes(contextOf(at(1, 2), 8), focused.neighbours, shop, null)
    expect(votes.get(9)).toBeGreaterThan(votes.get(8) ?? 0)
  })

  it('by sets are as alike as a cosine says', () => {
    const shop = shopOf([1, 2, 8], [1, 9])
    const votes = neighbourVotes(contextOf(at(1, 2), 8), sets.neighbours, shop, null)
    expect(votes.get(8)).toBeCloseTo(2 / Math.sqrt(2 * 3))
    expect(votes.get(9)).toBeCloseTo(1 / Math.sqrt(2 * 2))
  })

  it('do not include the session itself', () => {
    const shop = shopOf([1, 8], [1, 9])
    const votes = neighbourVotes(contextOf(at(1), 8), focused.neighbours, shop, 2)
    expect(votes.has(8)).toBe(true)
    expect(votes.has(9)).toBe(false)
  })

  it('are the newest where there are more than may vote', () => {
    const shop = new ShopMemory()
    const all = sizes.neighbours + 5
    for (let session = 1; session <= all; session++) {
      shop.learn(session, 1, NOW + session)
      shop.learn(session, 1_000 + session, NOW + session)
    }
    const votes = neighbourVotes(contextOf(at(1), 8), focused.neighbours, shop, null)
    expect(votes.has(1_000 + 5)).toBe(false)
    expect(votes.has(1_000 + 6)).toBe(true)
  })

  it('say the same however long the shop has rested', () => {
    const young = shopOf([1, 8], [1, 9])
    const old = new ShopMemory()
    for (const [session, items] of [
      [1, [1, 8]],
      [2, [1, 9]],
    ] as const)
      items.forEach((item, index) => old.learn(session, item, 1_000 * session + index))
    const score = (shop: ShopMemory) => [...scoreCandidates({ seen: at(1), own: null }, focused, shop)]
    const [left, right] = [score(young), score(old)]
    expect(left.map(([item]) => item)).toEqual(right.map(([item]) => item))
    left.forEach(([, value], index) => expect(value).toBeCloseTo(right[index]?.[1] ?? 0, 4))
  })
})

describe('pairs', () => {
  it('say what comes next, the sooner the more', () => {
    const scores = nextScores(contextOf(at(1), 8), shopOf([1, 2, 3, 4, 5, 6]))
    expect(ranked(scores)).toEqual([2, 3, 4, 5])
    expect((scores.get(2) ?? 0) / (scores.get(3) ?? 1)).toBeCloseTo(4, 1)
  })

  it('say both ways what is seen together, and count common items less', () => {
    const shop = shopOf([1, 2], [1, 3], [3, 4], [3, 5], [3, 6])
    expect(togetherScores(contextOf(at(2), 8), shop).has(1)).toBe(true)
    const scores = togetherScores(contextOf(at(1), 8), shop)
    expect(scores.get(2)).toBeGreaterThan(scores.get(3) ?? 0)
  })

  it('say what is bought along, where it was twice', () => {
    const shop = new ShopMemory()
    for (const session of [1, 2]) {
      shop.learn(session, 1, NOW, 'purchase')
      shop.learn(session, 2, NOW, 'purchase')
    }
    shop.learn(3, 1, NOW, 'purchase')
    shop.learn(3, 3, NOW, 'purchase')
    expect([...boughtScores([1], shop).keys()]).toEqual([2])
  })
})

describe('the score', () => {
  const session = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })

  it('sums to the shares of the parts that have something to say', () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 8 }), session, (sessions, items) => {
        const shop = shopOf(...sessions)
        for (const preset of presets) {
          const scores = [...scoreCandidates({ seen: at(...items), own: null }, preset, shop).values()]
          const sum = scores.reduce((total, score) => total + score, 0)
          expect(scores.every((score) => score > 0)).toBe(true)
          expect(sum === 0 || sum <= 1.0001).toBe(true)
        }
      }),
    )
  })

  it('is nothing where nothing is known', () => {
    expect(scoreCandidates({ seen: at(1), own: null }, focused, new ShopMemory()).size).toBe(0)
    expect(scoreCandidates({ seen: [], own: null }, focused, shopOf([1, 2])).size).toBe(0)
  })
})
