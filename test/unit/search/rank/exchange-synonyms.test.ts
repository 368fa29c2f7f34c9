import type { TermVector } from '../../../../worker/search/document/term-vector.ts'
import { expect, test } from 'vitest'
import { Scorer, type SearchTerm, type Statistics } from '../../../../worker/search/rank/score.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const statistics: Statistics = { documents: 100, averages: [2, 1, 1, 1, 1] }
const instead = (term: string, from: number, to: number, alternative: number): SearchTerm => ({
  ...buildTerm(term, from),
  weight: 0.9,
  instead: { from, to, alternative },
})
const vectorOf = (title: string) => buildCandidate({ title }).vector

test('either word counts once: for coverage, and for the score', () => {
  const terms = [buildTerm('grey', 0), buildTerm('sofa', 1), instead('couch', 1, 1, 0)]
  const scorer = Scorer.of(terms, statistics)
  const score = (vector: TermVector) => scorer.score(vector)
  expect(score(vectorOf('grey sofa')).coverage).toBeCloseTo(1)
  expect(score(vectorOf('grey couch')).coverage).toBeCloseTo(1)
  expect(score(vectorOf('grey chair')).coverage).toBeLessThan(0.6)
  const own = score(vectorOf('grey sofa')).total
  expect(score(vectorOf('grey couch')).total).toBeLessThan(own)
  expect(score(vectorOf('sofa couch')).total).toBeLessThan(own)
})

test('a synonym stands for all the words it was found for', () => {
  const terms = [buildTerm('mobile', 0), buildTerm('phone', 1), instead('handset', 0, 1, 0)]
  expect(Scorer.of(terms, statistics).score(vectorOf('handset')).coverage).toBeCloseTo(1)
})

test('what an index has summed up beside the words it stands for is not taken over', () => {
  const terms = [buildTerm('grey', 0), buildTerm('sofa', 1), instead('couch', 1, 1, 0)]
  const scorer = Scorer.of(terms, statistics)
  const vector = vectorOf('sofa couch')
  const alone = Scorer.of(terms, statistics).score(vector)
  scorer.know(vector, { sum: 99, covered: 99, named: 99 })
  expect(scorer.score(vector)).toEqual(alone)
})

test('terms that nobody typed join what is exchanged', () => {
  const terms = [buildTerm('sofa', 0), instead('couch', 0, 0, 0)]
  const added = { ...buildTerm('grey', -1), weight: 0.3 }
  const scorer = Scorer.of(terms, statistics)
  const plain = scorer.score(vectorOf('grey couch'))
  const more = scorer.and([added]).score(vectorOf('grey couch'))
  expect(more.total).toBeGreaterThan(plain.total)
  expect(more.coverage).toBeCloseTo(1)
})
