import { describe, expect, test } from 'vitest'
import type { ArmFinds } from '../../../../worker/ports/outside-finds.ts'
import { bringsMore } from '../../../../worker/search/outside/brings-more.ts'
import type { SearchTerm } from '../../../../worker/search/rank/score.ts'

const finds = (arm: ArmFinds['arm'], ...ids: string[]): ArmFinds => ({
  arm,
  ids,
  scores: ids.map(() => 1),
  matched: ids.length,
})

const term = (text: string, word: number, more: Partial<SearchTerm> = {}): SearchTerm => ({
  term: text,
  hash: 0,
  documents: 5,
  idf: 1,
  weight: 1,
  word,
  ...more,
})

describe('what a search server brings beside the shop’s own index', () => {
  const known = [term('linen', 0), term('dress', 1)]

  test('is nothing where every word is known here, and where it found nothing', () => {
    expect(bringsMore([finds('words', 'a'), finds('spelling', 'b')], known)).toBe(false)
    expect(bringsMore([finds('words')], [term('linnen', 0, { documents: 0 })])).toBe(false)
  })

  test('is what is near in meaning, whatever the words', () => {
    expect(bringsMore([finds('words'), finds('semantic', 'a')], known)).toBe(true)
    expect(bringsMore([finds('words'), finds('semantic')], known)).toBe(false)
  })

  test('is what is spelt nearly like a word that no product has', () => {
    const unknown = term('drexs', 1, { documents: 0 })
    expect(bringsMore([finds('words', 'a')], [term('linen', 0), unknown])).toBe(true)
    // A filler, an added word, and a word of which one term is known.
    expect(bringsMore([finds('words', 'a')], [term('linen', 0), { ...unknown, weight: 0.2 }])).toBe(false)
    expect(bringsMore([finds('words', 'a')], [term('linen', 0), { ...unknown, word: -1 }])).toBe(false)
    expect(bringsMore([finds('words', 'a')], [term('dress', 1), unknown])).toBe(false)
  })

  test('is of character pairs only what the arm of spellings guessed', () => {
    const pairs = [term('원피', 0, { documents: 0 }), term('피쓰', 0, { documents: 0 })]
    expect(bringsMore([finds('words', 'a'), finds('spelling')], pairs)).toBe(false)
    expect(bringsMore([finds('words'), finds('spelling', 'a')], pairs)).toBe(true)
  })
})
