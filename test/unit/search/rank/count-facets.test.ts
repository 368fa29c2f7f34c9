import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFacets } from '../../../../worker/search/rank/count-facets.ts'
import { buildCandidate, someCandidates } from './candidates.ts'

const sum = (values: readonly { count: number }[]) => values.reduce((all, { count }) => all + count, 0)

test('every count is the number of products that have the value', () => {
  fc.assert(
    fc.property(someCandidates, (candidates) => {
      const facets = countFacets(candidates)
      expect(sum(facets.availability)).toBe(candidates.length)
      expect(sum(facets.brand)).toBe(candidates.filter(({ brand }) => brand !== '').length)
      for (const { value, count } of facets.category) {
        const under = candidates.filter(({ category }) => `${category} > `.startsWith(`${value} > `))
        expect([value, count]).toEqual([value, under.length])
      }
      for (const { name, values } of facets.attributes) {
        for (const { value, count } of values) {
          expect(count).toBe(candidates.filter(({ facts }) => facts.includes(`${name}=${value}`)).length)
        }
      }
      const prices = candidates.flatMap(({ price }) => price ?? [])
      expect(facets.price).toEqual(
        prices.length === 0 ? null : { min: Math.min(...prices), max: Math.max(...prices) },
      )
    }),
  )
})

test('values come most first', () => {
  fc.assert(
    fc.property(someCandidates, (candidates) => {
      const { brand, category, availability } = countFacets(candidates)
      for (const values of [brand, category, availability]) {
        const counts = values.map(({ count }) => count)
        expect(counts).toEqual(counts.toSorted((left, right) => right - left))
      }
    }),
  )
})

test('an attribute is offered when it tells products apart, and groups some of them', () => {
  const facets = countFacets([
    buildCandidate({ facts: ['color=red', 'origin=Korea', 'serial=1'] }),
    buildCandidate({ facts: ['color=red', 'origin=Korea', 'serial=2'] }),
    buildCandidate({ facts: ['color=blue', 'origin=Korea', 'serial=3'] }),
  ])
  expect(facets.attributes).toEqual([
    {
      name: 'color',
      values: [
        { value: 'red', count: 2 },
        { value: 'blue', count: 1 },
      ],
    },
  ])
})

test('a value may hold an equals sign', () => {
  const { attributes } = countFacets([
    buildCandidate({ facts: ['formula=a=b'] }),
    buildCandidate({ facts: ['formula=a=b'] }),
    buildCandidate({ facts: ['formula=c'] }),
  ])
  expect(attributes[0]?.values).toContainEqual({ value: 'a=b', count: 2 })
})
