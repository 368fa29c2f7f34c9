import { expect, test } from 'vitest'
import { japaneseItemKinds, readJapaneseCatalogue, readJapaneseItems } from '../../support/query-sets.ts'

const rows = readJapaneseCatalogue()
const items = readJapaneseItems()

test('the Japanese catalogue is large, and Japanese throughout', () => {
  const ids = new Set(rows.map(({ id }) => id))
  expect(ids.size).toBe(rows.length)
  expect(rows.length).toBeGreaterThanOrEqual(160)
  const written = /[ぁ-ヶ一-龠]/u
  const foreign = rows.filter(
    ({ title, description, product_type, currency }) =>
      ![title, description, product_type].every((text) => written.test(text)) || currency !== 'JPY',
  )
  expect(foreign).toEqual([])
})

test('its known items are asked for once each, by enough kinds of query', () => {
  expect(items.length).toBeGreaterThanOrEqual(120)
  expect(new Set(items.map(({ query }) => query)).size).toBe(items.length)
  for (const kind of japaneseItemKinds) {
    expect([kind, items.filter((item) => item.kind === kind).length >= 10]).toEqual([kind, true])
  }
})

test('its known items are sold', () => {
  const sold = new Set(rows.map(({ id }) => id))
  expect(items.flatMap(({ intended }) => intended).filter((id) => !sold.has(id))).toEqual([])
})

/** The amount a query names, in yen: 5000円, 2千円, 1万円, 一万円. */
function yenOf(query: string): number {
  const [, digits = '', scale = ''] = /([\d一]+)([千万]?)円/u.exec(query) ?? []
  return Number(digits.replace('一', '1')) * ({ 千: 1000, 万: 10_000 }[scale] ?? 1)
}

test('a query with a price means goods within it', () => {
  const price = new Map(rows.map((row) => [row.id, row.price]))
  const outside = items
    .filter(({ kind }) => kind === 'price')
    .flatMap(({ query, intended }) => intended.map((id) => ({ query, price: price.get(id) ?? NaN })))
    .filter(({ query, price }) => (query.includes('以上') ? price < yenOf(query) : !(price <= yenOf(query))))
  expect(outside).toEqual([])
})
