import { expect, test } from 'vitest'
import { namedKind } from '../../../../worker/search/rank/named-kind.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const bags = ['a', 'b', 'c'].map((id) => buildCandidate({ id, title: 'tote', category: 'bag' }))
const shoe = buildCandidate({ id: 'd', title: 'light work shoe', category: 'shoe' })
const shop = [...bags, shoe]

test('tells goods of a kind the query names from others', () => {
  const isBag = namedKind([buildTerm('work', 0), buildTerm('bag', 1)], shop)
  expect(shop.map((candidate) => isBag?.(candidate))).toEqual([true, true, true, false])
})

test('counts a title that names the kind, whatever the category', () => {
  const lost = buildCandidate({ id: 'e', title: 'canvas bag', category: 'sale' })
  expect(namedKind([buildTerm('bag')], shop)?.(lost)).toBe(true)
})

test('knows no kind where the shop has too few of it, or the word only fills', () => {
  expect(namedKind([buildTerm('shoe')], shop)).toBeNull()
  expect(namedKind([{ ...buildTerm('bag'), weight: 0.3 }], shop)).toBeNull()
})
