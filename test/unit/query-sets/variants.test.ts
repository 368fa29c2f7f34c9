import { describe, expect, test } from 'vitest'
import { keysOf, typed } from '../../support/dubeolsik.ts'
import { generateVariants } from '../../support/generate-variants.ts'
import {
  readVariants,
  readVariantsCatalogue,
  readVariantSources,
  variantKinds,
  variantSetNames,
} from '../../support/query-sets.ts'

const catalogue = readVariantsCatalogue()
const ids = new Set(catalogue.map(({ id }) => id))
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const catalogueWords = new Set(
  catalogue.flatMap(({ title, brand, product_type }) => wordsOf([title, brand, product_type].join(' '))),
)

const scripts = { Latin: /\p{Script=Latin}/u, Hangul: /\p{Script=Hangul}/u, kana: /[ぁ-ヶ一-龠]/u }

describe('the catalogue of the variants', () => {
  test('has distinct ids and enough brands in each script', () => {
    expect(ids.size).toBe(catalogue.length)
    expect(catalogue.length).toBeGreaterThanOrEqual(250)
    const brands = [...new Set(catalogue.map(({ brand }) => brand))]
    expect(brands.length).toBeGreaterThanOrEqual(90)
    for (const script of Object.values(scripts)) {
      expect(brands.filter((brand) => script.test(brand)).length).toBeGreaterThanOrEqual(10)
      expect(catalogue.filter(({ title }) => script.test(title)).length).toBeGreaterThanOrEqual(30)
    }
  })
})

describe.each(variantSetNames)('set %s', (name) => {
  const pairs = readVariants(name)

  test('asks each query once, for products there are', () => {
    expect(new Set(pairs.map(({ query }) => query)).size).toBe(pairs.length)
    expect(pairs.flatMap(({ intended }) => intended).filter((id) => !ids.has(id))).toEqual([])
    expect(pairs.filter(({ query, from }) => query === from)).toEqual([])
  })

  test('has enough of each kind, language and making', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(130)
    for (const kind of variantKinds) {
      expect([kind, pairs.filter((pair) => pair.kind === kind).length >= 4]).toEqual([kind, true])
    }
    for (const lang of ['ko', 'en', 'ja'] as const) {
      expect(pairs.filter((pair) => pair.lang === lang).length).toBeGreaterThanOrEqual(25)
    }
    const brands = pairs.filter(({ kind }) => kind === 'brand-script')
    expect(brands.length).toBeGreaterThanOrEqual(45)
    expect(pairs.filter(({ made }) => made === 'generated').length / pairs.length).toBeGreaterThan(0.4)
  })

  test('writes a brand in a script that its shop does not use for it', () => {
    const scriptOf = (text: string) =>
      Object.entries(scripts).find(([, script]) => script.test(text))?.[0] ?? 'none'
    const same = pairs.filter(
      ({ kind, query, from }) => kind === 'brand-script' && scriptOf(query) === scriptOf(from),
    )
    expect(same).toEqual([])
  })

  test('types the wrong layout as a keyboard does', () => {
    const layouts = pairs.filter(({ kind }) => kind === 'layout')
    expect(layouts.filter(({ lang }) => lang === 'ko').length).toBeGreaterThanOrEqual(5)
    expect(layouts.filter(({ lang }) => lang === 'en').length).toBeGreaterThanOrEqual(5)
    for (const { query, from, lang } of layouts) {
      expect([from, lang === 'en' ? typed(from) : keysOf(from)]).toEqual([from, query])
    }
  })

  test('holds what its seed generates', () => {
    const { seed, sources } = readVariantSources(name)
    expect(pairs.filter(({ made }) => made === 'generated')).toEqual(
      generateVariants(sources, catalogueWords, seed),
    )
  })
})

test('the two sets share no word and no brand', () => {
  const [a, b] = variantSetNames.map(
    (name) => new Set(readVariants(name).flatMap(({ from }) => wordsOf(from))),
  )
  expect([...(a ?? [])].filter((word) => b?.has(word))).toEqual([])
})
