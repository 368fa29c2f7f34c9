import * as fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { orderEvent, searchResponse } from '../../worker/contract/search.ts'
import { modelTexts } from '../support/model-texts.ts'
import { createShop, reachShop, sendTo, type Row } from './support/worker-shop.ts'

/** Texts a model writes in place of words and of an order, each over real HTTP. */
const TEXTS = 300
const AT_ONCE = 10

const MOST = 50
const WISH = `something quiet for long evenings under $${MOST} without leather`

const rows: readonly Row[] = [
  ...Array.from({ length: 30 }, (_, row) => ({
    id: `evening-${row}`,
    title: `Lamp ${row}`,
    description: `for quiet long evenings ${'satin '.repeat(row % 5)}`,
    price: 5 + 3 * row,
    material: row % 4 === 0 ? 'leather' : 'wool',
  })),
  { id: 'throw', title: 'Merino throw', price: 40 },
  { id: 'hidden', title: 'Prototype for quiet long evenings', price: 20, visibility: 'hidden' },
  { id: 'members', title: 'Club lamp for quiet long evenings', price: 20, visibility: 'members' },
]

const inBase64Url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

test(
  'whatever a model writes, nothing is lost, invented or let past the shopper’s own filters',
  { timeout: 120_000 },
  async () => {
    const shop = await createShop({ locale: 'en', currency: 'USD' })
    await shop.importRows('products', rows)
    const allowed = new Set(
      rows.flatMap(({ id, price, material, visibility }) =>
        Number(price) <= MOST && material !== 'leather' && visibility === undefined ? [String(id)] : [],
      ),
    )
    const titles = new Map(rows.map(({ id, title }) => [String(id), title]))
    const before = await shop.search(WISH)
    const plain = before.hits.map(({ id }) => id)
    expect(plain.length).toBeGreaterThan(8)
    const texts = fc.sample(fc.tuple(modelTexts, modelTexts), { numRuns: TEXTS, seed: 20_261_125 })
    let ordered = 0
    const tryOne = async ([words, order]: readonly [string, string], index: number) => {
      const model = `script:raw=${inBase64Url(words)},raw=${inBase64Url(order)}#output-${index}`
      const asking = reachShop(shop.keys, sendTo({ LLM_BASE_URL: inject('modelServer'), LLM_MODEL: model }))
      const events = await asking.searchStream(WISH)
      expect(events.map(({ event }) => event).join(' ')).toMatch(/^results (?:order )?done$/)
      const results = searchResponse.strict().parse(events[0]?.data)
      const shown = results.hits.map(({ id }) => id)
      expect(shown).toEqual(plain)
      expect(results.understood).toEqual(before.understood)
      if (events.length < 3) return
      ordered += 1
      const improved = orderEvent.strict().parse(events[1]?.data)
      expect(improved.ids.toSorted()).toEqual([...shown, ...improved.added.map(({ id }) => id)].toSorted())
      expect(improved.reasons).toEqual({})
      for (const id of improved.ids) expect(allowed).toContain(id)
      for (const { id, title } of improved.added) expect(title).toBe(titles.get(id))
    }
    for (let at = 0; at < texts.length; at += AT_ONCE)
      await Promise.all(texts.slice(at, at + AT_ONCE).map((pair, index) => tryOne(pair, at + index)))
    expect(ordered).toBeGreaterThan(TEXTS / 15)
  },
)
