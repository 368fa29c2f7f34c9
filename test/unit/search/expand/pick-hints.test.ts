import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facets } from '../../../../worker/contract/search.ts'
import type { Locale } from '../../../../worker/contract/vocabulary.ts'
import { pickHints, type HintSources } from '../../../../worker/search/expand/pick-hints.ts'
import { noFilters } from '../../../../worker/search/rank/matches-filters.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

type Counted = Readonly<Record<string, number>>

const counted = (values: Counted) => Object.entries(values).map(([value, count]) => ({ value, count }))

const facetsOf = (
  category: Counted,
  attributes: Readonly<Record<string, Counted>> = {},
  brand: Counted = {},
): Facets => ({
  category: counted(category),
  brand: counted(brand),
  availability: [],
  attributes: Object.entries(attributes).map(([name, values]) => ({ name, values: counted(values) })),
})

const sources = (fields: Partial<HintSources>): HintSources => ({
  words: [],
  facets: facetsOf({}),
  total: 40,
  filters: noFilters,
  wishes: [],
  queryWords: [],
  maySay: () => true,
  ...fields,
})

const labels = (fields: Partial<HintSources>) => pickHints(sources(fields)).map(({ label }) => label)

const wishesOf = (query: string, locale: Locale) =>
  understandQuery(query, { locale, currency: 'KRW', exponent: 0, now: 0 }).wishes

describe('an added word is offered where the shop has it to tap', () => {
  test('as a category, by its last part, and as an attribute, both in the shop’s spelling', () => {
    const facets = facetsOf(
      { 'Home & Living > Wool Blankets': 9, 'Home & Living': 40 },
      { Material: { 'Merino Wool': 12, Cotton: 5 } },
    )
    expect(pickHints(sources({ words: ['merino wool', 'wool blanket'], facets }))).toEqual([
      { label: 'Merino Wool', filter: { name: 'attr.Material', value: 'Merino Wool' } },
      { label: 'Wool Blankets', filter: { name: 'category', value: 'Home & Living > Wool Blankets' } },
    ])
  })

  test.each([
    ['a plural', 'throws', { Throw: 5 }, ['Throw']],
    ['a hyphen and a capital', 't-shirt', { 'T-Shirts': 5 }, ['T-Shirts']],
    ['a particle', '가디건이나', { 가디건: 5 }, ['가디건']],
    ['a word that ends like one', '바나나', { 바나나: 5 }, ['바나나']],
    ['another spacing', '롱 원피스', { 롱원피스: 5 }, ['롱원피스']],
    ['full width', 'ブランケット', { ﾌﾞﾗﾝｹｯﾄ: 5 }, ['ﾌﾞﾗﾝｹｯﾄ']],
    ['another script only', '毛布', { ブランケット: 5 }, []],
    ['a part of a longer name', 'wool', { 'Wool Blankets': 5 }, []],
    ['more than the name', 'wool blanket', { Wool: 5 }, []],
  ])('%s: %s in %o', (_, word, category, expected) => {
    expect(labels({ words: [word], facets: facetsOf(category) })).toEqual(expected)
  })

  test('in the order of the words, then by how much is found, four at most, each once', () => {
    const facets = facetsOf(
      { Throws: 5, Teapots: 6, Candles: 7, Socks: 8, Books: 9 },
      { Kind: { Throw: 9, throws: 4 } },
    )
    const words = ['throw', 'throws', 'socks', 'teapot', 'candle', 'book']
    expect(pickHints(sources({ words, facets })).map(({ filter, label }) => [filter.name, label])).toEqual([
      ['attr.Kind', 'Throw'],
      ['category', 'Socks'],
      ['category', 'Teapots'],
      ['category', 'Candles'],
    ])
  })

  test('the broadest of a branch; none where two branches have a category of one name', () => {
    const nested = facetsOf({ Shoes: 9, 'Shoes > Shoes': 7 })
    expect(pickHints(sources({ words: ['shoes'], facets: nested }))).toEqual([
      { label: 'Shoes', filter: { name: 'category', value: 'Shoes' } },
    ])
    expect(
      labels({ words: ['가디건'], facets: facetsOf({ '여성 > 가디건': 9, '남성 > 가디건': 5 }) }),
    ).toEqual([])
  })
})

describe('not offered is', () => {
  const facets = facetsOf({ Throws: 10 }, { Material: { Leather: 10, Wool: 10 } }, { Throwback: 5 })

  test.each([
    [2, []],
    [3, ['Throws']],
    [35, ['Throws']],
    [36, []],
    [40, []],
  ])('what leaves too few, or nearly all: %i of 40', (count, expected) => {
    expect(labels({ words: ['throw'], facets: facetsOf({ Throws: count }) })).toEqual(expected)
  })

  test('a value of a filter that is tapped: values of one filter widen each other', () => {
    const words = ['throw', 'wool']
    expect(labels({ words, facets, filters: { ...noFilters, category: ['Home'] } })).toEqual(['Wool'])
    const attributes = [{ name: 'Material', values: ['Leather'] }]
    expect(labels({ words, facets, filters: { ...noFilters, attributes } })).toEqual(['Throws'])
  })

  test('a word of the query itself', () => {
    expect(labels({ words: ['throw', 'wool'], facets, queryWords: ['woolen', 'wool', 'gift'] })).toEqual([
      'Throws',
    ])
  })

  test.each<[string, Locale, string, Facets, string[]]>([
    ['something soft without leather', 'en', 'leather', facets, []],
    ['something soft without leather', 'en', 'wool', facets, ['Wool']],
    ['가죽 말고 출근용 가방', 'ko', '가죽', facetsOf({}, { 소재: { 가죽: 9, 소가죽: 5 } }), []],
    ['가죽 말고 출근용 가방', 'ko', '소가죽', facetsOf({}, { 소재: { 가죽: 9, 소가죽: 5 } }), []],
    ['검은색 출근용 가방', 'ko', '블랙', facetsOf({}, { 색상: { 블랙: 9, 네이비: 5 } }), []],
    ['검은색 출근용 가방', 'ko', '네이비', facetsOf({}, { 색상: { 블랙: 9, 네이비: 5 } }), ['네이비']],
    ['革なしの通勤バッグ', 'ja', '革', facetsOf({}, { 素材: { 革: 9, 綿: 5 } }), []],
  ])('what is excluded or understood already (%s, %s: %s)', (query, locale, word, offered, expected) => {
    expect(labels({ words: [word], facets: offered, wishes: wishesOf(query, locale) })).toEqual(expected)
  })

  test('a brand, though an attribute has its name', () => {
    const branded = facetsOf({}, { Maker: { Throwback: 5 } }, { Throwback: 5 })
    expect(labels({ words: ['throwback'], facets: branded })).toEqual([])
  })

  test.each(['yes', 'none', '있음', 'はい'])('a bare %s', (value) => {
    expect(labels({ words: [value], facets: facetsOf({}, { Lined: { [value]: 5 } }) })).toEqual([])
  })

  test('a label with something hidden in it, or longer than any word', () => {
    const hidden = facetsOf({}, { Material: { 'Wo\u200bol': 5, [`Wool${'!'.repeat(60)}`]: 5 } })
    expect(labels({ words: ['wool'], facets: hidden })).toEqual([])
  })

  test('what the claims guard holds back', () => {
    const maySay: HintSources['maySay'] = ({ label }) => label !== 'Wool'
    expect(labels({ words: ['wool', 'throw'], facets, maySay })).toEqual(['Throws'])
  })

  test('anything without words', () => {
    expect(labels({ facets })).toEqual([])
  })
})

test('whatever a model writes, a hint is a value of what was found, narrows it and is never of what is excluded', () => {
  const names = fc.constantFrom(
    'Wool',
    'wool',
    'Leather',
    '가죽',
    '블랙',
    'Throws',
    '담요',
    '革',
    'Off-White™',
    '<b>',
  )
  const value = fc.oneof(names, fc.string({ unit: 'grapheme', maxLength: 12 }))
  const values = fc.array(fc.record({ value, count: fc.integer({ min: 0, max: 50 }) }), { maxLength: 8 })
  const facets = fc.record({
    category: fc.array(
      fc.record({
        value: fc.array(value, { minLength: 1, maxLength: 3 }).map((path) => path.join(' > ')),
        count: fc.nat(50),
      }),
      { maxLength: 8 },
    ),
    brand: values,
    availability: values,
    attributes: fc.array(fc.record({ name: value, values }), { maxLength: 4 }),
  })
  const wishes = fc.constantFrom(
    ...['without leather', '가죽 말고', '革なし', 'black', 'quiet'].map((query) => wishesOf(query, 'en')),
  )
  let offered = 0
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 16 }),
      facets,
      wishes,
      fc.nat(60),
      (words, found, wished, total) => {
        const hints = pickHints(sources({ words, facets: found, wishes: wished, total }))
        offered += hints.length
        expect(hints.length).toBeLessThanOrEqual(4)
        expect(new Set(hints.map(({ label }) => label)).size).toBe(hints.length)
        for (const { label, filter } of hints) {
          const list =
            filter.name === 'category'
              ? found.category
              : found.attributes
                  .filter(({ name }) => `attr.${name}` === filter.name)
                  .flatMap((one) => one.values)
          const counts = list.filter((one) => one.value === filter.value).map(({ count }) => count)
          expect(counts.some((count) => count >= 3 && count < total * 0.9)).toBe(true)
          expect(filter.name === 'category' ? filter.value.split(' > ').at(-1) : filter.value).toBe(label)
          const excludes = wished.some(({ effect }) => effect.type === 'exclude')
          expect(excludes && /leather|가죽|革/iu.test(label)).toBe(false)
        }
      },
    ),
    { numRuns: 3_000 },
  )
  expect(offered).toBeGreaterThan(300)
})
