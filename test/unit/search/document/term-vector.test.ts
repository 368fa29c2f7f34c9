import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  TermVector,
  encodeTermVector,
  evidenceOf,
  fieldCount,
  fieldFrequency,
  termHash,
  wishesOf,
} from '../../../../worker/search/document/term-vector.ts'

const term = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
const fields = fc.array(fc.array(term, { maxLength: 40 }), { minLength: fieldCount, maxLength: fieldCount })
const wishes = fc.dictionary(term, fc.integer({ min: 1, max: 6 }), { maxKeys: 20 })
const evidence = fc.dictionary(term, fc.integer({ min: 1, max: 20_000 }), { maxKeys: 30 })

/** Largest count of each field, then of evidence and of wishes: what the packed word has room for. */
const MOST = [15, 7, 7, 15, 31]
const MOST_EVIDENCE = 2047
const MOST_WISHES = 3

const frequency = (terms: readonly string[], wanted: string) => terms.filter((one) => one === wanted).length

test('gives back every count that was put in, up to what there is room for', () => {
  fc.assert(
    fc.property(
      fields,
      evidence,
      wishes,
      fc.integer({ min: 0, max: 100_000 }),
      (texts, said, wished, reviews) => {
        const all = new Set([...texts.flat(), ...Object.keys(said), ...Object.keys(wished)])
        // Two terms with one hash share a count, which is the vector's stated price.
        fc.pre(new Set([...all].map(termHash)).size === all.size)
        const vector = new TermVector(
          encodeTermVector({
            fields: texts,
            evidence: new Map(Object.entries(said)),
            reviews,
            wishes: new Map(Object.entries(wished)),
            tags: new Map(),
          }),
        )
        expect(vector.reviews).toBe(reviews)
        texts.forEach((terms, field) => expect(vector.fieldLength(field)).toBe(terms.length))
        for (const one of all) {
          const counts = vector.counts(termHash(one))
          texts.forEach((terms, field) =>
            expect(fieldFrequency(counts, field)).toBe(Math.min(frequency(terms, one), MOST[field] ?? 0)),
          )
          const told = Object.hasOwn(said, one) ? (said[one] ?? 0) : 0
          expect(evidenceOf(counts)).toBe(Math.min(told, MOST_EVIDENCE))
          const hoped = Object.hasOwn(wished, one) ? (wished[one] ?? 0) : 0
          expect(wishesOf(counts)).toBe(Math.min(hoped, MOST_WISHES))
        }
      },
    ),
  )
})

test('knows nothing of terms that were not put in', () => {
  fc.assert(
    fc.property(fields, term, (texts, other) => {
      const hashes = new Set(texts.flat().map(termHash))
      fc.pre(!hashes.has(termHash(other)))
      const vector = new TermVector(
        encodeTermVector({ fields: texts, evidence: new Map(), reviews: 0, tags: new Map() }),
      )
      expect(vector.counts(termHash(other))).toBe(0)
      expect([...vector.hashes()]).toEqual([...hashes].toSorted((left, right) => left - right))
    }),
  )
})

test('is the same bytes for the same product, whatever order its terms came in', () => {
  fc.assert(
    fc.property(fields, (texts) => {
      const encode = (ordered: readonly (readonly string[])[]) =>
        new Uint8Array(
          encodeTermVector({ fields: ordered, evidence: new Map(), reviews: 3, tags: new Map() }),
        )
      expect(encode(texts.map((terms) => terms.toReversed()))).toEqual(encode(texts))
    }),
  )
})
