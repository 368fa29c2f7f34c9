import * as fc from 'fast-check'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { plainText } from '../../worker/catalogue/plain-text.ts'
import { product } from '../../worker/contract/catalogue.ts'
import { errorResponse } from '../../worker/contract/error.ts'
import { searchResponse } from '../../worker/contract/search.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { createShop, errorOf, type Parameters, type TestShop } from './support/worker-shop.ts'

/** Whatever a shopper types or a feed holds is data: never an operator, never a crash, never markup. */

/** Checks an answer to hostile input: success or our own refusal, and nothing a browser could run. */
async function checkAnswer(answer: Response): Promise<200 | 400> {
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  if (answer.status === 200) {
    searchResponse.strict().parse(await answer.json())
    return 200
  }
  expect(answer.status).toBe(400)
  const { code, message } = await errorOf(answer)
  expect(code).toBe('bad_request')
  expect(message).not.toMatch(/sqlite|fts5|zod|at \w+ \(|undefined|\[object/i)
  return 400
}

let shop: TestShop

const ask = async (query: string, parameters: Parameters = {}) =>
  checkAnswer(await shop.searchRaw(query, parameters))

beforeAll(async () => {
  shop = await createShop()
  await shop.importRows('products', [
    { id: 'lamp', title: 'Brass lamp 황동 램프', brand: 'Sol', price: 30_000, attributes: { 소재: '황동' } },
    { id: 'chair', title: 'Oak chair 참나무 의자', price: 90_000, product_type: '가구 > 의자' },
  ])
})

const operators = `" ' * ^ : ( ) - AND OR NOT NEAR( title: { } \\ % _ ;-- /*`.split(' ')
const words = '램프 lamp 말고 이하 5만원 under $ 以下 ~ ⟦'.split(' ')
const parameters =
  'sort limit offset locale market without collection visitor session adult q filter filter[] filter[[]]'.split(
    ' ',
  )
const columns = (
  'title brand description product_type price sale_price link image_link color attributes variants options rating ' +
  'created_at gtin tags __proto__ constructor item_group_id availability visibility id'
).split(' ')

/** Any code units at all, and pieces that mean something to somebody. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((u) => String.fromCharCode(...u)),
      fc.constantFrom(...operators, ...words, '\0', '\u202e'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '))

describe('a search survives', () => {
  test('any text as its query', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (query) => {
        expect(await ask(query)).toBe(query.length > 300 ? 400 : 200)
      }),
      { numRuns: 200 },
    )
  })

  test('any text in its filters', { timeout: 60_000 }, async () => {
    const name = fc.oneof(
      fc.constantFrom(
        'price',
        'brand',
        'category',
        'availability',
        'attr.소재',
        'attr.',
        '__proto__',
        'toString',
      ),
      hostile,
    )
    await fc.assert(
      fc.asyncProperty(name, fc.array(hostile, { minLength: 1, maxLength: 3 }), async (field, values) => {
        expect([200, 400]).toContain(await ask('lamp', { [`filter[${field}]`]: values }))
      }),
      { numRuns: 150 },
    )
  })

  test('any text in its other parameters', { timeout: 60_000 }, async () => {
    const name = fc.constantFrom(...parameters, '__proto__', '')
    await fc.assert(
      fc.asyncProperty(name, hostile, async (field, value) => {
        expect([200, 400]).toContain(await ask('lamp', { [field]: value }))
      }),
      { numRuns: 150 },
    )
  })

  test('query strings that are no proper query strings', async () => {
    const base = `https://aisle.example${paths.search}?key=${shop.keys.public_key}`
    for (const rest of [
      '&q=%',
      '&q=%E0%A4',
      '&q=%FF%FE',
      '&q',
      '&&&',
      '&q=a&q=b',
      '&filter[brand',
      '&=x',
      '&q=%00',
    ]) {
      const answer = await shop.admin(`${base}${rest}`)
      expect([rest, await checkAnswer(answer)]).toEqual([rest, 200])
    }
  })

  test.each([
    '"lamp"',
    'lamp*',
    '^lamp',
    'lamp AND',
    'lamp OR',
    'AND lamp',
    'NEAR(lamp brass)',
    'title:lamp',
    '{title brand}: lamp',
    '-title:lamp',
    'lamp")) OR 1=1 --',
    "lamp'; DROP TABLE product; --",
    'lamp\0',
    '\ufefflamp',
    'lamp \ud83d',
    '램프 \udc00',
    '(lamp',
    '+lamp',
    'lamp NOT chair',
  ])('operators, which are words like any other: %j', async (query) => {
    expect(await shop.find(query)).toContain('lamp')
  })

  const walls = [
    'a',
    '가',
    '"',
    '(',
    '*',
    '-',
    '.',
    ',',
    '0',
    '1,',
    '9만',
    '만',
    '~',
    '一',
    'ー',
    'ｶﾞ',
    '́',
    '\0',
    '\t',
  ]
  const chains = [
    'not ',
    'without ',
    '말고 ',
    '없는 ',
    'じゃない',
    '이하 ',
    'under ',
    '5만원 이하 ',
    '$1-',
    '1~',
    'a.',
    "a'",
  ]
  test.each([...walls, ...chains])('a wall of three hundred characters of %j', async (piece) => {
    expect(await ask(piece.repeat(300).slice(0, 300))).toBe(200)
  })

  test('a wall of characters that are two units each', async () => {
    expect(await ask('😀'.repeat(150))).toBe(200)
  })
})

describe('a product keeps its words', () => {
  /** Characters that normalising a feed leaves alone. */
  const plain = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => plainText(text, 1000) === text)

  test('exactly, whatever they are', { timeout: 60_000 }, async () => {
    const own = await createShop()
    await fc.assert(
      fc.asyncProperty(plain, plain, async (title, value) => {
        const put = await own.admin(`${paths.products}/p`, {
          method: 'PUT',
          body: JSON.stringify({ title, price: 1000, attributes: { 메모: value } }),
        })
        expect(put.status).toBe(200)
        expect(product.parse(await put.json()).title).toBe(title)
        const [hit] = (await own.search('')).hits
        expect(hit?.title).toBe(title)
        await checkAnswer(await own.searchRaw(title.slice(0, 100)))
      }),
      { numRuns: 100 },
    )
  })

  test('or is refused in our own words, in any field', { timeout: 60_000 }, async () => {
    const own = await createShop()
    const field = fc.constantFrom(...columns)
    const value = fc.oneof(hostile, fc.jsonValue({ maxDepth: 3 }))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value, { maxKeys: 6 }), async (fields) => {
        const put = await own.admin(`${paths.products}/p`, {
          method: 'PUT',
          body: JSON.stringify({ title: '컵', ...fields }),
        })
        expect([200, 422]).toContain(put.status)
        const shape = put.status === 200 ? product.strict() : errorResponse
        expect(shape.safeParse(await put.json()).error).toBeUndefined()
        await checkAnswer(await own.searchRaw('컵'))
      }),
      { numRuns: 150 },
    )
  })

  test('through a file of hostile rows that takes nothing else along', async () => {
    const own = await createShop()
    const rows = fc
      .sample(hostile, { numRuns: 200, seed: 7 })
      .map((text, row) => ({ id: `p-${row}`, title: `컵 ${text}`, description: text, brand: text }))
    const status = await own.importRows('products', rows)
    expect(status).toMatchObject({ status: 'done', read: 200 })
    expect(status.accepted + status.rejected).toBe(200)
    const titles = await own.inside((_, { storage }) =>
      storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM product').one(),
    )
    expect(titles.n).toBe(status.accepted)
  })
})

describe('published attack texts', () => {
  const texts = inject('safetyTexts')

  /** Every tenth text alone, and all of them several to a query: each query costs a whole search. */
  const inQueries = (lines: readonly string[]): string[] => {
    const queries = lines.filter((_, row) => row % 10 === 0)
    let packed = ''
    for (const line of lines) {
      if (packed.length + line.length >= 300) {
        queries.push(packed)
        packed = ''
      }
      packed = packed === '' ? line : `${packed} ${line}`
    }
    return [...queries, packed]
  }

  test('are at hand', ({ skip }) => {
    if (texts.length === 0)
      skip('../shared/data/safety/xss-payloads.txt is not here: attack texts are not tried')
    expect(texts.length).toBeGreaterThan(1000)
  })

  test.skipIf(texts.length === 0)(
    'are harmless as queries and come back as they were',
    { timeout: 120_000 },
    async () => {
      const together = 20
      const queries = inQueries(texts)
      for (let at = 0; at < queries.length; at += together) {
        await Promise.all(
          queries.slice(at, at + together).map(async (text) => {
            const answer = await shop.searchRaw(text, { limit: 1 })
            expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
            expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
            const { query } = searchResponse.parse(await answer.json())
            expect(query).toBe(text)
          }),
        )
      }
    },
  )

  test.skipIf(texts.length === 0)(
    'are data in a product and come back as data',
    { timeout: 120_000 },
    async () => {
      const own = await createShop()
      const rows = texts.map((text, row) => ({
        id: `p-${row}`,
        title: `Cup ${text}`,
        link: text,
        image_link: text,
        variants: [{ id: `v-${row}`, options: { print: `x${text}x` }, price: 1000 }],
      }))
      const status = await own.importRows('products', rows)
      expect(status).toMatchObject({ status: 'done', read: texts.length, accepted: texts.length })
      for (let at = 0; at < texts.length; at += 97) {
        const answer = await own.admin(`${paths.products}/p-${at}`)
        expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
        const { title, link, image_link, variants } = product.strict().parse(await answer.json())
        expect(title).toBe(plainText(`Cup ${texts[at]}`, 1000))
        expect(variants?.[0]?.options['print']).toBe(`x${texts[at]}x`)
        for (const address of [link, image_link]) expect(address ?? '/').toMatch(/^(?:https?:\/)?\//)
      }
      for (let offset = 0; offset <= 1000; offset += 100) {
        const { hits } = await own.search('cup', { limit: 100, offset })
        for (const { id, title, link, image_link } of hits) {
          expect(title).toBe(plainText(`Cup ${texts[Number(id.slice(2))]}`, 1000))
          for (const address of [link, image_link]) expect(address ?? '/').toMatch(/^(?:https?:\/)?\//)
        }
      }
    },
  )
})
