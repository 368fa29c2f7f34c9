import { describe, expect, it } from 'vitest'
import type { WishEffect } from '../../../../worker/ports/understanding.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'
import english from '../../../fixtures/traps/en.json' with { type: 'json' }
import japanese from '../../../fixtures/traps/ja.json' with { type: 'json' }
import korean from '../../../fixtures/traps/ko.json' with { type: 'json' }
import { type ShopName, shops } from './shops.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly price?: number | null
  readonly color?: string
  readonly attributes?: Readonly<Record<string, string | undefined>>
}

interface Trap {
  readonly query: string
  readonly about: string
  readonly keep: readonly Row[]
  readonly drop?: readonly Row[]
  readonly wishes?: readonly string[]
  readonly not?: readonly string[]
}

const sets: readonly (readonly [ShopName, readonly Trap[]])[] = [
  ['ko', korean],
  ['en', english],
  ['ja', japanese],
]
const cases = sets.flatMap(([shop, traps]) => traps.map((trap) => [shop, trap.query, trap] as const))

/** The words a row states, reviews left out, for as much as a test needs: Latin and Hangul from a word's start. */
function states(row: Row, phrase: string): boolean {
  const text = [row.title, row.color, ...Object.values(row.attributes ?? {})].join(' / ').toLowerCase()
  const escaped = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (/^[a-z]/.test(phrase)) return new RegExp(`(?<![a-z])${escaped}(?![a-z])`).test(text)
  return (/^[가-힣]/.test(phrase) ? new RegExp(`(?<![가-힣])${escaped}`) : new RegExp(escaped)).test(text)
}

function removes(effect: WishEffect, row: Row, exponent: number): boolean {
  if (effect.type === 'price') {
    if (typeof row.price !== 'number') return false
    const minor = Math.round(row.price * 10 ** exponent)
    return minor < (effect.min ?? 0) || minor > (effect.max ?? Infinity)
  }
  if (effect.type !== 'exclude') return false
  const stated = (phrase: string) => states(row, phrase)
  return effect.words.some(stated) && !effect.satisfiedBy.some(stated)
}

const removedBy = (shop: ShopName, trap: Trap, row: Row): boolean =>
  understandQuery(trap.query, shops[shop]).wishes.some(
    ({ effect, hard }) => hard && removes(effect, row, shops[shop].exponent),
  )

describe('the trap set', () => {
  it('holds enough cases of each language, no query twice', () => {
    for (const [, traps] of sets) {
      expect(traps.length).toBeGreaterThanOrEqual(45)
      expect(new Set(traps.map(({ query }) => query)).size).toBe(traps.length)
    }
  })

  it.each(cases)('%s: "%s" is understood as expected', (shop, query, trap) => {
    const { wishes } = understandQuery(query, shops[shop])
    expect(wishes.map(({ id }) => id)).toEqual(expect.arrayContaining([...(trap.wishes ?? [])]))
    const unwanted = wishes.filter(({ id, kind }) => trap.not?.some((name) => name === id || name === kind))
    expect(unwanted.map(({ id }) => id)).toEqual([])
  })

  it.each(cases)('%s: "%s" keeps what is good and drops what says otherwise', (shop, _query, trap) => {
    expect(trap.keep.filter((row) => removedBy(shop, trap, row)).map(({ title }) => title)).toEqual([])
    expect((trap.drop ?? []).filter((row) => !removedBy(shop, trap, row)).map(({ title }) => title)).toEqual(
      [],
    )
  })
})
