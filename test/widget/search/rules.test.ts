import { describe, expect, test } from 'vitest'
import { filterLabel, toggleFilter } from '../../../widget/features/search/filters.ts'
import { NONE, moveActive } from '../../../widget/features/search/move-active.ts'
import { createRecentSearches } from '../../../widget/features/search/recent-searches.ts'
import { isRefined, isWorthAsking } from '../../../widget/features/search/typing.ts'
import { memoryStore } from '../support/memory-store.ts'

describe('arrow keys', () => {
  test.each([
    ['ArrowDown', NONE, 0],
    ['ArrowDown', 3, 4],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, NONE],
    ['Home', 3, 0],
    ['End', 1, 4],
  ])('%s moves from option %i to %i of five', (key, active, next) => {
    expect(moveActive(key, active, 5)).toBe(next)
  })

  test.each(['ArrowUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'a'])(
    'leaves %s to the caret while no option is active',
    (key) => {
      expect(moveActive(key, NONE, 5)).toBeUndefined()
    },
  )

  test('leaves every key to the caret while there is nothing to choose', () => {
    expect(moveActive('ArrowDown', NONE, 0)).toBeUndefined()
  })
})

describe('typing', () => {
  test.each(['ㅎ', '담요 ㅂ', 'ㅏ', '이ㅋ'])('does not ask for %s, a syllable still being typed', (words) => {
    expect(isWorthAsking(words)).toBe(false)
  })

  test.each(['하', '담요', 'ㅋ담요', 'lamp', '毛布', ''])('asks for “%s”', (words) => {
    expect(isWorthAsking(words)).toBe(true)
  })

  test('counts typing on and deleting as the same search, and other words as a new one', () => {
    expect(isRefined('red lamp', 'red')).toBe(true)
    expect(isRefined('red', 'red lamp')).toBe(true)
    expect(isRefined('blue lamp', 'red lamp')).toBe(false)
  })
})

describe('filters', () => {
  test('a tap adds a value and a second tap takes it out again', () => {
    const once = toggleFilter({ brand: ['A'] }, 'brand', 'B')
    expect(once).toEqual({ brand: ['A', 'B'] })
    expect(toggleFilter(once, 'brand', 'B')).toEqual({ brand: ['A'] })
  })

  test('a filter without values is not a filter', () => {
    expect(toggleFilter({ brand: ['A'] }, 'brand', 'A')).toEqual({})
  })

  test('a category path goes by its last step', () => {
    expect(filterLabel('Clothing > Dresses')).toBe('Dresses')
    expect(filterLabel('Navy')).toBe('Navy')
  })
})

describe('recent searches', () => {
  test('stay on the device, newest first, each once, eight at most', () => {
    const store = memoryStore()
    const recent = createRecentSearches(store)
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) recent.remember(words)
    expect(createRecentSearches(store).list.value).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b'])
  })

  test('can be removed one by one or all at once', () => {
    const recent = createRecentSearches(memoryStore())
    recent.remember('lamp')
    recent.remember('rug')
    recent.forget('lamp')
    expect(recent.list.value).toEqual(['rug'])
    recent.clear()
    expect(recent.list.value).toEqual([])
  })

  test('do not remember blank words', () => {
    const recent = createRecentSearches(memoryStore())
    recent.remember('  ')
    expect(recent.list.value).toEqual([])
  })

  test.each(['not json', '{}', '[1,null,"lamp"]'])('survive %s in the storage', (text) => {
    const list = createRecentSearches({ read: () => text, write: () => {} }).list.value
    expect(list.every((words) => words === 'lamp')).toBe(true)
  })
})
