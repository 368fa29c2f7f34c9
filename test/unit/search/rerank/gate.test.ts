import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Wish } from '../../../../worker/ports/understanding.ts'
import {
  DEFAULT_GAP,
  decidingGap,
  defaultGate,
  isKnownItem,
  judgeGate,
  openGate,
  type Gated,
} from '../../../../worker/search/rerank/gate.ts'

const wish = (effect: Wish['effect']): Wish => ({
  id: effect.type,
  kind: 'price',
  label: effect.type,
  hard: true,
  span: { start: 0, end: 1 },
  effect,
})
const budget = wish({ type: 'price', max: 4000 })
const without = wish({ type: 'exclude', words: ['leather'], satisfiedBy: [] })
const colour = wish({ type: 'color', family: 'black', values: ['black'] })

const gated = (fields: Partial<Gated> & { named?: number; filled?: number; gap?: number } = {}): Gated => {
  const { named = 1, filled = 0.5, gap = 0.2, ...others } = fields
  return { lead: { named, filled, gap }, words: ['brass', 'lamp'], wishes: [], isPlace: false, ...others }
}

describe('by default no model is asked', () => {
  test.each<[string, Gated, ReturnType<typeof judgeGate>]>([
    ['for a whole title, whatever else is there', gated({ filled: 0.9, gap: 0 }), 'known_item'],
    ['for most of a title that stands out', gated({ filled: 0.6, gap: 0.4 }), 'known_item'],
    ['for a colour in a title', gated({ filled: 1, wishes: [colour] }), 'known_item'],
    ['for a model number', gated({ words: ['tn-2110'], filled: 0.1, gap: 0 }), 'known_item'],
    ['for one that leads by far', gated({ filled: 0.2, gap: 0.7 }), 'dominant'],
    ['but for words that many titles have', gated({ gap: 0.05 }), undefined],
    ['but for a single word, which is a kind', gated({ words: ['lamp'], filled: 1 }), undefined],
    ['but for a size, which is no number', gated({ words: ['500ml'], filled: 0.1 }), undefined],
    ['but for two sizes', gated({ words: ['147.3x20mm'], filled: 0.1 }), undefined],
    ['but for a number the best does not have', gated({ named: 0.4, words: ['tn-2110'] }), undefined],
    ['but within a budget', gated({ filled: 1, gap: 1, wishes: [budget] }), undefined],
    ['but without something', gated({ filled: 1, gap: 1, wishes: [without] }), undefined],
    ['but for a brand or a category', gated({ filled: 1, gap: 1, isPlace: true }), undefined],
    ['but where nothing is known of the lead', { ...gated(), lead: undefined }, undefined],
  ])('%s', (_, search, because) => {
    expect(judgeGate(search, defaultGate)).toBe(because)
  })
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anySearch: fc.Arbitrary<Gated> = fc.record({
  lead: fc.option(fc.record({ named: share, filled: share, gap: share }), { nil: undefined }),
  words: fc.array(fc.constantFrom('lamp', 'brass', 'tn-2110', '500ml', '선물'), { maxLength: 4 }),
  wishes: fc.subarray([budget, without, colour]),
  isPlace: fc.boolean(),
})

describe('whatever was found', () => {
  it('an open gate asks and a shut one does not', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(judgeGate(search, openGate)).toBeUndefined()
        expect(judgeGate(search, { kind: 'shut' })).toBe('gate_shut')
      }),
    )
  })

  it('a wish that the best product’s names do not hold is never kept from a model, whatever was learnt', () => {
    fc.assert(
      fc.property(anySearch, share, (search, gap) => {
        fc.pre((search.lead?.named ?? 0) < 0.9)
        expect(judgeGate(search, { kind: 'judging', gap })).toBeUndefined()
        expect(decidingGap(search)).toBeNull()
      }),
    )
  })

  it('a gate that closes later keeps less from a model, and known items never depend on where it closes', () => {
    fc.assert(
      fc.property(anySearch, share, share, (search, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        const byEarly = judgeGate(search, { kind: 'judging', gap: early })
        const byLate = judgeGate(search, { kind: 'judging', gap: late })
        expect([byEarly, undefined]).toContain(byLate)
        expect(byLate === 'known_item').toBe(isKnownItem(search))
      }),
    )
  })

  it('a lead decides only where the item is not known anyway', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const gap = decidingGap(search)
        if (gap === null) return
        expect(isKnownItem(search)).toBe(false)
        expect(judgeGate(search, defaultGate)).toBe(gap >= DEFAULT_GAP ? 'dominant' : undefined)
      }),
    )
  })
})
