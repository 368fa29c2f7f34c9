import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../worker/catalogue/detect-format.ts'
import { type RawRecord, readRecords, startReading } from '../../../worker/catalogue/read-records.ts'
import type { RowError } from '../../../worker/contract/catalogue.ts'

interface Read {
  records: RawRecord[]
  errors: RowError[]
  refused: boolean
}

/** Reads a file in slices that grow by the given sizes, passing the checkpoint through JSON as a kill would. */
const read = (text: string, sizes: readonly number[] = [text.length]): Read => {
  const detected = detectFormat(text, 'auto')
  if (!detected.ok) throw new Error(detected.error)
  const all: Read = { records: [], errors: [], refused: false }
  let state = startReading(detected.value)
  let from = 0
  let to = 0
  for (let turn = 0; ; turn += 1) {
    to = Math.min(text.length, to + (sizes[turn % sizes.length] ?? text.length))
    const slice = readRecords(state, text.slice(from, to), to === text.length)
    all.records.push(...slice.records)
    all.errors.push(...slice.errors)
    all.refused ||= slice.refused
    state = JSON.parse(JSON.stringify(slice.state)) as typeof state
    from += slice.consumedChars
    if (to === text.length || slice.refused) return all
  }
}

const fieldsOf = (text: string) => read(text).records.map(({ line, fields }) => [line, fields])

describe('reading JSON Lines', () => {
  it('reads one record a line and passes over blank ones', () => {
    expect(fieldsOf('\ufeff{"id":1}\r\n\r\n{"id":2}\n{"id":3}')).toEqual([
      [1, { id: 1 }],
      [3, { id: 2 }],
      [4, { id: 3 }],
    ])
  })

  it('names the line of a broken record and reads on', () => {
    const { records, errors } = read('{"id":1}\n{"id":2\n[3]\n{"id":4}\n')
    expect(records.map(({ line }) => line)).toEqual([1, 4])
    expect(errors.map(({ line, field }) => [line, field])).toEqual([
      [2, ''],
      [3, ''],
    ])
  })
})

describe('reading a JSON document', () => {
  it.each([
    '[{"id":1},\n{"id":2}]',
    '{"total":2,"products":[{"id":1},\n{"id":2}],"page":{"n":1}}',
    '{"meta":{"a":[1]},"data":{"products":[{"id":1},\n{"id":2}]}}',
    '{"hits":{"hits":[{"id":1},\n{"id":2}]}}',
    '{"catalogue":[{"id":1},\n{"id":2}]}',
  ])('finds the records in %s', (text) => {
    expect(fieldsOf(text)).toEqual([
      [1, { id: 1 }],
      [2, { id: 2 }],
    ])
  })

  it('takes an object that names a product for the one record, its variants included', () => {
    const product = { id: 1, title: 'Cup ] "a"', variants: [{ id: 'a' }] }
    expect(fieldsOf(JSON.stringify(product, null, 1))).toEqual([[1, product]])
  })

  it('is not confused by brackets, quotes and backslashes inside strings', () => {
    const records = [
      { id: '1', title: '}],[{ \\" "' },
      { id: '2', title: '\\' },
    ]
    expect(read(JSON.stringify(records)).records.map(({ fields }) => fields)).toEqual(records)
  })

  it('gives a record that is broken inside as one error and reads on', () => {
    const { records, errors, refused } = read('[{"id":1},\n{"id":2,,},\n"three",\n{"id":4}]')
    expect(records.map(({ line }) => line)).toEqual([1, 4])
    expect(errors.map(({ line }) => line)).toEqual([2, 3])
    expect(refused).toBe(false)
  })

  it.each([
    ['[{"id":1},\n{"id":2}', 2, /cut short/],
    ['[{"id":1}\n{"id":2}]', 2, /cannot be followed/],
    ['[{"id":1}]\n[{"id":2}]', 2, /more after the end/],
    ['{"id":1,"title":"Cup"\n', 1, /no list|cut short/],
    ['[{"id":1},\n{"id":"2},{"id":3}]', 2, /cut short/],
  ])('refuses %j as a whole from line %i on', (text, line, message) => {
    const { errors, refused } = read(text)
    expect(refused).toBe(true)
    expect(errors.at(-1)?.line).toBe(line)
    expect(errors.at(-1)?.message).toMatch(message)
  })
})

describe('reading CSV and TSV', () => {
  it('reads quoted delimiters, doubled quotes and line ends inside quotes', () => {
    expect(fieldsOf('id,title,note\n1,"Cup, ""blue""","two\nlines"\n2,Pot,\n')).toEqual([
      [2, { id: '1', title: 'Cup, "blue"', note: 'two\nlines' }],
      [4, { id: '2', title: 'Pot', note: '' }],
    ])
  })

  it.each(['\r\n', '\n', '\r'])('reads files whose lines end with %j', (end) => {
    expect(fieldsOf(['id,title', '1,"Cup"', '2,Pot'].join(end))).toEqual([
      [2, { id: '1', title: 'Cup' }],
      [3, { id: '2', title: 'Pot' }],
    ])
  })

  it('passes over empty rows and comment lines, and counts their lines', () => {
    expect(fieldsOf('# made by hand\nid\ttitle\n\n\t\n1\tCup\n')).toEqual([[5, { id: '1', title: 'Cup' }]])
  })

  it('fills missing cells and refuses surplus ones', () => {
    const { records, errors } = read('id,title,price\n1,Cup\n2,Pot,5,,\n3,Pan,1,299\n')
    expect(records.map(({ fields }) => fields)).toEqual([
      { id: '1', title: 'Cup', price: '' },
      { id: '2', title: 'Pot', price: '5' },
    ])
    expect(errors.map(({ line }) => line)).toEqual([4])
  })

  it('keeps every value of a column that occurs several times', () => {
    expect(fieldsOf('id,image,image,image\n1,a,,b\n')).toEqual([[2, { id: '1', image: ['a', 'b'] }]])
  })

  it('forgives a quote in the middle of a cell', () => {
    expect(fieldsOf('id\ttitle\n1\t24" screen\n2\t"24" screen"\n3\tCup\n')).toEqual([
      [2, { id: '1', title: '24" screen' }],
      [3, { id: '2', title: '24" screen' }],
      [4, { id: '3', title: 'Cup' }],
    ])
  })

  it('loses no row to a quote that is never closed', () => {
    expect(fieldsOf('id\ttitle\n1\t"Cup\n2\tPot\n3\t"Pan"\n')).toEqual([
      [2, { id: '1', title: '"Cup' }],
      [3, { id: '2', title: 'Pot' }],
      [4, { id: '3', title: 'Pan' }],
    ])
    const { records, errors } = read('id,title\n1,"Cup, blue\n2,Pot\n')
    expect(errors.map(({ line }) => line)).toEqual([2])
    expect(records.map(({ line }) => line)).toEqual([3])
  })

  it('does not wait for more than a quarter of a million characters for a quote to close', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},name of thing ${index}\n`).join('')
    const text = `id,title\nx,"never closed\n${rows}`
    const whole = read(text)
    expect(whole.records).toHaveLength(20_001)
    expect(read(text, [70_001])).toEqual(whole)
  })
})

describe('slicing', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      '"',
      '""',
      '"a"',
      '"a,b"',
      '"a\nb"',
      '"a""b"',
      '"a\r\nb"',
      'a"b',
      '"a"b',
      '"open',
      ' ',
      '\t',
      '가',
    ),
    fc.string({ maxLength: 4 }),
  )
  const csv = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
    .chain((rows) =>
      fc
        .constantFrom('\n', '\r\n')
        .map((end) => ['id,title,note', ...rows.map((row) => row.join(','))].join(end)),
    )
  const jsonText = fc
    .array(
      fc.oneof(
        fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
        fc.integer(),
        fc.string({ maxLength: 5 }),
      ),
      {
        maxLength: 6,
      },
    )
    .chain((records) =>
      fc.constantFrom(
        JSON.stringify(records),
        JSON.stringify(records, null, 2),
        JSON.stringify({ total: 1, products: records }),
        `${JSON.stringify(records)}\nmore`,
        JSON.stringify(records).slice(0, -1),
      ),
    )
  const jsonl = fc
    .array(
      fc.oneof(
        fc
          .dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
          .map((value) => JSON.stringify(value)),
        fc.constantFrom('', '{', '3', ' '),
      ),
      {
        maxLength: 8,
      },
    )
    .map((lines) => ['{"id":0}', '{"id":1}', ...lines].join('\n'))

  it('gives the same records, lines and errors for any split', () => {
    fc.assert(
      fc.property(
        fc.oneof(csv, jsonText, jsonl),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
        (text, sizes) => {
          expect(read(text, sizes)).toEqual(read(text))
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('reads back any table that is quoted as the standard says', () => {
    const rows = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
      minLength: 1,
      maxLength: 6,
    })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 30 }), (table, size) => {
        const text = ['id,title', ...table.map((row) => row.map(quoted).join(','))].join('\r\n')
        const kept = table.filter((row) => row.some((value) => value.trim() !== ''))
        expect(read(text, [size]).records.map(({ fields }) => [fields['id'], fields['title']])).toEqual(kept)
      }),
    )
  })
})
