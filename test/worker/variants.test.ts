import { expect, test } from 'vitest'
import catalogue from '../fixtures/catalogues/variants.json'
import correctWords from '../fixtures/queries/correct-words.json'
import variants from '../fixtures/queries/variants-a.json'
import { isFoundWithin } from '../support/judge-answer.ts'
import { shopWith } from './support/worker-shop.ts'

/** Share of mistyped queries that must find what is meant among the first ten. */
const FOUND_LEAST = 0.95

test(
  'what shoppers mistype finds what they mean, and what they type right stays',
  { timeout: 120_000 },
  async () => {
    const shop = await shopWith(catalogue)
    const missed: string[] = []
    for (const { query, intended } of variants) {
      if (!isFoundWithin(await shop.search(query, { limit: 10 }), intended, 10)) missed.push(query)
    }
    expect(1 - missed.length / variants.length, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(
      FOUND_LEAST,
    )

    const changed: string[] = []
    for (const { query } of correctWords.filter((word) => word.catalogue === 'variants')) {
      if ((await shop.search(query, { limit: 1 })).spelling) changed.push(query)
    }
    expect(changed).toEqual([])
  },
)
