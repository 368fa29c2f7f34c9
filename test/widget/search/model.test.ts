import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OrderEvent } from '../../../worker/contract/search.ts'
import { buildAnswer, buildHit, buildHits } from '../support/build-answer.ts'
import { TYPED_MS, reversed, setUpModel } from '../support/set-up-model.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('asking', () => {
  test('waits until typing rests, then asks once', () => {
    const { model, asked } = setUpModel()
    model.type('l')
    model.type('la')
    model.type('lamp')
    vi.advanceTimersByTime(TYPED_MS)
    expect(asked.map(({ question }) => question.q)).toEqual(['lamp'])
  })

  test('does not ask in the middle of a Korean syllable', () => {
    const { model, asked } = setUpModel()
    model.type('담요 ㅂ')
    vi.advanceTimersByTime(TYPED_MS)
    expect(asked).toHaveLength(0)
  })

  test('lets the latest question win when an earlier answer comes after it', () => {
    const { model, asked, shownIds } = setUpModel()
    model.start('lamp')
    model.start('rug')
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[1]?.answers.results(buildAnswer({ hits: [buildHit('rug')] }))
    asked[0]?.answers.results(buildAnswer({ hits: [buildHit('lamp')] }))
    expect(shownIds()).toEqual(['rug'])
  })

  test('keeps showing the answer before while the next one is under way', () => {
    const { model, asked, shownIds } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer())
    model.start('lamp shade')
    expect(model.status.value).toBe('waiting')
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
  })

  test('goes back to the start page, and asks nothing, when the words are gone', () => {
    const { model, asked, shownIds } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer())
    model.start('')
    expect(model.status.value).toBe('idle')
    expect(shownIds()).toEqual([])
    expect(asked).toHaveLength(1)
  })

  test('browses with a category alone', () => {
    const { model, asked } = setUpModel()
    model.toggleFilter('category', 'Rugs')
    expect(asked[0]?.question).toMatchObject({ q: '', filters: { category: ['Rugs'] } })
  })

  test('keeps filters while words are refined and drops them for other words', () => {
    const { model, asked } = setUpModel()
    model.start('red')
    model.toggleFilter('brand', 'A')
    model.type('red lamp')
    vi.advanceTimersByTime(TYPED_MS)
    expect(asked.at(-1)?.question.filters).toEqual({ brand: ['A'] })
    model.type('blue rug')
    vi.advanceTimersByTime(TYPED_MS)
    expect(asked.at(-1)?.question.filters).toEqual({})
  })

  test('aborts what is under way when the overlay goes', () => {
    const { model, asked } = setUpModel()
    model.start('lamp')
    model.dispose()
    expect(asked[0]?.signal.aborted).toBe(true)
  })

  test('tells the page what was searched and found', () => {
    const { model, asked, host } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ total: 42 }))
    expect(host.emit).toHaveBeenCalledWith('search', { query: 'lamp', filters: {} })
    expect(host.emit).toHaveBeenCalledWith('results', expect.objectContaining({ total: 42, mode: 'keyword' }))
  })
})

describe('taking a correction back', () => {
  test('asks for the words as they are, on every page of them, until they change', async () => {
    const { model, asked } = setUpModel()
    model.start('lmap')
    asked[0]?.answers.results(buildAnswer({ spelling: { typed: 'lmap', shown: 'lamp' } }))
    model.searchExactly()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    void model.more()
    model.type('lmapp')
    await vi.advanceTimersByTimeAsync(TYPED_MS)
    expect(asked.map(({ question }) => question.exact)).toEqual([false, true, true, false])
  })
})

describe('a better order', () => {
  function answered(count = 3) {
    const all = setUpModel()
    all.model.start('lamp')
    const [asked] = all.asked
    if (!asked) throw new Error('nothing was asked')
    asked.answers.results(buildAnswer({ hits: buildHits(count) }))
    return { ...all, order: (order: OrderEvent) => asked.answers.order?.(order) }
  }

  test('moves the cards when it comes before anyone has begun to look', () => {
    const { shownIds, order, model } = answered()
    order(reversed(3))
    expect(shownIds()).toEqual(['p3', 'p2', 'p1'])
    expect(model.moves.value).toBe(1)
  })

  test('is only offered once the list has been touched', () => {
    const { model, shownIds, order } = answered()
    model.touch()
    order(reversed(3))
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
    model.takeBetter()
    expect(shownIds()).toEqual(['p3', 'p2', 'p1'])
    expect(model.better.value).toBeUndefined()
  })

  test('is only offered when it comes late', () => {
    const { model, shownIds, order, wait } = answered()
    wait(1000)
    order(reversed(3))
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
    expect(model.better.value).toHaveLength(3)
  })

  test('that changes no place only brings its reasons, however late', () => {
    const { model, order, wait } = answered()
    model.touch()
    wait(1000)
    order({ ids: ['p1', 'p2', 'p3'], reasons: { p1: 'warm' }, added: [] })
    expect(model.visible.value[0]?.reason).toBe('warm')
    expect(model.better.value).toBeUndefined()
  })

  test('shows no more cards than before, and keeps the rest for “show more”', () => {
    const { model, order, shownIds } = answered(20)
    order({ ...reversed(20), ids: ['n1', ...reversed(20).ids], added: [buildHit('n1')] })
    expect(shownIds()).toHaveLength(20)
    expect(shownIds()[0]).toBe('n1')
    expect(model.hasMore.value).toBe(true)
  })

  test('is forgotten when the next question is answered', () => {
    const { model, order, asked } = answered()
    model.touch()
    order(reversed(3))
    model.start('rug')
    asked[1]?.answers.results(buildAnswer())
    expect(model.better.value).toBeUndefined()
  })
})

describe('hints', () => {
  const hints = [{ label: 'Desk lamps', filter: { name: 'category', value: 'Lamps > Desk' } }]
  const order = { ids: ['p1', 'p2', 'p3'], reasons: {}, added: [] }

  test('come with the results or with the order, the latest count', () => {
    const { model, asked } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ hints }))
    asked[0]?.answers.order?.(order)
    expect(model.answer.value?.hints).toEqual(hints)
    asked[0]?.answers.order?.({ ...order, hints: [] })
    expect(model.answer.value?.hints).toEqual([])
  })
})

describe('wishes', () => {
  const wishes = [
    { id: 'price:..40', kind: 'price' as const, label: 'under $40', hard: true },
    { id: 'mood:cosy', kind: 'mood' as const, label: 'cosy', hard: false },
  ]

  test('a wish taken back stays in its place, is left out of the question, and can be brought back', () => {
    const { model, asked } = setUpModel()
    model.start('cosy lamp under $40')
    asked[0]?.answers.results(buildAnswer({ understood: wishes }))
    for (const wish of wishes.slice(0, 1)) model.toggleWish(wish)
    expect(asked[1]?.question.without).toEqual(['price:..40'])
    asked[1]?.answers.results(buildAnswer({ understood: wishes.slice(1) }))
    expect(model.wishes.value.map((wish) => wish.id)).toEqual(['price:..40', 'mood:cosy'])
    for (const wish of model.wishes.value.slice(0, 1)) model.toggleWish(wish)
    expect(asked[2]?.question.without).toEqual([])
  })

  test('are forgotten with the words they came from', () => {
    const { model, asked } = setUpModel()
    model.start('cosy lamp')
    asked[0]?.answers.results(buildAnswer({ understood: wishes }))
    for (const wish of wishes) model.toggleWish(wish)
    model.type('desk')
    vi.advanceTimersByTime(TYPED_MS)
    expect(asked.at(-1)?.question.without).toEqual([])
  })
})

describe('show more', () => {
  test('appends the next page, each product once', async () => {
    const { model, asked, shownIds } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    const paged = model.more()
    expect(asked[1]?.offset).toBe(20)
    asked[1]?.answers.results(buildAnswer({ hits: [buildHit('p20'), ...buildHits(9, 'q')], total: 30 }))
    asked[1]?.end('answered')
    await paged
    expect(shownIds()).toHaveLength(29)
    expect(model.hasMore.value).toBe(false)
  })

  test('ends at a page that holds nothing, whatever the total promised', async () => {
    const { model, asked } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ hits: buildHits(20), total: 500 }))
    const paged = model.more()
    asked[1]?.answers.results(buildAnswer({ hits: [], total: 500 }))
    asked[1]?.end('answered')
    await paged
    expect(model.hasMore.value).toBe(false)
  })

  test('does not add a page that belongs to an earlier question', async () => {
    const { model, asked, shownIds } = setUpModel()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ hits: buildHits(20), total: 40 }))
    const paged = model.more()
    model.start('rug')
    asked[2]?.answers.results(buildAnswer({ hits: [buildHit('rug')] }))
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20, 'old') }))
    asked[1]?.end('aborted')
    await paged
    expect(shownIds()).toEqual(['rug'])
  })
})

describe('when the service does not answer', () => {
  test('says so, counts it, and asks again on request', async () => {
    const { model, asked, host } = setUpModel()
    model.start('lamp')
    asked[0]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(model.status.value).toBe('failed')
    expect(host.failed).toHaveBeenCalledTimes(1)
    model.retry()
    asked[1]?.answers.results(buildAnswer())
    expect(model.status.value).toBe('answered')
  })

  test('does not hold a refused question against the service', async () => {
    const { model, asked, host } = setUpModel()
    model.start('lamp')
    asked[0]?.end('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(model.status.value).toBe('failed')
    expect(host.failed).not.toHaveBeenCalled()
  })
})

describe('Enter', () => {
  test('asks at once and remembers the words', () => {
    const { model, asked } = setUpModel()
    model.type('lamp')
    model.submit()
    expect(asked).toHaveLength(1)
    expect(model.recent.list.value).toEqual(['lamp'])
  })

  test('goes to the shop’s own search when no results come in a moment', () => {
    const { model, host } = setUpModel()
    model.type('lamp')
    model.submit()
    vi.advanceTimersByTime(1400)
    expect(host.searchInShop).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(host.searchInShop).toHaveBeenCalledWith('lamp')
  })

  test('goes there at once when the service fails', async () => {
    const { model, asked, host } = setUpModel()
    model.type('lamp')
    model.submit()
    asked[0]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(host.searchInShop).toHaveBeenCalledWith('lamp')
  })

  test('stays when results come in time', () => {
    const { model, asked, host } = setUpModel()
    model.type('lamp')
    model.submit()
    asked[0]?.answers.results(buildAnswer())
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('stays when the shopper goes on typing', () => {
    const { model, host } = setUpModel()
    model.type('lamp')
    model.submit()
    model.type('lamp shade')
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('stays where the shop has no search of its own', () => {
    const { model, host } = setUpModel({ canSearchInShop: false })
    model.type('lamp')
    model.submit()
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })
})
