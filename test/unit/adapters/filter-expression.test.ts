import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filterExpression,
  quoteValue,
} from '../../../worker/adapters/retriever-meilisearch/filter-expression.ts'
import { filterFields, filterValue, type FilterTree } from '../../../worker/search/outside/filter-tree.ts'

/** Reads a quoted value back as Meilisearch does: to the first quote that no backslash stands before. */
function readQuoted(text: string): { value: string; rest: string } {
  if (!text.startsWith('"')) throw new Error('no quote')
  let value = ''
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '"') return { value, rest: text.slice(at + 1) }
    if (letter === '\\') at += 1
    value += text.charAt(at)
  }
  throw new Error('never closed')
}

const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', "'", ' ', 'a', '\n') }),
)

const leaf: fc.Arbitrary<FilterTree> = fc.oneof(
  fc.record({
    field: fc.constantFrom(...filterFields.equal),
    is: fc.oneof(values.map(filterValue), fc.boolean()),
  }),
  fc.record(
    {
      field: fc.constant('price' as const),
      from: fc.integer(),
      to: fc.integer(),
      orUnknown: fc.constant(true as const),
    },
    { requiredKeys: ['field', 'orUnknown'] },
  ),
)
const tree: fc.Arbitrary<FilterTree> = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
})).tree

describe('a filter expression', () => {
  test('is written as Meilisearch reads it', () => {
    expect(
      filterExpression({
        all: [
          { field: 'market', is: 'kr' },
          { field: 'adult', is: false },
          { field: 'price', to: 5000, orUnknown: true },
          {
            any: [{ field: 'brand_key', is: 'a"b' }, { not: { field: 'availability', is: 'out_of_stock' } }],
          },
        ],
      }),
    ).toBe(
      '(market = "kr" AND adult = false AND (price IS NULL OR (price <= 5000)) AND (brand_key = "a\\"b" OR NOT (availability = "out_of_stock")))',
    )
  })

  test('an empty list of conditions is met by all, an empty list of choices by none', () => {
    expect([filterExpression({ all: [] }), filterExpression({ any: [] })]).toEqual([
      'market EXISTS',
      'market NOT EXISTS',
    ])
  })

  test('a value never ends its quotation, and is read back as it was', () => {
    fc.assert(
      fc.property(values, (text) => {
        const value = filterValue(text)
        expect(readQuoted(`${quoteValue(value)} AND rest`)).toEqual({ value, rest: ' AND rest' })
      }),
    )
  })

  test('outside quotations there is nothing but our own words and numbers', () => {
    fc.assert(
      fc.property(tree, (filter) => {
        let text = filterExpression(filter)
        let plain = ''
        for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"')) {
          plain += text.slice(0, at)
          text = readQuoted(text.slice(at)).rest
        }
        plain += text
        expect(plain).toMatch(
          /^(?:market|adult|brand_key|categories|availability|facts|price|AND|OR|NOT|EXISTS|IS NULL|true|false|[\s()=<>]|-?\d+)*$/,
        )
        // Every parenthesis that opens closes.
        expect(plain.split('(').length).toBe(plain.split(')').length)
      }),
    )
  })
})

describe('a value that is filtered by', () => {
  test('stays under what a server compares, and different values stay different', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 90, maxLength: 600, unit: 'grapheme' }),
        fc.string({ minLength: 1 }),
        (text, more) => {
          const [left, right] = [filterValue(text), filterValue(text + more)]
          expect(new TextEncoder().encode(left).length).toBeLessThan(468)
          fc.pre(!/\p{Cc}/u.test(text + more))
          expect(left).not.toBe(right)
        },
      ),
    )
  })
})
