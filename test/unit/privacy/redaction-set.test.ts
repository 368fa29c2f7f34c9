import { describe, expect, test } from 'vitest'
import {
  judgeRedaction,
  readRedactionSet,
  redactionSetNames,
  type Judged,
} from '../../support/redaction-set.ts'

const RECALL_LEAST = 0.98
const HARM_MOST = 0.01

/** The rows that went wrong where they are more than a share of all; nothing where that many are allowed. */
function tooMany(rows: readonly Judged[], most: number): string[] {
  const wrong = rows.filter(({ right }) => !right)
  if (wrong.length <= most * rows.length) return []
  return wrong.map(({ kind, text, value, result }) => `${kind} ${value}: ${text} -> ${result}`)
}

test('the two sets together have four hundred strings and share none', () => {
  const all = redactionSetNames.flatMap((name) => readRedactionSet(name).map(({ text }) => text))
  expect(all.length).toBeGreaterThanOrEqual(400)
  const shared = new Set(readRedactionSet('held-out').map(({ text }) => text))
  expect(readRedactionSet('while-building').filter(({ text }) => shared.has(text))).toEqual([])
})

describe.each(redactionSetNames)('the set %s', (name) => {
  const { taken, kept, named } = judgeRedaction(readRedactionSet(name))

  test('personal data goes', () => {
    expect(taken.length).toBeGreaterThan(50)
    expect(tooMany(taken, 1 - RECALL_LEAST)).toEqual([])
  })

  test.each([['code'], ['barcode', 'isbn'], ['size', 'quantity'], ['price'], ['order'], ['date'], ['word']])(
    'no %s is harmed',
    (...kinds) => {
      const rows = kept.filter(({ kind }) => kinds.includes(kind))
      expect(rows.length).toBeGreaterThan(3)
      expect(tooMany(rows, HARM_MOST)).toEqual([])
    },
  )

  test('what goes leaves its own mark', () => {
    expect(tooMany(named, 1 - RECALL_LEAST)).toEqual([])
  })
})
