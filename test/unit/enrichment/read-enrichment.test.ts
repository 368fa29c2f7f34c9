import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnrichment } from '../../../worker/enrichment/read-enrichment.ts'

const one = { n: 1, t: [{ c: 3, e: 'hot nights' }], w: ['sleep well in summer'] }
const two = { n: 2, t: [], w: [] }
const expected = [
  { number: 1, tags: [{ number: 3, evidence: 'hot nights' }], wishes: ['sleep well in summer'] },
  { number: 2, tags: [], wishes: [] },
]
const whole = JSON.stringify({ p: [one, two] })

describe('what a model wrote about products', () => {
  test.each([
    ['as asked', whole],
    ['in a fence', `Sure:\n\`\`\`json\n${whole}\n\`\`\``],
    ['with words that hold brackets and a quote', `I think {so}, "ok: ${whole} and {more}.`],
    ['pretty printed', JSON.stringify({ p: [one, two] }, null, 2)],
    ['as a bare array', JSON.stringify([one, two])],
    ['one object after the other', `${JSON.stringify(one)}\n${JSON.stringify(two)}`],
    ['numbers as texts', JSON.stringify({ p: [{ ...one, n: '1', t: [{ c: '3', e: 'hot nights' }] }, two] })],
    ['a number twice: the first counts', JSON.stringify({ p: [one, { ...two, n: 1, w: ['again'] }, two] })],
  ])('is read %s', (_, text) => {
    expect(readEnrichment(text)).toEqual(expected)
  })

  test('is read up to where it was cut off', () => {
    const cut = JSON.stringify({ p: [one, { n: 2, t: [{ c: 1, e: 'half a quot' }] }] }).slice(0, -12)
    expect(readEnrichment(cut)).toEqual(expected.slice(0, 1))
  })

  test.each(['', 'no', '{}', '[]', '{"p":{}}', '{"p":[1,null,"x",[]]}', '{"n":1}', '{'.repeat(70_000), '"'])(
    'is nothing where there is nothing: %.20s',
    (text) => {
      expect(readEnrichment(text)).toEqual([])
    },
  )

  test('takes no longer for the worst of texts', () => {
    const worst = ['{"n":1,"t":[', '{"n":', '}', '{}', '\\"', '[{'].map((piece) =>
      piece.repeat(64_000 / piece.length),
    )
    const nested = `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`
    const begun = performance.now()
    for (const text of [...worst, nested]) readEnrichment(text)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '"n"',
      '"t"',
      '"w"',
      '1',
      '-',
      '\\',
      '{"n":1,"t":[]}',
      '…',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          for (const { number, tags, wishes } of readEnrichment(text)) {
            expect(Number.isInteger(number)).toBe(true)
            expect(Array.isArray(tags) && Array.isArray(wishes)).toBe(true)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })
})
