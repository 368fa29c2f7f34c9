import { describe, expect, it } from 'vitest'
import { tagTerm } from '../../../../worker/search/knowledge/tag-term.ts'
import { honestAnswer } from '../../../../worker/search/rank/honest-answer.ts'
import type { Ranked } from '../../../../worker/search/rank/rank-candidates.ts'
import { buildCandidate, buildTerm } from './candidates.ts'

const ranked = (coverage: number, named: number, known = 0): Ranked => ({
  candidate: buildCandidate({}),
  score: { total: 1, coverage, named },
  value: 1,
  known,
  near: 0,
  met: [],
  unknown: [],
})

const words = (count: number) => Array.from({ length: count }, (_, word) => buildTerm(`w${word}`, word))
const sofa = (documents: number) => [buildTerm(tagTerm('kind:sofa'), -1, documents)]
const nothing = { concepts: [], kind: [] }

describe('an honest answer', () => {
  it('to an empty list is none', () => {
    expect(honestAnswer([], words(2), nothing)).toBe('none')
  })

  it('to a query without words is found: whatever is listed was asked for', () => {
    expect(honestAnswer([ranked(0, 0)], [], nothing)).toBe('found')
  })

  it.each([
    ['all the words in a title', ranked(1, 1), 2, nothing, 'found'],
    ['hardly any of the words', ranked(0.2, 0.2), 2, nothing, 'nearest'],
    ['few of many words', ranked(0.3, 0.2), 6, nothing, 'found'],
    ['next to none of many words', ranked(0.2, 0.1), 6, nothing, 'nearest'],
    ['two words that no title has', ranked(0.6, 0), 2, nothing, 'nearest'],
    ['a kind of goods that is not sold', ranked(0.6, 0.5), 4, { concepts: [], kind: sofa(0) }, 'nearest'],
    ['the same where it is sold', ranked(0.6, 0.5), 4, { concepts: [], kind: sofa(3) }, 'found'],
    [
      'a title that has it all, though the kind is unknown',
      ranked(1, 0.9),
      2,
      { concepts: [], kind: sofa(0) },
      'found',
    ],
    ['what serves the wish', ranked(0.1, 0, 0.5), 2, nothing, 'found'],
  ] as const)('to %s', (_, top, count, named, answer) => {
    expect(honestAnswer([top], words(count), named)).toBe(answer)
  })

  it('takes what is written without spaces for as many words as it is long', () => {
    const unspaced = Array.from({ length: 12 }, (_, at) => buildTerm(`pair${at}`, 0))
    expect(honestAnswer([ranked(0.6, 0.1)], unspaced, nothing)).toBe('found')
    expect(honestAnswer([ranked(0.6, 0.1)], unspaced.slice(0, 4), nothing)).toBe('nearest')
  })
})
