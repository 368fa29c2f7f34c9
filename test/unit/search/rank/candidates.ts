import * as fc from 'fast-check'
import { availabilities } from '../../../../worker/contract/vocabulary.ts'
import { TermVector, encodeTermVector, termHash } from '../../../../worker/search/document/term-vector.ts'
import type { Candidate } from '../../../../worker/search/rank/candidate.ts'
import { inverseDocumentFrequency, type SearchTerm } from '../../../../worker/search/rank/score.ts'

const separator = '\u001f'

/** A candidate whose title is `title`'s words. */
export function buildCandidate({
  title = 'lamp',
  description = '',
  facts = [],
  ...fields
}: Partial<Omit<Candidate, 'vector' | 'facts' | 'factList'>> & {
  title?: string
  description?: string
  facts?: readonly string[]
}): Candidate {
  const words = (text: string) => text.split(' ').filter((word) => word !== '')
  return {
    row: 1,
    id: 'p',
    price: 1000,
    availability: 'in_stock',
    brand: '',
    category: '',
    createdAt: null,
    rating: null,
    ratingCount: 0,
    stated: `|${title}|${facts.map((fact) => fact.replace('=', ' ')).join('|')}|`,
    ...fields,
    facts: facts.length === 0 ? '' : separator + facts.join(separator) + separator,
    factList: facts,
    vector: new TermVector(
      encodeTermVector({
        fields: [words(title), [], words((fields.category ?? '').toLowerCase()), [], words(description)],
        evidence: new Map(),
        reviews: 0,
        tags: new Map(),
      }),
    ),
  }
}

export const buildTerm = (term: string, word = 0, documents = 2): SearchTerm => ({
  term,
  hash: termHash(term),
  documents,
  idf: inverseDocumentFrequency(100, documents),
  weight: 1,
  word,
})

const one = fc.record({
  title: fc.constantFrom('lamp', 'brass lamp', 'brass', 'oak chair', 'lamp lamp'),
  price: fc.option(fc.integer({ min: 1, max: 50 })),
  availability: fc.constantFrom(...availabilities),
  brand: fc.constantFrom('', 'A', 'B'),
  category: fc.constantFrom('', 'Home', 'Home > Light', 'Garden'),
  createdAt: fc.option(fc.integer({ min: 1, max: 5 })),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  ratingCount: fc.integer({ min: 0, max: 3 }),
  facts: fc.subarray(['color=red', 'color=blue', 'size=L']),
})

/** Products of a shop, each with its own id. */
export const someCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(one, { maxLength: 40 })
  .map((list) => list.map((fields, row) => buildCandidate({ ...fields, row, id: `p-${row}` })))
