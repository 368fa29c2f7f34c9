import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEPS_MOST } from '../../../worker/recommend/packed-steps.ts'
import { sizes } from '../../../worker/recommend/presets.ts'
import { pairsOf, ShopMemory } from './shop-memory.ts'

const names = ['view_item', 'add_to_cart', 'purchase'] as const

const events = fc.array(
  fc.record({
    item: fc.integer({ min: 1, max: 9 }),
    name: fc.constantFrom(...names),
    pause: fc.integer({ min: 0, max: 10 * 24 * 3600 * 1000 }),
  }),
  { maxLength: 70 },
)

describe('learning a step', () => {
  it('teaches what followed, and what was in the session, by weight', () => {
    const shop = new ShopMemory()
    shop.learn(1, 10, 1_000)
    shop.learn(1, 20, 1_000, 'add_to_cart')
    expect(pairsOf(shop.held(10).next)).toEqual({ 20: 3 })
    expect(pairsOf(shop.held(10).together)).toEqual({ 20: 3 })
    expect(pairsOf(shop.held(20).together)).toEqual({ 10: 3 })
  })

  it('does not take a look and the cart after it for coming back', () => {
    const shop = new ShopMemory()
    shop.learn(1, 10, 1_000)
    shop.learn(1, 20, 1_000)
    shop.learn(1, 20, 1_000, 'add_to_cart')
    shop.learn(1, 20, 1_000, 'add_to_cart')
    shop.learn(1, 20, 1_000, 'purchase')
    expect(shop.stepsOf(1)).toEqual([10, 20])
    expect(pairsOf(shop.held(10).next)).toEqual({ 20: 5 })
    expect(pairsOf(shop.held(20).next)).toEqual({})
  })

  it('counts a pair once a session however often a shopper goes back and forth', () => {
    const shop = new ShopMemory()
    for (const item of [10, 20, 10, 20, 10, 20]) shop.learn(1, item, 1_000)
    expect(pairsOf(shop.held(10).together)).toEqual({ 20: 1 })
  })

  it('stops at sessions that no shopper has', () => {
    const shop = new ShopMemory()
    for (let item = 1; item <= STEPS_MOST + 10; item++) shop.learn(1, item, 1_000)
    expect(shop.stepsOf(1)).toHaveLength(STEPS_MOST)
    expect(shop.items.has(STEPS_MOST + 2)).toBe(false)
  })

  it('keeps every list bounded', () => {
    const shop = new ShopMemory()
    for (let session = 1; session <= 300; session++) {
      shop.learn(session, 1, session)
      shop.learn(session, 1_000 + session, session)
    }
    const { sessions, next, together } = shop.held(1)
    expect([sessions.length, next.length, together.length]).toEqual([
      sizes.postings,
      sizes.pairs,
      sizes.pairs,
    ])
  })
})

describe('taking a session back', () => {
  it('leaves nothing of one that nobody else was like', () => {
    fc.assert(
      fc.property(events, (steps) => {
        const shop = new ShopMemory()
        let at = 1_000
        for (const { item, name, pause } of steps) shop.learn(1, item, (at += pause), name)
        shop.unlearn(1)
        for (const { next, together, bought } of shop.items.values()) {
          expect([next.length, together.length, bought.length]).toEqual([0, 0, 0])
        }
      }),
    )
  })

  it('leaves what others have taught', () => {
    const shop = new ShopMemory()
    for (const session of [1, 2]) for (const item of [10, 20, 30]) shop.learn(session, item, 1_000)
    shop.unlearn(2)
    expect(pairsOf(shop.held(10).next)).toEqual({ 20: 1, 30: 0.25 })
    expect(pairsOf(shop.held(30).together)).toEqual({ 10: 1, 20: 1 })
  })
})
