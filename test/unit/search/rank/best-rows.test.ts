import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestRows } from '../../../../worker/search/rank/best-rows.ts'

test('keeps the best of all that were offered, equals in the order they came', () => {
  const totals = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 120 })
  fc.assert(
    fc.property(totals, fc.integer({ min: 1, max: 9 }), (list, most) => {
      const best = new BestRows(most)
      const rows = list.map((total, row) => ({ row, total, sum: total, covered: 0, named: 0 }))
      for (const row of rows) best.offer(row)
      const expected = rows.toSorted((left, right) => right.total - left.total).slice(0, most)
      expect(best.take()).toEqual(expected)
    }),
  )
})
