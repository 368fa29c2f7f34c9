import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSuggestions } from '../../../../widget/features/search/later/suggestions.ts'
import { DEBOUNCE_MS } from '../../../../widget/features/search/typing.ts'
import { buildSuggestion } from '../../support/build-suggestion.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp() {
  const asked: { words: string; signal: AbortSignal; answer: (value: unknown) => void; fail: () => void }[] =
    []
  const suggestions = createSuggestions(
    (words, signal) =>
      new Promise((answer, reject) => {
        asked.push({ words, signal, answer, fail: () => reject(new Error('down')) })
      }),
  )
  const rest = () => vi.advanceTimersByTimeAsync(DEBOUNCE_MS)
  return {
    suggestions,
    asked,
    rest,
    settle: () => vi.advanceTimersByTimeAsync(0),
    words: () => asked.map((one) => one.words),
    shown: () => suggestions.current.value?.queries.map(({ text }) => text),
  }
}

test('asks once typing rests', async () => {
  const { suggestions, rest, words } = setUp()
  suggestions.type('le', false)
  await vi.advanceTimersByTimeAsync(DEBOUNCE_MS / 2)
  suggestions.type('lea', false)
  await rest()
  expect(words()).toEqual(['lea'])
})

test.each(['원', '원ㅍ', 'ㅇㅍㅅ'])('asks for %s while it is being composed', async (typed) => {
  const { suggestions, rest, words } = setUp()
  suggestions.type(typed, true)
  await rest()
  expect(words()).toEqual([typed])
})

test.each(['わんp', 'わんぴ', 'wanp'])('waits with %s until another input method is done', async (typed) => {
  const { suggestions, rest, words } = setUp()
  suggestions.type(typed, true)
  await rest()
  expect(words()).toEqual([])
  suggestions.type(typed, false)
  await rest()
  expect(words()).toEqual([typed])
})

test('shows the latest answer only, and what was there until it comes', async () => {
  const { suggestions, asked, rest, settle, shown } = setUp()
  suggestions.type('a', false)
  await rest()
  asked[0]?.answer(buildSuggestion(['apron']))
  await settle()
  suggestions.type('b', false)
  await rest()
  suggestions.type('bo', false)
  await rest()
  expect(asked[1]?.signal.aborted).toBe(true)
  expect(shown()).toEqual(['apron'])
  asked[2]?.answer(buildSuggestion(['boots']))
  asked[1]?.answer(buildSuggestion(['bag']))
  await settle()
  expect(shown()).toEqual(['boots'])
})

test('knows again what it was told before', async () => {
  const { suggestions, asked, rest, settle, shown, words } = setUp()
  suggestions.type('a', false)
  await rest()
  asked[0]?.answer(buildSuggestion(['apron']))
  await settle()
  suggestions.type('ap', false)
  suggestions.type('a', false)
  await rest()
  expect(words()).toEqual(['a'])
  expect(shown()).toEqual(['apron'])
})

test('shows nothing any more once the shopper has chosen, whatever is still to come', async () => {
  const { suggestions, asked, rest, settle, shown } = setUp()
  suggestions.type('a', false)
  await rest()
  suggestions.rest()
  asked[0]?.answer(buildSuggestion(['apron']))
  await settle()
  expect(shown()).toBeUndefined()
})

test('does not ask a service again that failed', async () => {
  const { suggestions, asked, rest, settle, words } = setUp()
  suggestions.type('a', false)
  await rest()
  expect(suggestions.areLikely('a')).toBe(true)
  asked[0]?.fail()
  await settle()
  expect(suggestions.areLikely('ap')).toBe(false)
  suggestions.type('ap', false)
  await rest()
  expect(words()).toEqual(['a'])
})

test.each([null, 'text', {}, { queries: 1 }])('takes %j for no answer', async (value) => {
  const { suggestions, asked, rest, settle, shown } = setUp()
  suggestions.type('a', false)
  await rest()
  asked[0]?.answer(value)
  await settle()
  expect(shown()).toBeUndefined()
})

test('expects nothing of words whose beginning had no completion', async () => {
  const { suggestions, asked, rest, settle } = setUp()
  suggestions.type('zz', false)
  await rest()
  asked[0]?.answer(buildSuggestion([]))
  await settle()
  expect(suggestions.areLikely('zza')).toBe(false)
  expect(suggestions.areLikely('z')).toBe(true)
})
