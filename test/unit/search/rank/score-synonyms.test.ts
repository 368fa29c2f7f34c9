import { expect, test } from 'vitest'
import { scoreProduct, type SearchTerm, type Statistics } from '../../../../worker/search/rank/score.ts'
import { scorerOf } from '../../../../worker/search/rank/score-synonyms.ts'
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
  const score = scorerOf(terms, statistics)
  expect(score(vectorOf('grey sofa')).coverage).toBe(1)
  expect(score(vectorOf('grey couch')).coverage).toBe(1)
  expect(score(vectorOf('grey chair')).coverage).toBeLessThan(0.6)
  const own = score(vectorOf('grey sofa')).total
  expect(score(vectorOf('grey couch')).total).toBeLessThan(own)
  expect(score(vectorOf('sofa couch')).total).toBeLessThan(own)
})

test('a synonym stands for all the words it was found for', () => {
  const terms = [buildTerm('mobile', 0), buildTerm('phone', 1), instead('handset', 0, 1, 0)]
  expect(scorerOf(terms, statistics)(vectorOf('handset')).coverage).toBe(1)
})

test('without synonyms nothing changes', () => {
  const terms = [buildTerm('brass', 0), buildTerm('lamp', 1)]
  const vector = vectorOf('brass lamp')
  expect(scorerOf(terms, statistics)(vector)).toEqual(scoreProduct(vector, terms, statistics))
})
