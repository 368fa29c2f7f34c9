import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OrderEvent } from '../../../worker/contract/search.ts'
import { createSearchModel } from '../../../widget/features/search/model.ts'
import type { Handover } from '../../../widget/ports/handover.ts'
import { buildAnswer, buildHit, buildHits } from '../support/build-answer.ts'
import { fakeClient } from '../support/fake-client.ts'
import { told } from '../support/told.ts'
import { memoryStore } from '../support/memory-store.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Longer than typing rests before a question. */
const REST_MS = 150

function setUp({ canSearchInShop = true } = {}) {
  const { client, asked } = fakeClient()
  let time = 0
  const host = {
    client,
    store: memoryStore(),
    emit: vi.fn<Handover['emit']>(),
    failed: vi.fn<() => void>(),
    searchInShop: vi.fn<(words: string) => void>(),
    canSearchInShop,
  }
  const model = createSearchModel(host, () => time)
  return {
    model,
    host,
    asked,
    wait: (ms: number) => (time += ms),
    shownIds: () => model.visible.value.map((hit) => hit.id),
  }
}

const reversed = (count: number) => ({
  ids: buildHits(count)
    .map((hit) => hit.id)
    .toReversed(),
  reasons: {},
  added: [],
})

describe('asking', () => {
  test('waits until typing rests, then asks once', () => {
    const { model, asked } = setUp()
    model.type('l')
    model.type('la')
    model.type('lamp')
    vi.advanceTimersByTime(REST_MS)
    expect(asked.map(({ question }) => question.q)).toEqual(['lamp'])
  })

  test('does not ask in the middle of a Korean syllable', () => {
    const { model, asked } = setUp()
    model.type('담요 ㅂ')
    vi.advanceTimersByTime(REST_MS)
    expect(asked).toHaveLength(0)
  })

  test('lets the latest question win when an earlier answer comes after it', () => {
    const { model, asked, shownIds } = setUp()
    model.start('lamp')
    model.start('rug')
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[1]?.answers.results(buildAnswer({ hits: [buildHit('rug')] }))
    asked[0]?.answers.results(buildAnswer({ hits: [buildHit('lamp')] }))
    expect(shownIds()).toEqual(['rug'])
  })

  test('keeps showing the answer before while the next one is under way', () => {
    const { model, asked, shownIds } = setUp()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer())
    model.start('lamp shade')
    expect(model.status.value).toBe('waiting')
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
  })

  test('goes back to the start page, and asks nothing, when the words are gone', () => {
    const { model, asked, shownIds } = setUp()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer())
    model.start('')
    expect(model.status.value).toBe('idle')
    expect(shownIds()).toEqual([])
    expect(asked).toHaveLength(1)
  })

  test('browses with a category alone', () => {
    const { model, asked } = setUp()
    model.toggleFilter('category', 'Rugs')
    expect(asked[0]?.question).toMatchObject({ q: '', filters: { category: ['Rugs'] } })
  })

  test('keeps filters while words are refined and drops them for other words', () => {
    const { model, asked } = setUp()
    model.start('red')
    model.toggleFilter('brand', 'A')
    model.type('red lamp')
    vi.advanceTimersByTime(REST_MS)
    expect(asked.at(-1)?.question.filters).toEqual({ brand: ['A'] })
    model.type('blue rug')
    vi.advanceTimersByTime(REST_MS)
    expect(asked.at(-1)?.question.filters).toEqual({})
  })

  test('aborts what is under way when the overlay goes', () => {
    const { model, asked } = setUp()
    model.start('lamp')
    model.dispose()
    expect(asked[0]?.signal.aborted).toBe(true)
  })

  test('tells the page what was searched and found', () => {
    const { model, asked, host } = setUp()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ total: 42 }))
    expect(host.emit).toHaveBeenCalledWith('search', { query: 'lamp', filters: {} })
    expect(host.emit).toHaveBeenCalledWith('results', expect.objectContaining({ total: 42, mode: 'keyword' }))
  })
})

describe('taking a correction back', () => {
  test('asks for the words as they are, on every page of them, until they change', async () => {
    const { model, asked } = setUp()
    model.start('lmap')
    asked[0]?.answers.results(buildAnswer({ spelling: { typed: 'lmap', shown: 'lamp' } }))
    model.searchExactly()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    void model.more()
    model.type('lmapp')
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(asked.map(({ question }) => question.exact)).toEqual([false, true, true, false])
  })
})

describe('a better order', () => {
  function answered(count = 3) {
    const all = setUp()
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

describe('a finished search', () => {
  /** Typed and answered, as far as typing goes. */
  function typed(count = 3, total = count) {
    const all = setUp()
    all.model.type('lamp')
    vi.advanceTimersByTime(REST_MS)
    all.asked[0]?.answers.results(buildAnswer({ hits: buildHits(count), total }))
    return all
  }

  test('is asked for once more when Enter is pressed, however often', () => {
    const { model, asked } = typed()
    expect(told(asked)).toEqual(['lamp…'])
    model.submit()
    asked[1]?.answers.results(buildAnswer())
    model.submit()
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('takes the place of the question that typing has under way', () => {
    const { model, asked } = setUp()
    model.type('lamp')
    vi.advanceTimersByTime(REST_MS)
    model.finish()
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
    expect(model.status.value).toBe('waiting')
  })

  test('is not asked for again by a blank at the end, nor by going back to its words', () => {
    const { model, asked } = typed()
    model.finish()
    for (const words of ['lamp ', 'lampe', 'lamp']) model.type(words)
    vi.advanceTimersByTime(REST_MS)
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('is another one with other filters', () => {
    const { model, asked } = typed()
    model.finish()
    model.toggleFilter('brand', 'A')
    model.toggleFilter('brand', 'A')
    expect(told(asked)).toEqual(['lamp…', 'lamp', 'lamp', 'lamp'])
  })

  test.each(['담요 ㅂ', 'ㅎ', '', '  '])('never comes of “%s”', (words) => {
    const { model, asked } = setUp()
    model.type(words)
    model.finish()
    model.submit()
    expect(asked).toEqual([])
  })

  test('that rested is asked for again by Enter, and by nothing less', () => {
    const { model, asked } = typed()
    model.finish('rest')
    asked[1]?.answers.results(buildAnswer())
    model.finish('rest')
    model.finish()
    for (const hit of model.visible.value.slice(0, 1)) model.selected(hit)
    expect(told(asked)).toEqual(['lamp…', 'lamp.'])
    model.submit()
    model.finish('rest')
    expect(told(asked)).toEqual(['lamp…', 'lamp.', 'lamp'])
  })

  test('is what a chosen result makes', () => {
    const { model, asked } = typed()
    for (const hit of model.visible.value.slice(0, 1)) model.selected(hit)
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('leaves everything as it is when the same hits come back', async () => {
    const { model, asked, shownIds } = typed(20, 30)
    void model.more()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    asked[2]?.answers.results(buildAnswer({ hits: buildHits(10, 'q'), total: 30 }))
    model.active.value = 'option-2'
    const before = model.visible.value
    // The second page finished the search; what comes late for it is the very same.
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(20), total: 30 }))
    expect(model.status.value).toBe('answered')
    expect(model.visible.value).toBe(before)
    expect(shownIds()).toHaveLength(30)
    expect(model.active.value).toBe('option-2')
  })

  test('keeps answering meanwhile, and tells the page of no second search', () => {
    const { model, asked, host } = typed()
    const before = model.visible.value
    model.finish()
    expect(model.status.value).toBe('answered')
    asked[1]?.answers.results(buildAnswer({ request_id: 'r2' }))
    expect(model.visible.value).toBe(before)
    expect(host.emit.mock.calls.filter(([name]) => name === 'search')).toHaveLength(1)
    for (const hit of before.slice(0, 1)) model.selected(hit)
    expect(host.emit).toHaveBeenLastCalledWith('select', expect.objectContaining({ request_id: 'r2' }))
  })

  test('shows other hits where others come', () => {
    const { model, asked, shownIds } = typed()
    model.finish()
    asked[1]?.answers.results(buildAnswer({ hits: buildHits(2, 'q') }))
    expect(shownIds()).toEqual(['q1', 'q2'])
  })

  test.each([
    ['moved at once while the hits are new', 0, 'p3'],
    ['offered once they have been read', 1000, 'p1'],
  ])('has its better order %s', (_name, ms, first) => {
    const { model, asked, shownIds, wait } = typed()
    wait(ms)
    model.finish()
    asked[1]?.answers.results(buildAnswer())
    asked[1]?.answers.order?.(reversed(3))
    expect(shownIds()[0]).toBe(first)
  })

  test('that fails leaves what shows, and Enter may ask again', async () => {
    const { model, asked, shownIds, host } = typed()
    model.finish()
    asked[1]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(model.status.value).toBe('answered')
    expect(shownIds()).toEqual(['p1', 'p2', 'p3'])
    model.submit()
    expect(told(asked)).toEqual(['lamp…', 'lamp', 'lamp'])
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('is not tried by itself where the service did not answer', async () => {
    const { model, asked } = setUp()
    model.type('lamp')
    vi.advanceTimersByTime(REST_MS)
    asked[0]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    model.finish()
    expect(told(asked)).toEqual(['lamp…'])
    model.submit()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })

  test('is what every choice makes, at once', () => {
    const { model, asked } = typed()
    model.sortBy('newest')
    model.browse('category', 'Rugs')
    model.start('rug')
    expect(asked.slice(1).map(({ question }) => question.typing)).toEqual(['', '', ''])
  })

  test('is not what words from the shop’s field make, until they stand', () => {
    const { model, asked } = setUp()
    model.start('lamp', '1')
    asked[0]?.answers.results(buildAnswer())
    model.finish()
    expect(told(asked)).toEqual(['lamp…', 'lamp'])
  })
})

describe('hints', () => {
  const hints = [{ label: 'Desk lamps', filter: { name: 'category', value: 'Lamps > Desk' } }]
  const order = { ids: ['p1', 'p2', 'p3'], reasons: {}, added: [] }

  test('come with the results or with the order, the latest count', () => {
    const { model, asked } = setUp()
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
    const { model, asked } = setUp()
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
    const { model, asked } = setUp()
    model.start('cosy lamp')
    asked[0]?.answers.results(buildAnswer({ understood: wishes }))
    for (const wish of wishes) model.toggleWish(wish)
    model.type('desk')
    vi.advanceTimersByTime(REST_MS)
    expect(asked.at(-1)?.question.without).toEqual([])
  })
})

describe('show more', () => {
  test('appends the next page, each product once', async () => {
    const { model, asked, shownIds } = setUp()
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
    const { model, asked } = setUp()
    model.start('lamp')
    asked[0]?.answers.results(buildAnswer({ hits: buildHits(20), total: 500 }))
    const paged = model.more()
    asked[1]?.answers.results(buildAnswer({ hits: [], total: 500 }))
    asked[1]?.end('answered')
    await paged
    expect(model.hasMore.value).toBe(false)
  })

  test('does not add a page that belongs to an earlier question', async () => {
    const { model, asked, shownIds } = setUp()
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
    const { model, asked, host } = setUp()
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
    const { model, asked, host } = setUp()
    model.start('lamp')
    asked[0]?.end('refused')
    await vi.advanceTimersByTimeAsync(0)
    expect(model.status.value).toBe('failed')
    expect(host.failed).not.toHaveBeenCalled()
  })
})

describe('Enter', () => {
  test('asks at once and remembers the words', () => {
    const { model, asked } = setUp()
    model.type('lamp')
    model.submit()
    expect(asked).toHaveLength(1)
    expect(model.recent.list.value).toEqual(['lamp'])
  })

  test('goes to the shop’s own search when no results come in a moment', () => {
    const { model, host } = setUp()
    model.type('lamp')
    model.submit()
    vi.advanceTimersByTime(1400)
    expect(host.searchInShop).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(host.searchInShop).toHaveBeenCalledWith('lamp')
  })

  test('goes there at once when the service fails', async () => {
    const { model, asked, host } = setUp()
    model.type('lamp')
    model.submit()
    asked[0]?.end('failed')
    await vi.advanceTimersByTimeAsync(0)
    expect(host.searchInShop).toHaveBeenCalledWith('lamp')
  })

  test('stays when results come in time', () => {
    const { model, asked, host } = setUp()
    model.type('lamp')
    model.submit()
    asked[0]?.answers.results(buildAnswer())
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('stays when the shopper goes on typing', () => {
    const { model, host } = setUp()
    model.type('lamp')
    model.submit()
    model.type('lamp shade')
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })

  test('stays where the shop has no search of its own', () => {
    const { model, host } = setUp({ canSearchInShop: false })
    model.type('lamp')
    model.submit()
    vi.advanceTimersByTime(5000)
    expect(host.searchInShop).not.toHaveBeenCalled()
  })
})
