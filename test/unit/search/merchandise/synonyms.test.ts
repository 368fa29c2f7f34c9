import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Synonym } from '../../../../worker/contract/tuning.ts'
import { Synonyms } from '../../../../worker/search/merchandise/synonyms.ts'

const wordsOf = (query: string, weights: Readonly<Record<string, number>> = {}) =>
  query.split(' ').map((text) => ({ text, weight: weights[text] ?? 1, span: { start: 0, end: text.length } }))

const find = (entries: readonly Synonym[], query: string, weights?: Readonly<Record<string, number>>) =>
  new Synonyms(entries).find(wordsOf(query, weights)).map(({ from, to, texts }) => [from, to, texts])

const twoWay = (...words: string[]): Synonym => ({ id: words.join(), kind: 'two_way', words })
const oneWay = (from: string, ...to: string[]): Synonym => ({ id: from, kind: 'one_way', from, to })

describe('synonyms of a query', () => {
  it.each<[string, Synonym[], string, unknown]>([
    ['a stem', [twoWay('sofa', 'couch')], 'sofas', [[0, 0, ['couch']]]],
    ['a particle', [twoWay('소파', '카우치')], '소파를', [[0, 0, ['카우치']]]],
    ['a particle inside', [oneWay('강아지 옷', '펫웨어')], '강아지의 옷', [[0, 1, ['펫웨어']]]],
    ['spaces that are not there', [oneWay('휴대폰 거치대', '그립')], '휴대폰거치대', [[0, 0, ['그립']]]],
    ['spaces that are there', [oneWay('휴대폰거치대', '그립')], '휴대폰 거치대', [[0, 1, ['그립']]]],
    ['a compound', [oneWay('노트북', '랩탑')], '노트북가방', [[0, 0, ['랩탑 가방']]]],
    ['a change of script', [oneWay('아이폰', 'iphone')], '아이폰15', [[0, 0, ['iphone 15']]]],
    ['the longest run', [oneWay('a', 'x'), oneWay('a b', 'y')], 'a b', [[0, 1, ['y']]]],
    ['every entry of a word', [oneWay('a', 'x'), oneWay('a', 'y')], 'a', [[0, 0, ['x', 'y']]]],
    ['no two syllables within a word', [oneWay('가방', '백')], '장가방문', []],
    ['no other word', [oneWay('パン', 'ブレッド')], 'パンツ', []],
    ['no chain', [oneWay('a', 'b'), oneWay('b', 'c')], 'a', [[0, 0, ['b']]]],
  ])('know %s', (_, entries, query, found) => {
    expect(find(entries, query)).toEqual(found)
  })

  it('leave alone what is not searched: a price, a negation', () => {
    expect(
      find([twoWay('leather', 'hide'), oneWay('bag leather', 'x')], 'bag leather', { leather: 0 }),
    ).toEqual([])
  })

  it('never overlap, and lie within the query', () => {
    const word = fc.constantFrom('a', 'b', 'c', '소파', 'ノート')
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const entries = fc.array(
      fc.oneof(
        fc.array(phrase, { minLength: 2, maxLength: 4 }).map((words) => twoWay(...words)),
        fc.tuple(phrase, phrase).map(([from, to]) => oneWay(from, to)),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(entries, fc.array(word, { minLength: 1, maxLength: 8 }), (list, query) => {
        let end = -1
        for (const { from, to, texts } of new Synonyms(list).find(wordsOf(query.join(' ')))) {
          expect(from).toBeGreaterThan(end)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThan(query.length)
          expect(texts.length).toBeGreaterThan(0)
          end = to
        }
      }),
    )
  })
})
