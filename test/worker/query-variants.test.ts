import { describe, expect, test } from 'vitest'
import catalogue from '../fixtures/catalogues/variants.json' with { type: 'json' }
import correctWords from '../fixtures/queries/correct-words.json' with { type: 'json' }
import setA from '../fixtures/queries/variants-a.json' with { type: 'json' }
import setB from '../fixtures/queries/variants-b.json' with { type: 'json' }
import { isFoundWithin, isUnchanged } from '../support/judge-answer.ts'
import { demoGoods } from './support/demo-goods.ts'
import { shopWith, type Row } from './support/worker-shop.ts'

/** What shoppers mistype, asked of a whole shop: see `npm run eval -- variants` for the same, kind by kind. */

const FOUND_LEAST = 0.95
const UNCHANGED_LEAST = 0.98
const DEPTH = 10
/** Some two hundred searches, one after another. */
const PATIENCE_MS = 120_000

interface Variant {
  readonly query: string
  readonly intended: readonly string[]
  readonly kind: string
}

/** The failures when they leave less than the share that must succeed, so that a failing test names them. */
const tooMany = (failures: readonly string[], of: number, share: number): readonly string[] =>
  1 - failures.length / of < share ? failures : []

const sets: readonly (readonly [name: string, pairs: readonly Variant[]])[] = [
  ['a', setA],
  ['b', setB],
]

describe.each(sets)('set %s', (_, pairs) => {
  test(
    'finds what is meant within the first ten',
    async () => {
      const shop = await shopWith(catalogue)
      const missed: string[] = []
      for (const { query, intended, kind } of pairs) {
        const answer = await shop.search(query, { limit: DEPTH })
        if (!isFoundWithin(answer, intended, DEPTH)) missed.push(`${kind}: ${query}`)
      }
      expect(tooMany(missed, pairs.length, FOUND_LEAST)).toEqual([])
    },
    PATIENCE_MS,
  )
})

const goods: Readonly<Record<string, readonly Row[]>> = { variants: catalogue, ...demoGoods }

test(
  'words that a shop sells are searched for as they stand',
  async () => {
    const changed: string[] = []
    for (const [name, rows] of Object.entries(goods)) {
      const shop = await shopWith(rows, name === 'en' ? { locale: 'en', currency: 'USD' } : {})
      const texts = new Map(rows.map((row) => [row['id'], JSON.stringify(row)]))
      for (const { query } of correctWords.filter((word) => word.catalogue === name)) {
        const answer = await shop.search(query, { limit: DEPTH })
        if (!isUnchanged(answer, query, (id) => texts.get(id))) changed.push(`${name}: ${query}`)
      }
    }
    expect(tooMany(changed, correctWords.length, UNCHANGED_LEAST)).toEqual([])
  },
  PATIENCE_MS,
)
