import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import type { Row } from './worker-shop.ts'

/** So many cups, the same each time but for what `change` makes of a row. */
export const cups = (count: number, change: (row: number) => Row = () => ({})): Row[] =>
  Array.from({ length: count }, (_, row) => ({
    id: `cup-${row}`,
    title: `머그컵 ${row}호`,
    price: 10_000 + row,
    ...change(row),
  }))

/** The figures of an import. */
export const counts = ({ status, read, accepted, rejected, changed, removed }: ImportStatus) => ({
  status,
  read,
  accepted,
  rejected,
  changed,
  removed,
})
