import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, analyseQueryWord, bigrams } from '../../../../worker/search/text/analyse.ts'

test.each([
  ['Running shoes', ['run', 'shoe']],
  ['TN-2110', ['tn', '2110', 'tn2110']],
  ["don't", ['dont']],
  ["women's", ['women']],
  ['500 ml', ['500ml']],
  ['500ml', ['500ml']],
  ['거실조명', ['거실', '실조', '조명']],
  ['꽃', ['꽃']],
  ['間接照明', ['間接', '接照', '照明']],
  ['5cm굽', ['5cm', '굽']],
  ['', []],
  ['—!?', []],
])('%j is the terms %j', (text, terms) => {
  expect(analyse(text)).toEqual(terms)
})

test('a word of a query finds every text that has it as a word', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{1,12}$/),
    fc.stringMatching(/^[0-9]{1,6}$/),
    fc.stringMatching(/^[가-힣]{1,6}$/),
    fc.stringMatching(/^[ァ-ヶ]{1,6}$/),
  )
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (wanted, others) => {
      const text = analyse([...others, wanted].join(' · '))
      expect(text).toEqual(expect.arrayContaining(analyseQueryWord(wanted)))
    }),
  )
})

test('terms hold nothing that a full-text index would take apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const term of analyse(text)) expect(term).toMatch(/^[\p{L}\p{N}\p{M}ー々]+$/u)
    }),
  )
})

test('a possessive leaves the word before it as it is read elsewhere', () => {
  expect(analyse("tn-2110's")).toEqual(analyse('tn-2110'))
  expect(analyse('⺀')).toEqual([])
})

test('pairs of characters keep characters of two units whole', () => {
  expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家'])
})

test('a text of nothing but possessives is read like any other', () => {
  expect(analyse(`cup${"'s".repeat(9_999)}`)).toEqual(['cup'])
  expect(analyse("don't's")).toEqual(analyse("don't"))
})
