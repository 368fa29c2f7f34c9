import { describe, expect, test } from 'vitest'
import type { LearntGate } from '../../../../worker/ports/rerank-gate.ts'
import { DEFAULT_GAP } from '../../../../worker/search/rerank/gate.ts'
import { cardsBefore, gateBefore } from '../../../../worker/search/rerank/shop-gate.ts'
import type { ShopRecord } from '../../../../worker/ports/shop-store.ts'

const ranker = { id: 'own', name: 'solar' }
const learnt = (fields: Partial<LearntGate> = {}): LearntGate => ({
  endpoint: 'own',
  model: 'solar',
  shut: false,
  gap: 0.4,
  cards: 48,
  queries: 60,
  gain: null,
  learntAt: 0,
  ...fields,
})

const shop = (
  gates: readonly LearntGate[] | undefined,
  models: Partial<ShopRecord['settings']['models']> = {},
) => ({
  ...(gates ? { gates } : {}),
  settings: { models: { rerank_gate: 'auto', rerank_cards: 'auto', ...models } } as ShopRecord['settings'],
})
const judging = (gap: number) => ({ kind: 'judging', gap })

describe('what was learnt', () => {
  test.each([
    ['holds', shop([learnt()]), ranker, judging(0.4), 48],
    ['shuts', shop([learnt({ shut: true })]), ranker, { kind: 'shut' }, 48],
    [
      'leaves the default where it says nothing',
      shop([learnt({ gap: null, cards: 24 })]),
      ranker,
      judging(DEFAULT_GAP),
      24,
    ],
    ['is nothing before the first comparison', shop(undefined), ranker, judging(DEFAULT_GAP), 24],
    [
      'is not of another model at the same endpoint',
      shop([learnt()]),
      { id: 'own', name: 'gpt' },
      judging(DEFAULT_GAP),
      24,
    ],
    [
      'is not of the same model elsewhere',
      shop([learnt()]),
      { id: 'default', name: 'solar' },
      judging(DEFAULT_GAP),
      24,
    ],
    [
      'gives way to the shop’s wish',
      shop([learnt({ shut: true })], { rerank_gate: 'default', rerank_cards: 24 }),
      ranker,
      judging(DEFAULT_GAP),
      24,
    ],
    [
      'and to none at all',
      shop([learnt({ shut: true })], { rerank_gate: 'off', rerank_cards: 48 }),
      ranker,
      { kind: 'open' },
      48,
    ],
  ] as const)('%s', (_, of, by, gate, cards) => {
    expect(gateBefore(of, by)).toEqual(gate)
    expect(cardsBefore(of, by)).toBe(cards)
  })
})
