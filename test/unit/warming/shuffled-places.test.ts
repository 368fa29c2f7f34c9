import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffledPlaces } from '../../../worker/warming/shuffled-places.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('shuffledPlaces', () => {
  it('holds every place once, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), seeds, (count, seed) => {
        const places = shuffledPlaces(count, seed)
        expect(places.toSorted((left, right) => left - right)).toEqual(
          Array.from({ length: count }, (_, place) => place),
        )
        expect(shuffledPlaces(count, seed)).toEqual(places)
      }),
    )
  })

  it('puts each card into each part of the prompt about equally often', () => {
    const rounds = 4_000
    const counts = Array.from({ length: 24 }, () => 0)
    for (let seed = 0; seed < rounds; seed++) {
      const place = shuffledPlaces(24, Math.imul(seed, 0x9e3779b1) >>> 0).indexOf(0)
      counts[place] = (counts[place] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan((rounds / 24) * 0.6)
    expect(Math.max(...counts)).toBeLessThan((rounds / 24) * 1.4)
  })
})
