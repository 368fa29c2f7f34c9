import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  PartColumns,
  encodeColumns,
  type PartProduct,
} from '../../../../worker/search/document/part-columns.ts'
import {
  PART_ROWS,
  bucketOf,
  encodePostings,
  readPostings,
} from '../../../../worker/search/document/postings.ts'
import { TermVector, encodeTermVector, termHash } from '../../../../worker/search/document/term-vector.ts'

const words = ['lamp', 'brass', 'oak', '원피', '피스', 'x1', 'mug', 'tea'] as const
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 })

const vectorOf = (title: readonly string[], description: readonly string[], reviewed: readonly string[]) =>
  new TermVector(
    encodeTermVector({
      fields: [[...title], [], [], [], [...description]],
      evidence: new Map(reviewed.map((word) => [word, 2])),
      tags: new Map(),
      reviews: 3,
    }),
  )

const product: fc.Arbitrary<PartProduct> = fc.record({
  place: fc.oneof(fc.nat(20), fc.constantFrom(PART_ROWS - 1, PART_ROWS - 2)),
  catalogue: fc.integer({ min: 1, max: 2 }),
  market: fc.constantFrom('ko', 'en'),
  adult: fc.boolean(),
  soldOut: fc.boolean(),
  price: fc.option(fc.integer({ min: 0, max: 9 })),
  vector: fc.tuple(text, text, text).map(([title, prose, reviewed]) => vectorOf(title, prose, reviewed)),
})

const part = fc.uniqueArray(product, { selector: ({ place }) => place, maxLength: 20 })

test('a part gives for each term the products that have it, with their counts', () => {
  fc.assert(
    fc.property(part, (products) => {
      const buckets = encodePostings(new Map(products.map(({ place, vector }) => [place, vector])))
      for (const word of [...words, 'nowhere']) {
        const hash = termHash(word)
        const bucket = buckets.get(bucketOf(hash))
        const postings = bucket && readPostings(bucket, hash)
        const read = postings
          ? Array.from(postings.places, (place, index) => [place, postings.counts[index]])
          : []
        const having = products
          .map(({ place, vector }) => [place, vector.counts(hash)])
          .filter(([, counts]) => counts !== 0)
          .toSorted(([left = 0], [right = 0]) => left - right)
        expect(read).toEqual(having)
      }
    }),
  )
})

test('its columns allow what the rule allows, and keep the lengths', () => {
  const rules = fc.record({
    catalogue: fc.integer({ min: 1, max: 3 }),
    market: fc.constantFrom('ko', 'en', 'ja'),
    adult: fc.boolean(),
    hideSoldOut: fc.boolean(),
    prices: fc.array(
      fc.record({ min: fc.integer({ max: 5, min: 0 }), max: fc.integer({ min: 3, max: 9 }) }),
      {
        maxLength: 2,
      },
    ),
  })
  fc.assert(
    fc.property(part, rules, (products, rule) => {
      const { bytes, markets } = encodeColumns(products)
      const columns = new PartColumns(bytes, markets)
      const allows = columns.allows(rule)
      for (const { place, catalogue, market, adult, soldOut, price, vector } of products) {
        expect(allows(place)).toBe(
          catalogue === rule.catalogue &&
            market === rule.market &&
            (rule.adult || !adult) &&
            !(rule.hideSoldOut && soldOut) &&
            rule.prices.every(({ min, max }) => price === null || (price >= min && price <= max)),
        )
        const at = PartColumns.headerAt(place)
        expect([...columns.words.subarray(at, at + 4)]).toEqual([...vector.words.subarray(0, 4)])
      }
      const free = Array.from({ length: 30 }, (_, place) => place).filter(
        (place) => !products.some((held) => held.place === place),
      )
      expect(free.some(allows)).toBe(false)
    }),
  )
})
