import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendHits, mergeOrder } from '../../../widget/features/search/merge-order.ts'
import { buildHit, buildHits } from '../support/build-answer.ts'

const ids = (hits: readonly { id: string }[]): string[] => hits.map((hit) => hit.id)

test('puts hits in the named order and brings in the added ones', () => {
  const merged = mergeOrder(buildHits(3), {
    ids: ['n1', 'p3', 'p1', 'p2'],
    reasons: {},
    added: [buildHit('n1')],
  })
  expect(ids(merged)).toEqual(['n1', 'p3', 'p1', 'p2'])
})

test('keeps hits the order does not know behind those it does', () => {
  expect(ids(mergeOrder(buildHits(4), { ids: ['p3'], reasons: {}, added: [] }))).toEqual([
    'p3',
    'p1',
    'p2',
    'p4',
  ])
})

test('gives a hit its new reason and leaves the others theirs', () => {
  const hits = [buildHit('p1', { reason: 'old' }), buildHit('p2', { reason: 'old' })]
  const merged = mergeOrder(hits, { ids: ['p2', 'p1'], reasons: { p2: 'new' }, added: [] })
  expect(merged.map((hit) => hit.reason)).toEqual(['new', 'old'])
})

test('never loses, repeats or invents a product, whatever order it is given', () => {
  const id = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'x', 'y')
  fc.assert(
    fc.property(fc.array(id), fc.uniqueArray(id), fc.uniqueArray(id), (order, first, added) => {
      const merged = mergeOrder(
        first.map((name) => buildHit(name)),
        { ids: order, reasons: {}, added: added.map((name) => buildHit(name)) },
      )
      expect(ids(merged).toSorted()).toEqual([...new Set([...first, ...added])].toSorted())
    }),
  )
})

test('appends the next page without the products that are there already', () => {
  expect(ids(appendHits(buildHits(2), [buildHit('p2'), buildHit('p9')]))).toEqual(['p1', 'p2', 'p9'])
})
