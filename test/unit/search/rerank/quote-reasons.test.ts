import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hit } from '../../../../worker/contract/search.ts'
import type { Card, Statement } from '../../../../worker/ports/retriever.ts'
import { quoteReasons } from '../../../../worker/search/rerank/quote-reasons.ts'
import { readReasons } from '../../../../worker/search/rerank/read-reasons.ts'

const said = (text: string): Statement => ({ text, isFact: false })
const fact = (text: string): Statement => ({ text, isFact: true })

const card = (id: string, fields: Partial<Card>): Card => ({
  id,
  title: `Throw ${id}`,
  price: '$40',
  category: 'Throws',
  text: fields.statements?.map(({ text }) => text).join(', ') ?? '',
  ...fields,
})

const hit = (id: string, reason?: string): Hit => ({
  id,
  title: id,
  price: 40,
  currency: 'USD',
  availability: 'in_stock',
  ...(reason === undefined ? {} : { reason }),
})

const answer = (...w: readonly unknown[]) => JSON.stringify({ r: [1, 2, 3, 4], w })

/** What is shown of what a model writes about one product. */
function about(phrase: string, fields: Partial<Card>, query = 'something warm', reason?: string) {
  const one = card('a', fields)
  return quoteReasons(answer(`1|${phrase}`), { cards: [one], ids: ['a'], hits: [hit('a', reason)], query })
}

const quoteOf = (...told: Parameters<typeof about>) => about(...told).reasons['a']
const whyNot = (...told: Parameters<typeof about>) => Object.keys(about(...told).dropped)[0]

describe('a quotation of the product’s own card', () => {
  const donegal = { statements: [said('Knitted in Donegal from undyed Merino wool.'), fact('Weight 900 g')] }

  test.each([
    ['as it stands', 'undyed Merino wool', 'undyed Merino wool'],
    ['in another case and spacing', 'UNDYED  merino\nwool', 'undyed Merino wool'],
    ['in quotation marks, with a stop', '“knitted in donegal.”', 'Knitted in Donegal'],
    ['behind the rest of its line', 'Throw a|$40|Throws|from undyed merino wool', 'from undyed Merino wool'],
    ['of a fact, which is shown whole', '900 g', 'Weight 900 g'],
  ])('%s', (_, phrase, expected) => {
    expect(quoteOf(phrase, donegal)).toBe(expected)
  })

  test.each([
    [
      '무릎을 다 덮는 넉넉한 크기',
      { statements: [said('무릎을 다 덮는 넉넉한 크기예요.')] },
      '무릎을 다 덮는 넉넉한 크기예요',
    ],
    ['무릎을 다 덮는', { statements: [said('무릎을 다 덮는 넉넉한 크기예요.')] }, '무릎을 다 덮는'],
    ['면 100%', { statements: [fact('소재 면 100%')] }, '소재 면 100%'],
    [
      '肌ざわりのよい毛布',
      { statements: [said('肌ざわりのよい毛布で、一年中使えます')] },
      '肌ざわりのよい毛布',
    ],
    ['やわらかいｶｼﾐﾔ混', { statements: [said('やわらかいカシミヤ混')] }, 'やわらかいカシミヤ混'],
    ['é'.normalize('NFD') + 'tole de laine', { statements: [said('Étole de laine fine')] }, 'Étole de laine'],
  ])('%s of %o', (phrase, fields, expected) => {
    expect(quoteOf(phrase, fields)).toBe(expected)
  })
})

describe('not shown is', () => {
  test.each([
    ['what the card does not say', 'loved by everyone'],
    ['half a word', 'knitted in Done'],
    ['the end of a Korean word', '가락 담요'],
    ['two sentences with something left out', 'Knitted from undyed Merino wool'],
    ['a text of ours between two statements', 'wool, Weight 900 g'],
    ['the title, which is not of the text', 'Throw a'],
  ])('%s', (_, phrase) => {
    const fields = {
      statements: [
        said('Knitted in Donegal from undyed Merino wool'),
        said('숟가락 담요'),
        fact('Weight 900 g'),
      ],
    }
    expect(whyNot(phrase, fields)).toBe('reason_not_quoted')
  })

  test('what stands behind the part that the model was shown', () => {
    const text = `${'Woven in a small mill by the sea '.repeat(3)}of thick undyed wool`
    const shown = text.slice(0, 90)
    expect(whyNot('thick undyed wool', { text: shown, statements: [said(text)] })).toBe('reason_not_quoted')
    expect(quoteOf('a small mill by the sea', { text: shown, statements: [said(text)] })).toBe(
      'a small mill by the sea',
    )
  })

  test.each([
    ['waterproof up to the seams', [said('Not waterproof up to the seams.')]],
    ['easy to clean', [said('Easy to clean, but it shrinks in the dryer')]],
    ['water resistant', [fact('Water resistant false')]],
    ['물에 젖어도', [said('물에 젖어도 되는 소재가 아니에요')]],
    ['비에 젖지', [said('비에 젖지않아요')]],
    ['수심 30m 방수', [fact('수심 30m 방수 없음')]],
    ['水を通さない', [said('水を通さない')]],
  ])('a denial, nor half of one: %s', (phrase, statements) => {
    expect(whyNot(phrase, { statements })).toBe('reason_denied')
  })

  test('a denial passes where the wish denies and it is quoted along', () => {
    const statements = [said('No added fragrance at all')]
    expect(quoteOf('No added fragrance', { statements }, 'cream without fragrance')).toBe(
      'No added fragrance',
    )
    expect(whyNot('added fragrance', { statements }, 'cream without fragrance')).toBe('reason_denied')
  })

  test.each([
    ['$39.90 only', [said('Now $39.90 only, while it lasts')]],
    ['49,000원', [said('정가 49,000원 상당의 담요')]],
    ['税込 4,980円', [said('税込 4,980円')]],
    ['merino throw', [said('A Merino throw for two')]],
    ['for two', [said('Blanket for two')]],
    ['a', [said('a b')]],
    ['word '.repeat(30).trim(), [said('word '.repeat(40))]],
  ])('what says nothing: %s', (phrase, statements) => {
    const told = about(phrase, { title: 'Throw for two', category: 'Merino throws', statements })
    expect(told).toEqual({ reasons: {}, dropped: { reason_idle: 1 } })
  })

  test('what the shop’s own reason says already; anything else takes its place', () => {
    const fields = { statements: [fact('Material Merino wool'), said('Thick enough for January')] }
    expect(whyNot('Material Merino wool', fields, 'warm', 'Material: Merino wool')).toBe('reason_idle')
    expect(quoteOf('enough for January', fields, 'warm', 'Material: Merino wool')).toBe('enough for January')
  })

  test.each([
    ['아토피를 치료하는 크림', '화장품', '수분 크림', '아토피를 치료하는 크림이라'],
    ['치료하는 크림', '화장품', '수분 크림', '아토피를 치료하는 크림이라'],
    ['the best blanket in the world', 'Throws', 'Plaid', 'Simply the best blanket in the world'],
    ['write to anna@example.com', 'Throws', 'Plaid', 'For colours write to anna@example.com'],
  ])('what the claims guard holds back: %s', (phrase, category, title, text) => {
    expect(whyNot(phrase, { category, title, statements: [said(text)] })).toBe('reason_claim')
  })
})

test('a card without its whole statements is not quoted: what follows the cut may deny it', () => {
  expect(whyNot('keeps out the rain', { text: 'It keeps out the rain for a mi' })).toBe('reason_not_quoted')
})

describe('each of its own product', () => {
  const cards = ['a', 'b', 'c', 'd'].map((id) =>
    card(id, { statements: [said(`Woven by the people of village ${id}`)] }),
  )
  const hits = cards.map(({ id }) => hit(id))
  const told = (w: readonly unknown[], ids = ['a', 'b', 'c', 'd']) =>
    quoteReasons(answer(...w), { cards, ids, hits, query: 'a gift' })

  test('never of another, whatever that one says', () => {
    expect(told(['1|people of village b', '2|people of village b'])).toEqual({
      reasons: { b: 'people of village b' },
      dropped: { reason_not_quoted: 1 },
    })
  })

  test('of the first three of the final order, one each', () => {
    const all = ['a', 'b', 'c', 'd'].map((id, at) => `${at + 1}|people of village ${id}`)
    expect(told(all, ['d', 'c', 'b', 'a'])).toEqual({
      reasons: { b: 'people of village b', c: 'people of village c', d: 'people of village d' },
      dropped: { reason_misplaced: 1 },
    })
    expect(told(['1|people of village a', '1|Woven by the people'])).toEqual({
      reasons: { a: 'people of village a' },
      dropped: { reason_misplaced: 1 },
    })
  })

  test('a product called like a property of objects is none', () => {
    const named = [card('__proto__', { statements: [said('Woven by hand in Galway')] })]
    const { reasons } = quoteReasons('{"r":[1],"w":["1|woven by hand"]}', {
      cards: named,
      ids: ['__proto__'],
      hits: [],
      query: '',
    })
    expect(Object.entries(reasons)).toEqual([['__proto__', 'Woven by hand']])
    expect(Object.getPrototypeOf(reasons)).toBe(Object.prototype)
  })
})

describe('readReasons', () => {
  test.each([
    [
      'the JSON asked for',
      '{"r":[2],"w":["2|soft","1|warm"]}',
      [
        [1, 'soft'],
        [0, 'warm'],
      ],
      0,
    ],
    ['a code fence', '```json\n{"r":[2], "w": [ "2|soft" ]}\n```', [[1, 'soft']], 0],
    ['what was cut off, without its last entry', '{"r":[2],"w":["2|soft","1|war', [[1, 'soft']], 0],
    ['escapes', '{"r":[2],"w":["2|\\uc591\\ud138 \\"b\\"","1|war', [[1, '양털 "b"']], 0],
    ['the rest of other entries', '{"w":["9|soft","soft","2|",3,null,["1","x"],"1|warm"]}', [[0, 'warm']], 6],
    [
      'no more than eight',
      JSON.stringify({ w: Array.from({ length: 20 }, () => '1|a') }),
      Array.from({ length: 8 }, () => [0, 'a']),
      12,
    ],
    ['nothing without reasons', '{"r":[1,2]}', [], 0],
    ['nothing of prose', 'I would say "w" fits.', [], 0],
  ])('%s', (_, text, expected, unreadable) => {
    const read = readReasons(text, 3)
    expect(read.written.map(({ place, phrase }) => [place, phrase])).toEqual(expected)
    expect(read.unreadable).toBe(unreadable)
  })

  test('a megabyte of brackets and quotes is read as quickly as it comes', () => {
    const spent = (length: number) => {
      const texts = ['"', '\\', '",', '["', ' ,'].map((piece) => `{"w":[${piece.repeat(length)}`)
      const times = Array.from({ length: 3 }, () => {
        const begun = performance.now()
        for (const text of texts) readReasons(text, 24)
        return performance.now() - begun
      })
      return Math.min(...times)
    }
    expect(spent(400_000)).toBeLessThan(Math.max(spent(100_000), 1) * 40)
  })

  test('throws at nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.nat(48), (text, n) => {
        for (const { place, phrase } of readReasons(text, n).written) {
          expect(place).toBeLessThan(n)
          expect(phrase).not.toBe('')
        }
      }),
    )
  })
})
