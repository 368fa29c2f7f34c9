import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RequestFilters } from '../../../../worker/ports/retriever.ts'
import { countFacets } from '../../../../worker/search/rank/count-facets.ts'
import { isUnfiltered, matchesFilters, noFilters } from '../../../../worker/search/rank/matches-filters.ts'
import { buildCandidate, someCandidates } from './candidates.ts'

const left = (candidates: readonly ReturnType<typeof buildCandidate>[], filters: Partial<RequestFilters>) =>
  candidates.filter((candidate) => matchesFilters(candidate, { ...noFilters, ...filters })).length

test('leaves exactly as many products as the facet said', () => {
  fc.assert(
    fc.property(someCandidates, (candidates) => {
      const facets = countFacets(candidates)
      for (const { value, count } of facets.category)
        expect(left(candidates, { category: [value] })).toBe(count)
      for (const { value, count } of facets.brand) expect(left(candidates, { brand: [value] })).toBe(count)
      for (const { value, count } of facets.availability) {
        expect(left(candidates, { availability: [value] })).toBe(count)
      }
      for (const { name, values } of facets.attributes) {
        for (const { value, count } of values) {
          expect(left(candidates, { attributes: [{ name, values: [value] }] })).toBe(count)
        }
      }
    }),
  )
})

test('takes a category by whole levels: Home is not Homeware', () => {
  const home = buildCandidate({ category: 'Home > Light' })
  expect(left([home], { category: ['Home'] })).toBe(1)
  expect(left([buildCandidate({ category: 'Homeware' })], { category: ['Home'] })).toBe(0)
})

test('lets a product that says "ask" pass a price, and holds both ends', () => {
  const priced = [null, 10, 20, 30].map((price) => buildCandidate({ price }))
  expect(left(priced, { price: { min: 10, max: 20 } })).toBe(3)
})

test('asks every filter and any of its values', () => {
  const candidate = buildCandidate({ brand: 'Off-White', facts: ['color=red'] })
  expect(left([candidate], { brand: ['other', 'off white'] })).toBe(1)
  expect(left([candidate], { brand: ['off white'], attributes: [{ name: 'color', values: ['blue'] }] })).toBe(
    0,
  )
})

test('knows a request without filters', () => {
  expect(isUnfiltered(noFilters)).toBe(true)
  expect(isUnfiltered({ ...noFilters, price: { max: 1 } })).toBe(false)
})
