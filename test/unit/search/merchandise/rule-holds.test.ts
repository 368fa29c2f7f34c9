import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../../worker/contract/tuning.ts'
import { readyRule, whyNot } from '../../../../worker/search/merchandise/rule-holds.ts'

const rule = (when: Rule['when']): Rule => ({
  id: 'r',
  name: 'r',
  enabled: true,
  when,
  then: [{ do: 'redirect', link: '/' }],
})

const at = (when: Rule['when'], time: string, zoneMinutes: number) =>
  whyNot(readyRule(rule(when), zoneMinutes), {
    now: Date.parse(time),
    market: 'main',
    categories: [],
    query: null,
  })

describe('a rule with dates', () => {
  it.each<[string, Rule['when'], string, number, string | null]>([
    ['begins with its day in the shop', { from: '2026-11-02' }, '2026-11-01T14:59:59Z', 540, 'not_begun'],
    ['begins with its day in the shop', { from: '2026-11-02' }, '2026-11-01T15:00:00Z', 540, null],
    ['lasts its last day', { to: '2026-11-02' }, '2026-11-02T14:59:59Z', 540, null],
    ['is over after it', { to: '2026-11-02' }, '2026-11-02T15:00:00Z', 540, 'ended'],
    ['takes a zone as it is', { from: '2026-11-02T00:00:00Z' }, '2026-11-01T23:59:59Z', 540, 'not_begun'],
    ['takes an offset as it is', { from: '2026-11-02T09:00:00+09:00' }, '2026-11-02T00:00:00Z', 0, null],
    ['ends at its time', { to: '2026-11-02T09:00:00+09:00' }, '2026-11-02T00:00:00Z', 0, 'ended'],
    ['knows no zone elsewhere', { from: '2026-11-02' }, '2026-11-01T23:59:59Z', 0, 'not_begun'],
  ])('%s: %j at %s', (_, when, time, zone, verdict) => {
    expect(at(when, time, zone)).toBe(verdict)
  })
})
