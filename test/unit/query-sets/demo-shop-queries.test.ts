import { describe, expect, test } from 'vitest'
import { products, type DemoLanguage, type DemoProduct } from '../../demo/catalogue.ts'
import {
  readAnswerableQueries,
  readCorrectWords,
  readNoAnswerQueries,
  readVariantsCatalogue,
} from '../../support/query-sets.ts'
import { fold } from '../../../worker/search/text/fold.ts'

const repeated = (values: readonly string[]) =>
  values.filter((value, place) => values.indexOf(value) !== place)

/** Everything a merchant writes of a product; not its picture and not what its buyers write. */
const textOf = ({ art: _art, reviews: _reviews, created: _created, ...facts }: DemoProduct) =>
  fold(JSON.stringify(facts))

describe('correct words', () => {
  const words = readCorrectWords()
  const texts = {
    variants: readVariantsCatalogue().map((product) => fold(JSON.stringify(product))),
    ko: products('ko').map(textOf),
    en: products('en').map(textOf),
  }

  test('are many, each once', () => {
    expect(words.length).toBeGreaterThanOrEqual(240)
    expect(repeated(words.map(({ catalogue, query }) => `${catalogue} ${query}`))).toEqual([])
    for (const lang of ['ko', 'en', 'ja'] as const) {
      expect(words.filter((word) => word.lang === lang).length).toBeGreaterThanOrEqual(20)
    }
  })

  test('are written by the shop they are asked of', () => {
    const unwritten = words.filter(
      ({ query, catalogue }) =>
        !texts[catalogue].some((text) =>
          fold(query)
            .split(' ')
            .every((word) => text.includes(word)),
        ),
    )
    expect(unwritten).toEqual([])
  })
})

test('queries without an answer are many, each once', () => {
  const queries = readNoAnswerQueries()
  expect(queries.length).toBeGreaterThanOrEqual(80)
  expect(repeated(queries.map(({ query }) => query))).toEqual([])
  const count = (lang: string) => queries.filter((query) => query.lang === lang).length
  expect([count('ko') >= 40, count('en') >= 40, count('ja') >= 10]).toEqual([true, true, true])
})

test('answerable queries are many, each once, and name products of their shop', () => {
  const queries = readAnswerableQueries()
  expect(queries.length).toBeGreaterThanOrEqual(120)
  expect(repeated(queries.map(({ query }) => query))).toEqual([])
  const sold = (lang: DemoLanguage) => new Set(products(lang).map(({ id }) => id))
  const idsOf = { ko: sold('ko'), en: sold('en') }
  const unknown = queries.flatMap(({ lang, acceptable }) => acceptable.filter((id) => !idsOf[lang].has(id)))
  expect(unknown).toEqual([])
})
